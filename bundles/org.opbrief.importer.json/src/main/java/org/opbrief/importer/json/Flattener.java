package org.opbrief.importer.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Makes an object, and the objects in it, one row. */
final class Flattener {
    private final JsonParser parser;
    private final boolean geo;
    private final Row row = new Row();

    private Flattener(JsonParser parser, boolean geo) {
        this.parser = parser;
        this.geo = geo;
    }

    /**
     * Reads what is under the parser to its end.
     *
     * @param geo whether it is a feature of GeoJSON
     */
    static Row row(JsonParser parser, boolean geo) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return Row.failed("is not an object");
        }
        Flattener flattener = new Flattener(parser, geo);
        flattener.object("");
        return flattener.row;
    }

    private void object(String prefix) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String path = prefix + parser.currentName();
            JsonToken value = parser.nextToken();
            if (geo && isOfFeatures(path)) {
                parser.skipChildren();
            } else if (geo && path.equals(Columns.GEOMETRY)) {
                geometry();
            } else if (value == JsonToken.START_OBJECT) {
                row.put(path, Cell.OBJECT);
                object(path + ".");
            } else if (value == JsonToken.START_ARRAY) {
                row.put(path, array());
            } else if (value == JsonToken.VALUE_NULL) {
                row.put(path, Cell.EMPTY);
            } else {
                row.put(path, Cell.of(parser.getText()));
            }
        }
    }

    private static boolean isOfFeatures(String path) {
        return path.equals("type") || path.equals("bbox");
    }

    private Cell array() throws IOException {
        StringJoiner joined = new StringJoiner("; ");
        boolean nested = false;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token.isStructStart()) {
                parser.skipChildren();
                nested = true;
            } else if (token != JsonToken.VALUE_NULL && joined.length() <= PlainWriter.LONGEST) {
                joined.add(parser.getText());
            }
        }
        if (nested) {
            return Cell.LEFT_OUT;
        }
        return joined.length() == 0 ? Cell.EMPTY : Cell.joined(joined.toString());
    }

    private void geometry() throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            row.put(Columns.GEOMETRY, parser.currentToken() == JsonToken.VALUE_NULL ? Cell.OBJECT : Cell.LEFT_OUT);
            parser.skipChildren();
            return;
        }
        String type = "";
        List<String> coordinates = List.of();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("type") && value == JsonToken.VALUE_STRING) {
                type = parser.getText();
            } else if (name.equals("coordinates") && value == JsonToken.START_ARRAY) {
                coordinates = numbers();
            } else {
                parser.skipChildren();
            }
        }
        boolean point = type.equals("Point") && coordinates.size() >= 2;
        row.put(Columns.GEOMETRY, point ? Cell.OBJECT : Cell.LEFT_OUT);
        for (int index = 0; point && index < Math.min(3, coordinates.size()); index++) {
            row.put(Columns.GEOMETRY + "." + Columns.AXES.get(index), Cell.of(coordinates.get(index)));
        }
    }

    /** None if anything else is in the array; a point has two or three. */
    private List<String> numbers() throws IOException {
        List<String> numbers = new ArrayList<>();
        boolean others = false;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            others |= !token.isNumeric();
            if (others) {
                parser.skipChildren();
            } else if (numbers.size() < Columns.AXES.size()) {
                numbers.add(parser.getText());
            }
        }
        return others ? List.of() : numbers;
    }
}
