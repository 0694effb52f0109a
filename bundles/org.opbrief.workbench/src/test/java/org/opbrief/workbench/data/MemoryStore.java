package org.opbrief.workbench.data;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.Comparison;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.ImportRequest;
import org.opbrief.api.data.ImportResult;
import org.opbrief.api.data.Problem;
import org.opbrief.api.data.Store;
import org.opbrief.api.data.StoreException;

/** A store over the real engine, in memory, whose rows are given as SQL. */
class MemoryStore implements Store {
    final List<Long> removed = new ArrayList<>();
    private final Connection connection;
    private final List<Batch> batches = new ArrayList<>();

    MemoryStore() {
        Properties settings = new Properties();
        settings.setProperty("jdbc_stream_results", "true");
        try {
            connection = DriverManager.getConnection("jdbc:duckdb:", settings);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void run(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    void add(String dataSet, String file, long accepted, long rejected) {
        batches.add(new Batch(
                batches.size() + 1L,
                dataSet,
                file,
                accepted * 60,
                "0".repeat(64),
                LocalDate.of(2023, 5, 1),
                "CSV, UTF-8, comma",
                accepted + rejected,
                accepted,
                rejected,
                Instant.EPOCH));
    }

    @Override
    public <T> T read(String sql, List<?> parameters, ResultReader<T> reader) throws StoreException {
        try (Connection own =
                        connection.unwrap(org.duckdb.DuckDBConnection.class).duplicate();
                PreparedStatement statement = own.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            try (ResultSet results = statement.executeQuery()) {
                return reader.read(results);
            }
        } catch (SQLException e) {
            throw new StoreException(e.getMessage() + " in " + sql, e);
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
        return Path.of("workspace");
    }

    @Override
    public Comparison compare(DataSet dataSet, long earlier, long later) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void prepare(List<DataSet> dataSets) {}

    @Override
    public ImportResult importFile(ImportRequest request) throws org.opbrief.api.data.ImportException {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Problem> rejects(long batch, long offset, int limit) {
        return offset > 0
                ? List.of()
                : List.of(
                        new Problem(17, Optional.of("Mass (kg)"), Optional.of("12,5,1"), "is not a number like 1234.5"),
                        new Problem(
                                40,
                                Optional.of("Drug"),
                                Optional.of("fentanil"),
                                "is not one of the data set's words"));
    }

    @Override
    public void remove(long batch) {
        removed.add(batch);
        batches.removeIf(of -> of.id() == batch);
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
        return Optional.of("record " + line);
    }
}
