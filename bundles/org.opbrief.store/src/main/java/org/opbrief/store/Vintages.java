package org.opbrief.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
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
        OptionalLong corrected = batch.lineage().corrects();
        if (corrected.isPresent()) {
            throw new ImportException("Batch " + before + " (" + batch.file() + ") brings corrected rows of batch "
                    + corrected.getAsLong() + "; supersede that one, and they are superseded with it.");
        }
        for (Batch each : withCorrections(batch)) {
            move(each.id(), Tables.name(dataSet), kept(dataSet.id()));
            Sql.run(connection, "UPDATE _opbrief.batch SET superseded_by = ? WHERE id = ?", by, each.id());
        }
    }

    /** A batch, and those that bring corrected rows of it. */
    private List<Batch> withCorrections(Batch batch) throws SQLException {
        List<Batch> all = new ArrayList<>(List.of(batch));
        all.addAll(Catalog.correcting(connection, batch.id()));
        return all;
    }

    /** Makes the batches count again that were superseded by another one, or be superseded by what superseded that. */
    void restoreWhatWasSupersededBy(Batch removed) throws SQLException {
        OptionalLong next = removed.lineage().supersededBy();
        for (long before : removed.lineage().supersedes()) {
            if (next.isEmpty()) {
                move(before, kept(removed.dataSet()), Tables.name(removed.dataSet()));
            }
            Sql.run(
                    connection,
                    "UPDATE _opbrief.batch SET superseded_by = nullif(?, 0) WHERE id = ?",
                    next.orElse(0),
                    before);
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
    String rows(Batch batch) {
        boolean superseded = batch.lineage().supersededBy().isPresent();
        String table = superseded ? kept(batch.dataSet()) : Tables.name(batch.dataSet());
        return "(SELECT * FROM " + table + " WHERE _batch = " + batch.id() + ")";
    }

    /** SQL of the rows of a batch and of those that were corrected, as a table. */
    String correctedRows(Batch batch) throws SQLException {
        return withCorrections(batch).stream()
                .map(this::rows)
                .collect(Collectors.joining(" UNION ALL BY NAME ", "(", ")"));
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
