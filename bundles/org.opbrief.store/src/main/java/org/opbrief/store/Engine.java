package org.opbrief.store;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.opbrief.api.data.Progress;
import org.opbrief.api.data.Store.ResultReader;

/** DuckDB over the file of a workspace, shut off from the network and from all other files. */
final class Engine implements AutoCloseable {
    /** Read by all versions from 1.4 on, later ones included; a newer engine must not write a newer form unasked. */
    private static final String STORAGE = "v1.4.0";

    private final DuckDBConnection root;
    private final DatabaseFile file;

    private Engine(DuckDBConnection root, DatabaseFile file) {
        this.root = root;
        this.file = file;
    }

    /** Opens the database, and makes it if it is absent: under another name first, so that it is whole or absent. */
    static Engine open(Workspace workspace) throws SQLException, IOException {
        if (!Files.exists(workspace.database())) {
            Files.createDirectories(workspace.staging());
            Path draft = workspace.staging().resolve("new.duckdb");
            try (DuckDBConnection connection = connect(draft)) {
                Catalog.create(connection);
            }
            Files.move(draft, workspace.database());
            workspace.clearScratch();
        }
        DatabaseFile file = DatabaseFile.asItIs(workspace);
        DuckDBConnection root = connect(workspace.database());
        try (Statement statement = root.createStatement()) {
            statement.execute("SET memory_limit = " + Sql.text(smallerMemoryLimit(root)));
            statement.execute(
                    "SET temp_directory = " + Sql.text(workspace.spill().toString()));
            statement.execute(
                    "SET allowed_directories = [" + Sql.text(workspace.staging().toString()) + "]");
            statement.execute("SET enable_external_access = false");
            statement.execute("SET lock_configuration = true");
        } catch (SQLException e) {
            root.close();
            throw e;
        }
        return new Engine(root, file);
    }

    private static DuckDBConnection connect(Path file) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("allow_community_extensions", "false");
        settings.setProperty("storage_compatibility_version", STORAGE);
        settings.setProperty("jdbc_stream_results", "true");
        return (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:" + file, settings);
    }

    /** The engine takes 80 percent of the memory by itself; an analyst does other things on the machine too. */
    private static String smallerMemoryLimit(DuckDBConnection connection) throws SQLException {
        String limit = Sql.ask(connection, "SELECT current_setting('memory_limit')", List.of(), results -> {
            results.next();
            return results.getString(1);
        });
        String[] parts = limit.split(" ");
        return new BigDecimal(parts[0]).multiply(new BigDecimal("0.6")).toPlainString() + parts[1];
    }

    /** Whether the workspace is still where it was opened. */
    boolean isInPlace() {
        return file.isInPlace();
    }

    /** A transaction of its own; what is not committed when it is closed is rolled back. */
    Transaction begin() throws SQLException {
        return new Transaction(root.duplicate());
    }

    /**
     * Asks one SELECT in a read-only transaction.
     *
     * @param views temporary ones, which stand in for tables
     * @param task the query is interrupted when it was cancelled
     */
    <T> T read(List<String> views, String sql, List<?> parameters, ResultReader<T> reader, Progress task)
            throws SQLException {
        try (Connection real = root.duplicate();
                Cancelling cancelling = new Cancelling(real, task)) {
            Connection connection = cancelling.connection();
            refuseAllButOneSelect(connection, sql);
            try (Statement statement = connection.createStatement()) {
                for (String view : views) {
                    statement.execute(view);
                }
                statement.execute("BEGIN TRANSACTION READ ONLY");
            }
            return Sql.ask(connection, sql, parameters, reader);
        }
    }

    /**
     * A read-only transaction alone is not enough: COPY TO runs in it, and the driver runs all of several statements,
     * of which the first may end the transaction.
     */
    private static void refuseAllButOneSelect(Connection connection, String sql) throws SQLException {
        Sql.ask(
                connection,
                "SELECT json_array_length(j->'statements'), j->>'error_message'"
                        + " FROM (SELECT json_serialize_sql(CAST(? AS VARCHAR)) AS j)",
                List.of(sql),
                (ResultSet results) -> {
                    results.next();
                    String error = results.getString(2);
                    if (error != null) {
                        throw new SQLException(
                                error.startsWith("Only SELECT") ? "Only a SELECT can be run here" : error);
                    }
                    if (results.getLong(1) != 1) {
                        throw new SQLException("Only one SELECT can be run at a time");
                    }
                    return null;
                });
    }

    @Override
    public void close() throws SQLException, IOException {
        root.close();
        file.cutOffWhatNobodyRefersTo();
    }

    /** A connection without automatic commit. */
    record Transaction(DuckDBConnection connection) implements AutoCloseable {
        Transaction {
            try {
                connection.setAutoCommit(false);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        void commit() throws SQLException {
            connection.commit();
        }

        @Override
        public void close() throws SQLException {
            try (connection) {
                connection.rollback();
            } catch (SQLException e) {
                // an engine that met a full disk has rolled back by itself and refuses to do so again
                if (!connection.isClosed()) {
                    connection.close();
                }
            }
        }
    }
}
