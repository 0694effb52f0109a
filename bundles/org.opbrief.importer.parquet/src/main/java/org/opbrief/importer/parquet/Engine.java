package org.opbrief.importer.parquet;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/**
 * DuckDB in memory over one Parquet file, shut off from the network and from all other files. It has no file of its own,
 * so it is in nobody's way.
 */
final class Engine implements AutoCloseable {
    private final Connection connection;
    private final String table;

    Engine(Path file) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("allow_community_extensions", "false");
        settings.setProperty("jdbc_stream_results", "true");
        settings.setProperty("memory_limit", "1GB");
        settings.setProperty("temp_directory", "");
        String name = text(file.toAbsolutePath().toString());
        table = "read_parquet([" + name + "], file_row_number = true, hive_partitioning = false)";
        connection = new DuckDBDriver().connect("jdbc:duckdb:", settings);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            statement.execute("SET allowed_paths = [" + name + "]");
            statement.execute("SET enable_external_access = false");
            statement.execute("SET lock_configuration = true");
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** SQL of the file as a table; one more column, {@code file_row_number}, counts its rows from 0. */
    String table() {
        return table;
    }

    <T> T ask(String sql, Reader<T> reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(sql)) {
            return reader.read(results);
        }
    }

    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    static String name(String value) {
        return "\"" + value.replace("\"", "\"\"") + "\"";
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** Reads results while they are open. */
    interface Reader<T> {
        T read(ResultSet results) throws SQLException;
    }
}
