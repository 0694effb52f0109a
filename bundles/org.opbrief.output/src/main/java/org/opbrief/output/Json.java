package org.opbrief.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value of a JSON document, with its place in it: an object is a Map, an array a List of these, the rest are String,
 * BigDecimal, Boolean; null has no value.
 *
 * @param path e.g. {@code figures[3].value}
 */
record Json(Optional<Object> value, String path, int line, int column) {
    private static final int MAX_DEPTH = 16;
    private static final int MAX_TEXT = 8 << 20;
    private static final int MAX_DIGITS = 500;
    private static final int MAX_VALUES = 2_000_000;

    /** Something that a manifest does not have, and where. */
    static final class Misfit extends Exception {
        private static final long serialVersionUID = 1;

        Misfit(int line, int column, String what) {
            super("line " + line + ", column " + column + ": " + what);
        }
    }

    /** Reads a document; memory and depth are bounded. */
    static Json parse(byte[] text) throws IOException, Misfit {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxStringLength(MAX_TEXT)
                        .maxNumberLength(MAX_DIGITS)
                        .build())
                .build();
        try (JsonParser parser = factory.createParser(text)) {
            try {
                if (parser.nextToken() == null) {
                    throw new Misfit(1, 1, "the file is empty");
                }
                Json root = new Reader(parser).read("");
                if (parser.nextToken() != null) {
                    throw misfit(parser, "there is something after the end of the document");
                }
                return root;
            } catch (StreamConstraintsException e) {
                throw misfit(parser, "the document is nested too deeply, or a text or number in it is too long");
            }
        }
    }

    private static Misfit misfit(JsonParser parser, String what) {
        return new Misfit(
                parser.currentLocation().getLineNr(), parser.currentLocation().getColumnNr(), what);
    }

    private static final class Reader {
        private final JsonParser parser;
        private int values;

        Reader(JsonParser parser) {
            this.parser = parser;
        }

        Json read(String path) throws IOException, Misfit {
            if (++values > MAX_VALUES) {
                throw misfit(parser, "the document has more values than any manifest");
            }
            int line = parser.currentTokenLocation().getLineNr();
            int column = parser.currentTokenLocation().getColumnNr();
            return new Json(Optional.ofNullable(value(path)), path, line, column);
        }

        private Object value(String path) throws IOException, Misfit {
            switch (parser.currentToken()) {
                case START_OBJECT:
                    Map<String, Json> members = new LinkedHashMap<>();
                    while (parser.nextToken() != JsonToken.END_OBJECT) {
                        String name = parser.currentName();
                        parser.nextToken();
                        members.put(name, read(path.isEmpty() ? name : path + "." + name));
                    }
                    return members;
                case START_ARRAY:
                    List<Json> items = new ArrayList<>();
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        items.add(read(path + "[" + items.size() + "]"));
                    }
                    return items;
                case VALUE_STRING:
                    return parser.getText();
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT:
                    BigDecimal number = parser.getDecimalValue();
                    if (Math.abs((long) number.scale()) > MAX_DIGITS) {
                        throw misfit(parser, path + " is too large or too small a number");
                    }
                    return number;
                case VALUE_TRUE, VALUE_FALSE:
                    return parser.getBooleanValue();
                default:
                    return null;
            }
        }
    }

    boolean isObjectWith(String name) {
        return value.orElse(null) instanceof Map<?, ?> members && members.containsKey(name);
    }

    Json get(String name) throws Misfit {
        return find(name).orElseThrow(() -> new Misfit(line, column, place() + " has no \"" + name + "\""));
    }

    Optional<Json> find(String name) throws Misfit {
        return Optional.ofNullable(members().get(name));
    }

    @SuppressWarnings("unchecked")
    Map<String, Json> members() throws Misfit {
        return (Map<String, Json>) as(Map.class, "an object");
    }

    @SuppressWarnings("unchecked")
    List<Json> items() throws Misfit {
        return (List<Json>) as(List.class, "an array");
    }

    List<String> texts() throws Misfit {
        List<String> texts = new ArrayList<>();
        for (Json item : items()) {
            texts.add(item.text());
        }
        return texts;
    }

    String text() throws Misfit {
        return as(String.class, "a text");
    }

    BigDecimal number() throws Misfit {
        return as(BigDecimal.class, "a number");
    }

    long whole() throws Misfit {
        try {
            return number().longValueExact();
        } catch (ArithmeticException e) {
            throw new Misfit(line, column, place() + " is not a whole number of usual size");
        }
    }

    boolean truth() throws Misfit {
        return as(Boolean.class, "true or false");
    }

    private <T> T as(Class<T> type, String what) throws Misfit {
        return value.filter(type::isInstance)
                .map(type::cast)
                .orElseThrow(() -> new Misfit(line, column, place() + " is not " + what));
    }

    private String place() {
        return path.isEmpty() ? "the document" : path;
    }
}
