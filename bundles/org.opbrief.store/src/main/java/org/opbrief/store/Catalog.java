package org.opbrief.store;

import java.nio.charset.Charset;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.Lineage;
import org.opbrief.api.data.Place;

/** The store's own tables, and the batches in them. */
final class Catalog {
    private static final String BATCH_COLUMNS = "id, data_set, file, bytes, sha256, CAST(as_of AS VARCHAR), form,"
            + " rows_read, rows_accepted, rows_rejected, imported_ms,"
            + " place, query, (SELECT list(CAST(o.id AS VARCHAR) ORDER BY o.id) FROM _opbrief.batch o"
            + " WHERE o.superseded_by = b.id), superseded_by, corrects,"
            + " (SELECT count(*) FROM _opbrief.correction c WHERE c.corrects = b.id)";
    private static final String BATCHES = "SELECT " + BATCH_COLUMNS + " FROM _opbrief.batch b";

    /** A workspace that was made before they were needed gets them when it is opened. */
    private static final String LATER_COLUMNS =
            "place VARCHAR, query VARCHAR, supersedes BIGINT, superseded_by BIGINT, corrects BIGINT";

    private Catalog() {}

    static void create(Connection connection) throws SQLException {
        Sql.run(connection, "CREATE SCHEMA _opbrief");
        Sql.run(
                connection,
                "CREATE TABLE _opbrief.batch (id BIGINT NOT NULL, data_set VARCHAR NOT NULL, file VARCHAR NOT NULL,"
                        + " bytes BIGINT NOT NULL, sha256 VARCHAR NOT NULL, as_of DATE NOT NULL, form VARCHAR NOT NULL,"
                        + " charset VARCHAR, rows_read BIGINT NOT NULL, rows_accepted BIGINT NOT NULL,"
                        + " rows_rejected BIGINT NOT NULL, imported_ms BIGINT NOT NULL, "
                        + LATER_COLUMNS
                        + ")");
        Rejects.create(connection);
        Definitions.createTable(connection);
        // not the highest number of a batch: the number of a removed one is not given again
        Sql.run(connection, "CREATE TABLE _opbrief.counter AS SELECT CAST(1 AS BIGINT) AS next_batch");
    }

    /** Makes the tables of an older workspace fit. */
    static void upgrade(Connection connection) throws SQLException {
        Definitions.createTable(connection);
        for (String column : LATER_COLUMNS.split(", ")) {
            Sql.run(connection, "ALTER TABLE _opbrief.batch ADD COLUMN IF NOT EXISTS " + column);
        }
        Rejects.upgrade(connection);
        Reading.upgrade(connection);
    }

    static long takeBatchId(Connection connection) throws SQLException {
        long id = Sql.number(connection, "SELECT next_batch FROM _opbrief.counter");
        Sql.run(connection, "UPDATE _opbrief.counter SET next_batch = ?", id + 1);
        return id;
    }

    static void add(Connection connection, Batch batch, Optional<Charset> charset) throws SQLException {
        Sql.run(
                connection,
                "INSERT INTO _opbrief.batch VALUES (?, ?, ?, ?, ?, CAST(? AS DATE), ?, nullif(?, ''), ?, ?, ?, ?,"
                        + " ?, nullif(?, ''), nullif(?, 0), NULL, nullif(?, 0))",
                batch.id(),
                batch.dataSet(),
                batch.file(),
                batch.bytes(),
                batch.sha256(),
                batch.asOf().toString(),
                batch.form(),
                charset.map(Charset::name).orElse(""),
                batch.rowsRead(),
                batch.rowsAccepted(),
                batch.rowsRejected(),
                batch.imported().toEpochMilli(),
                batch.place().name(),
                batch.lineage().query().orElse(""),
                batch.lineage().supersedes().stream().findFirst().orElse(0L),
                batch.lineage().corrects().orElse(0));
    }

    static List<Batch> batches(Connection connection) throws SQLException {
        return Sql.list(connection, BATCHES + " ORDER BY id", List.of(), Catalog::batch);
    }

    static Optional<Batch> batch(Connection connection, long id) throws SQLException {
        return Sql.list(connection, BATCHES + " WHERE id = ?", List.of(id), Catalog::batch).stream()
                .findFirst();
    }

    static Optional<Batch> sameFile(Connection connection, String dataSet, String sha256) throws SQLException {
        return Sql.list(
                        connection,
                        BATCHES + " WHERE data_set = ? AND sha256 = ?",
                        List.of(dataSet, sha256),
                        Catalog::batch)
                .stream()
                .findFirst();
    }

    static Optional<Charset> charset(Connection connection, long batch) throws SQLException {
        return Sql.list(
                        connection,
                        "SELECT charset FROM _opbrief.batch WHERE id = ? AND charset IS NOT NULL",
                        List.of(batch),
                        row -> Charset.forName(row.getString(1)))
                .stream()
                .findFirst();
    }

    static Set<String> sources(Connection connection) throws SQLException {
        return new HashSet<>(
                Sql.list(connection, "SELECT DISTINCT sha256 FROM _opbrief.batch", List.of(), row -> row.getString(1)));
    }

    /** Those that bring corrected rows of a batch. */
    static List<Batch> correcting(Connection connection, long batch) throws SQLException {
        return Sql.list(connection, BATCHES + " WHERE corrects = ? ORDER BY id", List.of(batch), Catalog::batch);
    }

    static void remove(Connection connection, long batch) throws SQLException {
        Rejects.remove(connection, batch);
        Reading.remove(connection, batch);
        Sql.run(connection, "DELETE FROM _opbrief.batch WHERE id = ?", batch);
    }

    private static Batch batch(ResultSet row) throws SQLException {
        return new Batch(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                LocalDate.parse(row.getString(6)),
                row.getString(7),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10),
                Instant.ofEpochMilli(row.getLong(11)),
                Optional.ofNullable(row.getString(12)).map(Place::valueOf).orElse(Place.LINE),
                new Lineage(
                        Optional.ofNullable(row.getString(13)),
                        Sql.texts(row, 14).stream().map(Long::valueOf).toList(),
                        number(row, 15),
                        number(row, 16),
                        row.getLong(17)));
    }

    private static OptionalLong number(ResultSet row, int column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
    }
}
