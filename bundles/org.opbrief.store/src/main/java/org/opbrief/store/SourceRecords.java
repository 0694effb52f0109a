package org.opbrief.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds records of a text. A record ends where the next one starts, and the store knows where each one starts, be it
 * accepted or rejected; so nothing needs to know what quotes mean in the file.
 */
final class SourceRecords implements AutoCloseable {
    /** Starts of records that are fetched at once, since records are mostly asked for in ascending order. */
    private static final int AHEAD = 4096;

    private final SourceCursor cursor;
    private final String starts;
    private long[] known = {};

    /** @param rows SQL of the batch's rows as a table; empty if there is none */
    SourceRecords(long batch, SourceCursor cursor, Optional<String> rows) {
        this.cursor = cursor;
        String rejected = "SELECT line FROM _opbrief.reject WHERE batch = " + batch + " AND line >= ?";
        // a record that became several rows starts once
        this.starts = rejected
                + rows.map(table -> " UNION SELECT _line AS line FROM " + table + " WHERE _line >= ?")
                        .orElse("")
                + " ORDER BY line LIMIT " + AHEAD;
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
