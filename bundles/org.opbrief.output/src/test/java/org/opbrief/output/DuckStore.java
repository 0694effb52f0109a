package org.opbrief.output;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.Comparison;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.ImportRequest;
import org.opbrief.api.data.ImportResult;
import org.opbrief.api.data.Problem;
import org.opbrief.api.data.Store;
import org.opbrief.api.data.StoreException;

/** A store in memory: tables seizure and arrest, whose rows of a batch start at line 2 and add 10, 20, 30 and so on. */
final class DuckStore implements Store {
    private final Connection connection;
    private final List<Batch> batches;

    DuckStore(Batch... batches) throws SQLException {
        this.connection = DriverManager.getConnection("jdbc:duckdb:");
        this.batches = List.of(batches);
        execute("create table seizure (_batch bigint, _line bigint, units decimal(18, 0))");
        execute("create table arrest (_batch bigint, _line bigint)");
        for (Batch batch : batches) {
            String values = batch.dataSet().equals("seizure") ? ", range * 10" : "";
            execute("insert into " + batch.dataSet() + " select " + batch.id() + ", range + 1" + values
                    + " from range(1, " + (batch.rowsAccepted() + 1) + ")");
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public Path workspace() {
        return Path.of("W");
    }

    @Override
    public List<Batch> batches() {
        return batches;
    }

    @Override
    public <T> T read(String sql, List<?> parameters, ResultReader<T> reader) throws StoreException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            try (ResultSet results = statement.executeQuery()) {
                return reader.read(results);
            }
        } catch (SQLException e) {
            throw new StoreException(e.getMessage(), e);
        }
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
        return Optional.of(batch + ": line " + line);
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
    public Comparison compare(DataSet dataSet, long earlier, long later) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void prepare(List<DataSet> dataSets) {
        throw new UnsupportedOperationException();
    }
}
