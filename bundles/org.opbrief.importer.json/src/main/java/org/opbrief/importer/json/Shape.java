package org.opbrief.importer.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.Progress;
import org.opbrief.api.data.Source;

/**
 * Where the records of a file stand.
 *
 * @param path of the array that holds them; empty if the file is that array, or has a record a line
 */
record Shape(Kind kind, String path) {

    enum Kind {
        ARRAY("JSON"),
        LINES("JSON Lines"),
        GEO("GeoJSON");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    static final String PATH = "path";
    private static final String FEATURES = "features";
    /** More than these are not told. */
    private static final int MOST_PATHS = 20;

    static Shape of(JsonText text, Source source, Progress progress) throws IOException, ImportException {
        Optional<String> wanted = Optional.ofNullable(source.layout().get(PATH));
        try (JsonParser parser = text.parser(Progress.NONE)) {
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                return withoutPath(text, Kind.ARRAY, wanted);
            }
        }
        return LineRecords.looksSo(text)
                ? withoutPath(text, Kind.LINES, wanted)
                : ofObject(text, wanted, source.enough().isPresent(), progress);
    }

    private static Shape withoutPath(JsonText text, Kind kind, Optional<String> wanted) throws ImportException {
        if (wanted.isPresent()) {
            throw new ImportException(text.file().getFileName() + " has its records at the top, so there is no path "
                    + wanted.get() + "; leave the path out.");
        }
        return new Shape(kind, "");
    }

    /** @param glance whether the first array of objects will do */
    private static Shape ofObject(JsonText text, Optional<String> wanted, boolean glance, Progress progress)
            throws IOException, ImportException {
        List<String> paths = new ArrayList<>();
        boolean collection;
        boolean oneLine;
        boolean found = false;
        try (JsonParser parser = text.parser(progress)) {
            parser.nextToken();
            Walk walk = new Walk(parser);
            try {
                for (Optional<String> path = walk.nextArray(); path.isPresent(); path = walk.nextArray()) {
                    JsonToken first = parser.nextToken();
                    if (glance && wanted.isEmpty() && first == JsonToken.START_OBJECT) {
                        return new Shape(walk.saysFeatureCollection() ? Kind.GEO : Kind.ARRAY, path.get());
                    }
                    found |= path.get().equals(wanted.orElse(FEATURES));
                    if (first == JsonToken.START_OBJECT && paths.size() < MOST_PATHS) {
                        paths.add(path.get());
                    }
                    skipRest(parser);
                }
            } catch (StreamConstraintsException e) {
                throw JsonFault.located(parser, e);
            }
            collection = walk.saysFeatureCollection();
            oneLine = parser.currentLocation().getLineNr() == 1;
            if (parser.nextToken() != null) {
                throw new ImportException(text.file().getFileName() + ", "
                        + "line " + parser.currentTokenLocation().getLineNr()
                        + ": there is more behind the end of the first object; put all objects into one array, or each"
                        + " into a line of its own.");
            }
        }
        String file = text.file().getFileName().toString();
        if (wanted.isPresent() && !found) {
            throw new ImportException(file + " has no array at the path " + wanted.get() + "; "
                    + (paths.isEmpty() ? "it has no array of objects." : "it has: " + String.join(", ", paths) + "."));
        }
        if (collection && found && wanted.orElse(FEATURES).equals(FEATURES)) {
            return new Shape(Kind.GEO, FEATURES);
        }
        if (wanted.isPresent() || paths.size() == 1) {
            return new Shape(Kind.ARRAY, wanted.orElseGet(() -> paths.get(0)));
        }
        if (paths.isEmpty() && oneLine) {
            return new Shape(Kind.LINES, "");
        }
        throw new ImportException(
                paths.isEmpty()
                        ? file + " is an object without an array of objects in it, so it holds no records."
                        : file + " holds more than one array of objects: " + String.join(", ", paths)
                                + "; say which one as the path, e.g. path=" + paths.get(0) + ".");
    }

    /** Goes to the end of an array of which one token was read. */
    private static void skipRest(JsonParser parser) throws IOException {
        for (JsonToken token = parser.currentToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            parser.skipChildren();
        }
    }
}
