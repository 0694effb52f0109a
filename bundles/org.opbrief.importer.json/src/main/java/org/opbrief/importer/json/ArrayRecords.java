package org.opbrief.importer.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.Optional;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.Progress;

/** The elements of an array. */
final class ArrayRecords implements Records {
    private final JsonText text;
    private final Shape shape;
    private final JsonParser parser;
    private long place;

    ArrayRecords(JsonText text, Shape shape, Progress progress) throws IOException {
        this.text = text;
        this.shape = shape;
        this.parser = text.parser(progress);
        parser.nextToken();
        if (!shape.path().isEmpty()) {
            goTo(new Walk(parser), shape.path());
        }
    }

    private void goTo(Walk walk, String path) throws IOException {
        for (Optional<String> at = walk.nextArray(); at.isPresent() && !at.get().equals(path); at = walk.nextArray()) {
            parser.skipChildren();
        }
    }

    @Override
    public Optional<Row> next() throws IOException, ImportException {
        if (parser.nextToken() != JsonToken.END_ARRAY) {
            place++;
            return Optional.of(row());
        }
        if (shape.path().isEmpty() && parser.nextToken() != null) {
            throw new ImportException(text.file().getFileName() + ", line "
                    + parser.currentTokenLocation().getLineNr() + ": there is more behind the end of the array.");
        }
        return Optional.empty();
    }

    private Row row() throws IOException {
        try {
            return Flattener.row(parser, shape.kind() == Shape.Kind.GEO);
        } catch (StreamConstraintsException e) {
            throw JsonFault.located(parser, e);
        }
    }

    @Override
    public long place() {
        return place;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
