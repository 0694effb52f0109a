package org.opbrief.store;

import java.io.IOException;
import java.nio.charset.Charset;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.opbrief.api.data.Batch;

/**
 * Finds the text of records. A record ends where the next one starts, and the store knows where each one starts, be it
 * accepted or rejected; so nothing needs to know what quotes mean in the file.
 */
final class SourceRecords implements AutoCloseable {
    /** Starts of records that are fetched at once, since records are mostly asked for in ascending order. */
    private static final int AHEAD = 4096;

    private final Batch batch;
    private final SourceCursor cursor;
    private final String starts;
    private long[] known = {};

    /** @param rows SQL of its rows as a table; empty if there is none */
    private SourceRecords(Batch batch, SourceCursor cursor, Optional<String> rows) {
        this.batch = batch;
        this.cursor = cursor;
        String rejected = "SELECT line FROM _opbrief.reject WHERE batch = " + batch.id() + " AND line >= ?";
        // a record that became several rows starts once
        this.starts = rejected
                + rows.map(table -> " UNION SELECT _line AS line FROM " + table + " WHERE _line >= ?")
                        .orElse("")
                + " ORDER BY line LIMIT " + AHEAD;
    }

    /** Empty if there is no such batch or its source is no text. */
    static Optional<SourceRecords> of(Workspace workspace, Engine engine, long id) throws SQLException, IOException {
        try (Engine.Transaction transaction = engine.begin()) {
            Connection connection = transaction.connection();
            Optional<Batch> batch = Catalog.batch(connection, id);
            Optional<Charset> charset = Catalog.charset(connection, id);
            if (batch.isEmpty() || charset.isEmpty()) {
                return Optional.empty();
            }
            Optional<String> rows = Tables.exists(connection, batch.get().dataSet())
                    ? Optional.of(new Vintages(connection).rows(batch.get()))
                    : Optional.empty();
            SourceCursor cursor = new SourceCursor(workspace.source(batch.get().sha256()), charset.get());
            return Optional.of(new SourceRecords(batch.get(), cursor, rows));
        }
    }

    long batch() {
        return batch.id();
    }

    Optional<String> at(Engine engine, long line) throws SQLException, IOException {
        int index = Arrays.binarySearch(known, line);
        boolean endUnknown = index == known.length - 1 && known.length == AHEAD;
        if (index < 0 || endUnknown) {
            known = startsFrom(engine, line);
            index = Arrays.binarySearch(known, line);
        }
        if (index < 0) {
            return Optional.empty();
        }
        long end = index + 1 < known.length ? known[index + 1] : Long.MAX_VALUE;
        return Optional.of(cursor.lines(line, end));
    }

    private long[] startsFrom(Engine engine, long line) throws SQLException {
        List<Long> parameters = starts.contains("UNION") ? List.of(line, line) : List.of(line);
        try (Engine.Transaction transaction = engine.begin()) {
            return Sql.list(transaction.connection(), starts, parameters, row -> row.getLong(1)).stream()
                    .mapToLong(Long::longValue)
                    .toArray();
        }
    }

    @Override
    public void close() throws IOException {
        cursor.close();
    }
}
