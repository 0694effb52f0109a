package org.opbrief.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.opbrief.api.data.Store.ResultReader;

/** Small helpers for SQL. A statement is closed by an error, so each call makes its own. */
final class Sql {
    private Sql() {}

    static String name(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    static String text(String value) {
        return '\'' + value.replace("'", "''") + '\'';
    }

    static String texts(List<String> values) {
        return values.stream().map(Sql::text).collect(Collectors.joining(", ", "CAST([", "] AS VARCHAR[])"));
    }

    /** A column of texts; empty if it has none. */
    static List<String> texts(ResultSet row, int column) throws SQLException {
        Array array = row.getArray(column);
        return array == null
                ? List.of()
                : Arrays.stream((Object[]) array.getArray())
                        .map(String::valueOf)
                        .toList();
    }

    /** Runs a statement and gives the number of rows that it changed. */
    static long run(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, List.of(parameters))) {
            return statement.executeLargeUpdate();
        }
    }

    static <T> T ask(Connection connection, String sql, List<?> parameters, ResultReader<T> reader)
            throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet results = statement.executeQuery()) {
            return reader.read(results);
        }
    }

    static long number(Connection connection, String sql, Object... parameters) throws SQLException {
        return ask(connection, sql, List.of(parameters), results -> {
            results.next();
            return results.getLong(1);
        });
    }

    static <T> List<T> list(Connection connection, String sql, List<?> parameters, ResultReader<T> row)
            throws SQLException {
        return ask(connection, sql, parameters, results -> {
            List<T> rows = new ArrayList<>();
            while (results.next()) {
                rows.add(row.read(results));
            }
            return rows;
        });
    }

    private static PreparedStatement prepare(Connection connection, String sql, List<?> parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int index = 0; index < parameters.size(); index++) {
                statement.setObject(index + 1, parameters.get(index));
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }
}
