package org.opbrief.statistics;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import org.opbrief.api.data.ColumnType;

/**
 * The type of an answer's column.
 *
 * @param name the engine's
 * @param type empty if a table has none like it
 */
record SqlType(String name, Optional<ColumnType> type) {

    static SqlType of(ResultSetMetaData meta, int column) throws SQLException {
        String name = meta.getColumnTypeName(column);
        return new SqlType(name, type(meta.getColumnType(column), name));
    }

    private static Optional<ColumnType> type(int jdbc, String name) {
        return switch (jdbc) {
            case Types.VARCHAR, Types.CHAR, Types.LONGVARCHAR, Types.NVARCHAR -> Optional.of(ColumnType.TEXT);
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> Optional.of(ColumnType.INTEGER);
            case Types.DECIMAL, Types.NUMERIC -> Optional.of(ColumnType.DECIMAL);
            case Types.DATE -> Optional.of(ColumnType.DATE);
            case Types.BOOLEAN, Types.BIT -> Optional.of(ColumnType.BOOLEAN);
            // sums of whole numbers are wider in DuckDB than any type that JDBC names
            default -> name.endsWith("HUGEINT") ? Optional.of(ColumnType.INTEGER) : Optional.empty();
        };
    }
}
