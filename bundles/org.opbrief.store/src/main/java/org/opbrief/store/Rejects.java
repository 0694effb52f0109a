package org.opbrief.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.opbrief.api.data.Problem;

/**
 * The rejected rows: each once, with what is wrong in it and its fields as in the source. A record may give several, which
 * are its parts. Those that a later batch brought, corrected, stay and count no more.
 */
final class Rejects {
    static final String COLUMNS = "batch, line, header, value, reason, fields";

    private static final String OPEN = " FROM _opbrief.reject r WHERE batch = ? AND NOT EXISTS (SELECT 1 FROM"
            + " _opbrief.correction c WHERE c.corrects = r.batch AND c.corrected_line = r.line AND c.corrected_part = r.part)"
            + " ORDER BY line, part, header, reason";

    private Rejects() {}

    static void create(Connection connection) throws SQLException {
        Sql.run(
                connection,
                "CREATE TABLE _opbrief.reject (batch BIGINT NOT NULL, line BIGINT NOT NULL, header VARCHAR,"
                        + " value VARCHAR, reason VARCHAR NOT NULL, fields VARCHAR[], part BIGINT DEFAULT 1)");
    }

    static void upgrade(Connection connection) throws SQLException {
        Sql.run(connection, "ALTER TABLE _opbrief.reject ADD COLUMN IF NOT EXISTS fields VARCHAR[]");
        Sql.run(connection, "ALTER TABLE _opbrief.reject ADD COLUMN IF NOT EXISTS part BIGINT DEFAULT 1");
        Sql.run(
                connection,
                "CREATE TABLE IF NOT EXISTS _opbrief.correction (batch BIGINT NOT NULL, line BIGINT NOT NULL,"
                        + " corrects BIGINT NOT NULL, corrected_line BIGINT NOT NULL, corrected_part BIGINT NOT NULL)");
    }

    /** Adds records that could not be taken apart into fields. */
    static void add(DuckDBConnection connection, long batch, List<Problem> problems) throws SQLException {
        if (problems.isEmpty()) {
            return;
        }
        try (DuckDBAppender appender = connection.createAppender("_opbrief", "reject")) {
            for (Problem problem : problems) {
                appender.beginRow();
                appender.append(batch);
                appender.append(problem.line());
                appender.append(problem.column().orElse(null));
                appender.append(problem.value().orElse(null));
                appender.append(problem.reason());
                appender.appendNull();
                appender.append(1L);
                appender.endRow();
            }
        }
    }

    /** Gives those of one record different numbers. */
    static void numberParts(Connection connection, long batch) throws SQLException {
        if (Sql.number(connection, "SELECT count(*) - count(DISTINCT line) FROM _opbrief.reject WHERE batch = ?", batch)
                > 0) {
            Sql.run(
                    connection,
                    "UPDATE _opbrief.reject SET part = n.part FROM (SELECT rowid AS id, row_number() OVER"
                            + " (PARTITION BY line ORDER BY rowid) AS part FROM _opbrief.reject WHERE batch = ?) n"
                            + " WHERE reject.rowid = n.id",
                    batch);
        }
    }

    /** Those that count. */
    static List<Problem> open(Connection connection, long batch, long offset, int limit) throws SQLException {
        return Sql.list(
                connection,
                "SELECT line, header, value, reason" + OPEN + " LIMIT ? OFFSET ?",
                List.of(batch, (long) limit, offset),
                Rejects::problem);
    }

    /** SQL of those that count with their fields: as {@link #problem} wants it, then {@code part} and {@code fields}. */
    static String openWithFields() {
        return "SELECT line, header, value, reason, part, fields" + OPEN;
    }

    static Problem problem(ResultSet row) throws SQLException {
        return new Problem(
                row.getLong(1),
                Optional.ofNullable(row.getString(2)),
                Optional.ofNullable(row.getString(3)),
                row.getString(4));
    }

    /** What a batch corrected counts as rejected again. */
    static void remove(Connection connection, long batch) throws SQLException {
        Sql.run(connection, "DELETE FROM _opbrief.reject WHERE batch = ?", batch);
        Sql.run(connection, "DELETE FROM _opbrief.correction WHERE batch = ?", batch);
    }
}
