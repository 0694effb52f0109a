package org.opbrief.statistics;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.Comparison;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.ImportRequest;
import org.opbrief.api.data.ImportResult;
import org.opbrief.api.data.Problem;
import org.opbrief.api.data.Store;
import org.opbrief.api.data.StoreException;

/** A store in memory whose rows are given as SQL. */
final class MemoryStore implements Store {
    final List<String> asked = new ArrayList<>();
    private final Connection connection;
    private final List<Batch> batches = new ArrayList<>();

    MemoryStore() {
        try {
            connection = DriverManager.getConnection("jdbc:duckdb:");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A batch of the data set. @param rows of the data set's columns in order, as SQL values, one a line of the file */
    void batch(DataSet dataSet, String... rows) {
        long id = batches.size() + 1;
        batches.add(new Batch(
                id,
                dataSet.id(),
                dataSet.id() + "-" + id + ".csv",
                100,
                "0".repeat(64),
                LocalDate.of(2023, 5, 1),
                "CSV, UTF-8, comma",
                rows.length,
                rows.length,
                0,
                Instant.EPOCH));
        try {
            prepare(List.of(dataSet));
            for (int i = 0; i < rows.length; i++) {
                run("insert into " + dataSet.id().replace('-', '_') + " values (" + id + ", " + (i + 2) + ", " + rows[i]
                        + ")");
            }
        } catch (StoreException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Comparison compare(DataSet dataSet, long earlier, long later) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void prepare(List<DataSet> dataSets) throws StoreException {
        for (DataSet dataSet : dataSets) {
            String columns =
                    dataSet.columns().stream().map(MemoryStore::definition).collect(Collectors.joining(", "));
            run("create table if not exists " + dataSet.id().replace('-', '_') + " (_batch bigint, _line bigint, "
                    + columns + ")");
        }
    }

    private static String definition(Column column) {
        return column.name() + " "
                + switch (column.type()) {
                    case TEXT -> "varchar";
                    case INTEGER -> "bigint";
                    case DECIMAL -> "decimal(18, " + column.scale() + ")";
                    case DATE -> "date";
                    case BOOLEAN -> "boolean";
                };
    }

    private void run(String sql) throws StoreException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new StoreException(e.getMessage(), e);
        }
    }

    @Override
    public <T> T read(String sql, List<?> parameters, ResultReader<T> reader) throws StoreException {
        asked.add(sql);
        try (Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(sql)) {
            return reader.read(results);
        } catch (SQLException e) {
            throw new StoreException(e.getMessage(), e);
        }
    }

    @Override
    public List<Batch> batches() {
        return List.copyOf(batches);
    }

    @Override
    public void close() throws StoreException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StoreException(e.getMessage(), e);
        }
    }

    @Override
    public Path workspace() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ImportResult importFile(ImportRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Problem> rejects(long batch, long offset, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void remove(long batch) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void removeDataSet(String dataSet) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String place(long batch, long line) {
        return "line " + line;
    }

    @Override
    public long writeRejects(long batch, Path target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<String> sourceRecord(long batch, long line) {
        throw new UnsupportedOperationException();
    }
}
