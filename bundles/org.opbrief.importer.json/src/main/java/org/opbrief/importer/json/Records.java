package org.opbrief.importer.json;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.Progress;

/** The records of a file, one after the other. */
interface Records extends Closeable {

    static Records of(JsonText text, Shape shape, Progress progress) throws IOException, ImportException {
        return shape.kind() == Shape.Kind.LINES
                ? new LineRecords(text, progress)
                : new ArrayRecords(text, shape, progress);
    }

    /** The next one; empty at the end. */
    Optional<Row> next() throws IOException, ImportException;

    /** Number of the last one that was given. */
    long place();
}
