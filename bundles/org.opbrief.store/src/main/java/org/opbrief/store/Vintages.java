package org.opbrief.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.ImportException;

/**
 * Batches that a newer one has superseded. Their rows lie in a schema of their own, so that queries need not know of
 * them.
 */
final class Vintages {
    private static final String SCHEMA = "_superseded";

    private final Connection connection;

    Vintages(Connection connection) {
        this.connection = connection;
    }

    /**
     * Takes the rows of a batch out of what queries see.
     *
     * @throws ImportException if it is not there, of another data set, or superseded already
     */
    void supersede(DataSet dataSet, long before, long by) throws SQLException, ImportException {
        Batch batch = Catalog.batch(connection, before)
                .orElseThrow(() -> new ImportException(
                        "There is no batch " + before + " to supersede; list the batches to see which there are."));
        if (!batch.dataSet().equals(dataSet.id())) {
            throw new ImportException("Batch " + before + " (" + batch.file() + ") is of the data set "
                    + batch.dataSet() + " and cannot be superseded by rows of " + dataSet.id() + ".");
        }
        OptionalLong other = batch.lineage().supersededBy();
        if (other.isPresent()) {
            throw new ImportException("Batch " + before + " (" + batch.file() + ") is superseded by batch "
                    + other.getAsLong() + " already; supersede that one.");
        }
        move(before, Tables.name(dataSet), kept(dataSet.id()));
        Sql.run(connection, "UPDATE _opbrief.batch SET superseded_by = ? WHERE id = ?", by, before);
    }

    /** Makes the batch count again that was superseded by another one, if there is one. */
    void restoreWhatWasSupersededBy(Batch removed) throws SQLException {
        OptionalLong before = removed.lineage().supersedes();
        if (before.isEmpty() || Catalog.batch(connection, before.getAsLong()).isEmpty()) {
            return;
        }
        OptionalLong next = removed.lineage().supersededBy();
        if (next.isEmpty()) {
            move(before.getAsLong(), kept(removed.dataSet()), Tables.name(removed.dataSet()));
            Sql.run(connection, "UPDATE _opbrief.batch SET superseded_by = NULL WHERE id = ?", before.getAsLong());
        } else {
            Sql.run(
                    connection,
                    "UPDATE _opbrief.batch SET superseded_by = ? WHERE id = ?",
                    next.getAsLong(),
                    before.getAsLong());
            Sql.run(
                    connection,
                    "UPDATE _opbrief.batch SET supersedes = ? WHERE id = ?",
                    before.getAsLong(),
                    next.getAsLong());
        }
    }

    /** Deletes the rows of a batch, wherever they lie. */
    void deleteRows(Batch batch) throws SQLException {
        for (String table : List.of(Tables.name(batch.dataSet()), kept(batch.dataSet()))) {
            if (exists(table)) {
                Sql.run(connection, "DELETE FROM " + table + " WHERE _batch = ?", batch.id());
            }
        }
    }

    /** Drops the tables of a data set. */
    void drop(String dataSet) throws SQLException {
        Sql.run(connection, "DROP TABLE IF EXISTS " + Tables.name(dataSet));
        if (exists(kept(dataSet))) {
            Sql.run(connection, "DROP TABLE " + kept(dataSet));
        }
    }

    /** SQL of the rows of a batch as a table, wherever they lie. */
    String rows(Batch batch) throws SQLException {
        boolean superseded = batch.lineage().supersededBy().isPresent();
        String table = superseded ? kept(batch.dataSet()) : Tables.name(batch.dataSet());
        return "(SELECT * FROM " + table + " WHERE _batch = " + batch.id() + ")";
    }

    private void move(long batch, String from, String to) throws SQLException {
        Sql.run(connection, "CREATE SCHEMA IF NOT EXISTS " + SCHEMA);
        Sql.run(connection, "CREATE TABLE IF NOT EXISTS " + to + " AS SELECT * FROM " + from + " LIMIT 0");
        for (String[] column : Sql.list(
                connection,
                "SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM " + from + ")",
                List.of(),
                row -> new String[] {row.getString(1), row.getString(2)})) {
            Sql.run(
                    connection,
                    "ALTER TABLE " + to + " ADD COLUMN IF NOT EXISTS " + Sql.name(column[0]) + " " + column[1]);
        }
        Sql.run(connection, "INSERT INTO " + to + " BY NAME SELECT * FROM " + from + " WHERE _batch = ?", batch);
        Sql.run(connection, "DELETE FROM " + from + " WHERE _batch = ?", batch);
    }

    private boolean exists(String table) throws SQLException {
        String schema = table.startsWith(SCHEMA) ? SCHEMA : "main";
        String name = table.substring(table.indexOf('.') + 1).replace("\"", "");
        return Sql.number(
                        connection,
                        "SELECT count(*) FROM duckdb_tables() WHERE database_name = current_database()"
                                + " AND schema_name = ? AND table_name = ?",
                        schema,
                        name)
                > 0;
    }

    private static String kept(String dataSet) {
        return SCHEMA + "." + Tables.name(dataSet);
    }
}
