package org.opbrief.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.StoreException;

/** The tables of the data sets. */
final class Tables {
    private Tables() {}

    static String name(DataSet dataSet) {
        return name(dataSet.id());
    }

    static String name(String dataSet) {
        return Sql.name(dataSet.replace('-', '_'));
    }

    static String type(Column column) {
        return switch (column.type()) {
            case TEXT -> "VARCHAR";
            case INTEGER -> "BIGINT";
            case DECIMAL -> "DECIMAL(" + (column.scale() <= 8 ? 18 : 38) + "," + column.scale() + ")";
            case DATE -> "DATE";
            case BOOLEAN -> "BOOLEAN";
        };
    }

    /**
     * Makes the table fit the data set.
     *
     * @throws StoreException if a column holds values of another type already
     */
    static void fit(Connection connection, DataSet dataSet) throws SQLException, StoreException {
        Map<String, String> present = columns(connection, dataSet.id());
        if (present.isEmpty()) {
            create(connection, dataSet);
        } else if (isOfOtherTypes(connection, dataSet, present)) {
            Sql.run(connection, "DROP TABLE " + name(dataSet));
            create(connection, dataSet);
        } else {
            for (Column column : missing(dataSet, present)) {
                Sql.run(
                        connection,
                        "ALTER TABLE " + name(dataSet) + " ADD COLUMN " + Sql.name(column.name()) + " " + type(column));
            }
        }
    }

    /**
     * A temporary view under the table's name which shows what the table would be if it fitted the data set; empty if
     * it does.
     *
     * @throws StoreException if a column holds values of another type already
     */
    static Optional<String> view(Connection connection, DataSet dataSet) throws SQLException, StoreException {
        Map<String, String> present = columns(connection, dataSet.id());
        String start = "CREATE TEMP VIEW " + name(dataSet) + " AS SELECT ";
        if (present.isEmpty() || isOfOtherTypes(connection, dataSet, present)) {
            return Optional.of(start + empty(dataSet.columns())
                    + ", CAST(NULL AS BIGINT) AS _batch, CAST(NULL AS BIGINT) AS _line WHERE false");
        }
        List<Column> missing = missing(dataSet, present);
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        // by its full name: "main" alone is the schema of temporary views too
        String table = Sql.ask(connection, "SELECT current_database()", List.of(), results -> {
                    results.next();
                    return Sql.name(results.getString(1));
                })
                + ".main." + name(dataSet);
        return Optional.of(start + "*, " + empty(missing) + " FROM " + table);
    }

    static boolean exists(Connection connection, String dataSet) throws SQLException {
        return !columns(connection, dataSet).isEmpty();
    }

    private static List<Column> missing(DataSet dataSet, Map<String, String> present) {
        return dataSet.columns().stream()
                .filter(column -> !present.containsKey(column.name()))
                .toList();
    }

    private static String empty(List<Column> columns) {
        return columns.stream()
                .map(column -> "CAST(NULL AS " + type(column) + ") AS " + Sql.name(column.name()))
                .collect(Collectors.joining(", "));
    }

    /** A table without rows may be of whatever types. */
    private static boolean isOfOtherTypes(Connection connection, DataSet dataSet, Map<String, String> present)
            throws SQLException, StoreException {
        for (Column column : dataSet.columns()) {
            String type = present.getOrDefault(column.name(), type(column));
            if (type.equals(type(column))) {
                continue;
            }
            if (Sql.number(connection, "SELECT count(*) FROM " + name(dataSet)) > 0) {
                throw new StoreException("The workspace holds rows of " + dataSet.id() + " whose column "
                        + column.name() + " is " + type + ", but the installed pack defines it as " + type(column)
                        + "; remove the batches of " + dataSet.id()
                        + " and import them anew, or install the pack that they were imported with.");
            }
            return true;
        }
        return false;
    }

    private static void create(Connection connection, DataSet dataSet) throws SQLException {
        StringBuilder sql =
                new StringBuilder("CREATE TABLE ").append(name(dataSet)).append(" (");
        for (Column column : dataSet.columns()) {
            sql.append(Sql.name(column.name())).append(' ').append(type(column)).append(", ");
        }
        Sql.run(connection, sql + "_batch BIGINT NOT NULL, _line BIGINT NOT NULL)");
    }

    private static Map<String, String> columns(Connection connection, String dataSet) throws SQLException {
        Map<String, String> columns = new LinkedHashMap<>();
        Sql.list(
                connection,
                "SELECT column_name, data_type FROM duckdb_columns() WHERE database_name = current_database()"
                        + " AND schema_name = 'main' AND table_name = ? ORDER BY column_index",
                List.of(dataSet.replace('-', '_')),
                row -> columns.put(row.getString(1), row.getString(2)));
        return columns;
    }
}
