package org.opbrief.importer.jdbc;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Locale;
import java.util.Properties;
import org.opbrief.api.data.DatabaseQuery;
import org.opbrief.api.data.FileFaults;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.Progress;

/** One query and its rows. */
final class Fetch {
    /** Rows that the driver brings at once. */
    private static final int AT_ONCE = 2_000;

    /** Rows between two numbers that are told. */
    private static final int TOLD = 50_000;

    private final Driver driver;
    private final DatabaseQuery query;
    private final Path target;
    private final Progress progress;
    private long rows;

    Fetch(Driver driver, DatabaseQuery query, Path target, Progress progress) {
        this.driver = driver;
        this.query = query;
        this.target = target;
        this.progress = progress;
    }

    long run() throws ImportException {
        boolean done = false;
        try (Connection connection = driver.connect(query.url(), properties())) {
            // a cursor needs a transaction, and it sees one state of the data
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            write(connection);
            done = true;
            return rows;
        } catch (SQLException e) {
            throw new ImportException(sentence(e), e);
        } catch (IOException e) {
            throw new ImportException("The rows cannot be written: " + FileFaults.reason(e) + ".", e);
        } finally {
            if (!done) {
                delete();
            }
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        query.user().ifPresent(user -> properties.setProperty("user", user));
        query.password().ifPresent(password -> properties.setProperty("password", new String(password)));
        return properties;
    }

    private void write(Connection connection) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(AT_ONCE);
            try (ResultSet results = statement.executeQuery(query.sql());
                    Writer out = Files.newBufferedWriter(target, StandardOpenOption.CREATE_NEW)) {
                ResultSetMetaData columns = results.getMetaData();
                for (int column = 1; column <= columns.getColumnCount(); column++) {
                    field(out, column, columns.getColumnLabel(column));
                }
                out.write('\n');
                while (results.next()) {
                    if (rows % AT_ONCE == 0) {
                        progress.at(step(), 0);
                    }
                    for (int column = 1; column <= columns.getColumnCount(); column++) {
                        field(out, column, value(results, column, columns.getColumnType(column)));
                    }
                    out.write('\n');
                    rows++;
                }
            }
        }
    }

    /** How many there will be, no database tells in advance. */
    private String step() {
        long told = rows - rows % TOLD;
        return told == 0 ? "fetching rows" : String.format(Locale.ROOT, "fetching rows: %,d so far", told);
    }

    private static String value(ResultSet results, int column, int type) throws SQLException {
        if (type == Types.BIT || type == Types.BOOLEAN) {
            boolean value = results.getBoolean(column);
            return results.wasNull() ? "" : String.valueOf(value);
        }
        String text = results.getString(column);
        if (text == null) {
            return "";
        }
        return type == Types.TIMESTAMP ? text.replace(' ', 'T') : text;
    }

    private static void field(Writer out, int column, String text) throws IOException {
        if (column > 1) {
            out.write(',');
        }
        if (text.chars().noneMatch(at -> at == ',' || at == '"' || at == '\n' || at == '\r')) {
            out.write(text);
        } else {
            out.write('"' + text.replace("\"", "\"\"") + '"');
        }
    }

    private String sentence(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        boolean lost = state.startsWith("08") || state.startsWith("57P");
        if (lost && rows > 0) {
            return "The connection to " + query.url() + " was lost after " + rows + " rows (" + words(e)
                    + "); nothing was kept, so run the import again.";
        }
        return lost || state.startsWith("28")
                ? query.url() + " cannot be reached: " + words(e) + "."
                : query.url() + " refused the query: " + words(e) + ".";
    }

    /** The database's own words, on one line. */
    static String words(SQLException e) {
        String message = e.getMessage() == null ? "it gave no reason" : e.getMessage();
        return message.strip().replaceAll("\\s*\\R\\s*", "; ").replaceAll("\\.+$", "");
    }

    private void delete() {
        try {
            Files.deleteIfExists(target);
        } catch (IOException e) {
            // it lies in the caller's scratch folder, which is cleared anyway
            target.toFile().deleteOnExit();
        }
    }
}
