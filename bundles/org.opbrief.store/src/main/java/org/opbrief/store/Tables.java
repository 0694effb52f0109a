package org.opbrief.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    static void prepare(Connection connection, DataSet dataSet) throws SQLException, StoreException {
        Map<String, String> present = columns(connection, dataSet.id());
        if (present.isEmpty()) {
            create(connection, dataSet);
            return;
        }
        for (Column column : dataSet.columns()) {
            String type = present.get(column.name());
            if (type == null) {
                Sql.run(
                        connection,
                        "ALTER TABLE " + name(dataSet) + " ADD COLUMN " + Sql.name(column.name()) + " " + type(column));
            } else if (!type.equals(type(column))) {
                replace(connection, dataSet, column, type);
                return;
            }
        }
    }

    static boolean exists(Connection connection, String dataSet) throws SQLException {
        return !columns(connection, dataSet).isEmpty();
    }

    private static void replace(Connection connection, DataSet dataSet, Column column, String type)
            throws SQLException, StoreException {
        if (Sql.number(connection, "SELECT count(*) FROM " + name(dataSet)) > 0) {
            throw new StoreException("The workspace holds rows of " + dataSet.id() + " whose column " + column.name()
                    + " is " + type + ", but the installed pack defines it as " + type(column)
                    + "; remove the batches of "
                    + dataSet.id() + " and import them anew, or install the pack that they were imported with.");
        }
        Sql.run(connection, "DROP TABLE " + name(dataSet));
        create(connection, dataSet);
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
