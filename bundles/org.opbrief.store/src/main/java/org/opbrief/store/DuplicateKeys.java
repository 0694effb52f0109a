package org.opbrief.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Finding;

/**
 * Moves rows of a batch whose key another row has already from the table to the rejects: of the same key, the row that
 * was stored before stays, and within the file the first one, or all if the data set lets a file repeat its keys. Keys
 * are compared as GROUP BY does, so that two empty ones are equal.
 */
final class DuplicateKeys {
    private final DataSet dataSet;
    private final String table;
    private final List<String> key;
    private final List<Long> same;

    /** @param same batches whose rows count as rows of the same file */
    DuplicateKeys(DataSet dataSet, List<Long> same) {
        this.dataSet = dataSet;
        this.table = Tables.name(dataSet);
        this.key = dataSet.key().stream().map(Sql::name).toList();
        this.same = same;
    }

    /**
     * @param query which loaded the batch
     * @param header the file's header of the key, if the key is one column
     * @param findings gets a sentence for each earlier batch that has keys of this one
     * @return number of rejected rows
     */
    long reject(Connection connection, long batch, RowQuery query, String header, List<Finding> findings)
            throws SQLException {
        if (key.isEmpty() || !found(connection, batch)) {
            return 0;
        }
        Sql.run(connection, "CREATE TEMP TABLE _duplicate AS " + duplicates(batch));
        Sql.run(
                connection,
                "CREATE TEMP TABLE _duplicate_fields AS SELECT d._row, any_value(q._fields) AS fields"
                        + " FROM _duplicate d JOIN (SELECT * FROM (" + query.keyed()
                        + ") WHERE _line IN (SELECT _line FROM _duplicate)) q ON q._line = d._line AND "
                        + same("q", "d")
                        + " GROUP BY d._row");
        Sql.run(
                connection,
                "INSERT INTO _opbrief.reject (" + Rejects.COLUMNS + ") SELECT " + batch + ", _line, "
                        + (key.size() == 1 ? Sql.text(header) + ", _value, " : "NULL, NULL, ")
                        + reason() + ", fields FROM _duplicate d LEFT JOIN _duplicate_fields f ON f._row = d._row"
                        + " LEFT JOIN _opbrief.batch b ON b.id = _other_batch");
        long count = Sql.run(connection, "DELETE FROM " + table + " WHERE rowid IN (SELECT _row FROM _duplicate)");
        findings.addAll(Sql.list(
                connection,
                "SELECT _other_batch, b.file, count(*) FROM _duplicate JOIN _opbrief.batch b ON b.id = _other_batch"
                        + " GROUP BY ALL ORDER BY 1",
                List.of(),
                row -> Finding.warning(note(row.getLong(1), row.getString(2), row.getLong(3)))));
        Sql.run(connection, "DROP TABLE _duplicate_fields");
        Sql.run(connection, "DROP TABLE _duplicate");
        return count;
    }

    private static String note(long other, String file, long rows) {
        return String.format(
                Locale.ROOT,
                "%,d %s what batch %d (%s) has already; the earlier rows stay, so that nothing counts twice. To take"
                        + " this file's rows instead, import it with --supersedes %d.",
                rows,
                rows == 1 ? "row repeats" : "rows repeat",
                other,
                file,
                other);
    }

    private boolean found(Connection connection, long batch) throws SQLException {
        return !dataSet.repeats() && Sql.number(connection, repeatedInBatch(batch)) > 0
                || Sql.number(
                                connection,
                                "SELECT count(*) FROM " + table + " o SEMI JOIN (SELECT * FROM " + table
                                        + " WHERE _batch = " + batch + ") n ON " + same("o", "n")
                                        + " WHERE "
                                        + others("o.", batch))
                        > 0;
    }

    private String repeatedInBatch(long batch) {
        String from = " FROM " + table + " WHERE _batch = " + batch;
        if (key.size() == 1) {
            String one = key.get(0);
            return "SELECT count(" + one + ") - count(DISTINCT " + one + ") + greatest(count(*) - count(" + one
                    + ") - 1, 0)" + from;
        }
        return "SELECT count(*) FROM (SELECT 1" + from + " GROUP BY " + String.join(", ", key)
                + " HAVING count(*) > 1)";
    }

    private String duplicates(long batch) {
        String keys = String.join(", ", key);
        return "WITH n AS (SELECT rowid AS _row, _line, " + keys + ", min(_line) OVER (PARTITION BY " + keys
                + ") AS _first_line FROM " + table + " WHERE _batch = " + batch + "),"
                + " o AS (SELECT " + keys
                + ", min(_batch) AS _other_batch, min_by(_line, _batch) AS _other_line FROM "
                + table + " WHERE " + others("", batch) + " GROUP BY " + keys + ")"
                + " SELECT n.*, "
                + (key.size() == 1 ? "left(CAST(n." + key.get(0) + " AS VARCHAR), 200)" : "NULL") + " AS _value, "
                + shownKey() + " AS _shown, _other_batch, _other_line FROM n LEFT JOIN o ON " + same("n", "o")
                + " WHERE _other_batch IS NOT NULL"
                + (dataSet.repeats() ? "" : " OR n._line <> _first_line");
    }

    private String others(String alias, long batch) {
        String own = Stream.concat(Stream.of(batch), dataSet.repeats() ? same.stream() : Stream.of())
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        return alias + "_batch NOT IN (" + own + ")";
    }

    private String reason() {
        String start = key.size() == 1 ? "'is already in line '" : "'the key ' || _shown || ' is already in line '";
        return start + " || CASE WHEN _other_batch IS NULL THEN CAST(_first_line AS VARCHAR) ELSE _other_line"
                + " || ' of batch ' || _other_batch || coalesce(' (' || b.file || ')', '') END";
    }

    private String shownKey() {
        return key.size() == 1
                ? "''"
                : "concat_ws(', ', "
                        + dataSet.key().stream()
                                .map(name -> "coalesce(left(CAST(n." + Sql.name(name) + " AS VARCHAR), 60), 'empty')")
                                .collect(Collectors.joining(", "))
                        + ")";
    }

    private String same(String left, String right) {
        return key.stream()
                .map(column -> left + "." + column + " IS NOT DISTINCT FROM " + right + "." + column)
                .collect(Collectors.joining(" AND "));
    }
}
