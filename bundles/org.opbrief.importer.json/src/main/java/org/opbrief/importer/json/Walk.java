package org.opbrief.importer.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Goes through a JSON object from array to array, without looking into them. */
final class Walk {
    private final JsonParser parser;
    private final Deque<String> names = new ArrayDeque<>();
    private boolean collection;

    /** @param parser at the start of the object */
    Walk(JsonParser parser) {
        this.parser = parser;
    }

    /** Goes to the start of the next array, which the caller reads or skips, and gives its path; empty at the end. */
    Optional<String> nextArray() throws IOException {
        while (true) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (value == JsonToken.START_ARRAY) {
                    return Optional.of(path(name));
                }
                if (value == JsonToken.START_OBJECT) {
                    names.addLast(name);
                } else {
                    collection |= names.isEmpty()
                            && name.equals("type")
                            && value == JsonToken.VALUE_STRING
                            && parser.getText().equals("FeatureCollection");
                }
            } else if (names.pollLast() == null) {
                return Optional.empty();
            }
        }
    }

    /** Whether the part that was walked says that the object is a collection of GeoJSON. */
    boolean saysFeatureCollection() {
        return collection;
    }

    private String path(String name) {
        return names.isEmpty() ? name : String.join(".", names) + "." + name;
    }
}
