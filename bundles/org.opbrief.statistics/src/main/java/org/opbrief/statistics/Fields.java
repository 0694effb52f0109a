package org.opbrief.statistics;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.statistics.DataQuery.Dimension;

/** Writes names, values and expressions over the columns of a data set as SQL. */
final class Fields {
    static final String BATCH = name("_batch");
    static final String LINE = name("_line");

    private Fields() {}

    static String table(DataSet dataSet) {
        return name(Schema.tableName(dataSet));
    }

    static String of(Column column) {
        return name(column.name());
    }

    /** The column as coarse as the dimension takes it. */
    static String of(Dimension dimension, Column column) {
        String date = of(column);
        return switch (dimension.grain()) {
            case VALUE -> date;
            case YEAR -> "extract(year from " + date + ")";
            case QUARTER -> "cast(date_trunc('quarter', " + date + ") as date)";
            case MONTH -> "cast(date_trunc('month', " + date + ") as date)";
            case FISCAL_YEAR ->
                "(extract(year from " + date + ") + case when extract(month from " + date
                        + ") >= 10 then 1 else 0 end)";
        };
    }

    static ColumnType type(Dimension dimension, Column column) {
        return switch (dimension.grain()) {
            case VALUE -> column.type();
            case YEAR, FISCAL_YEAR -> ColumnType.INTEGER;
            case QUARTER, MONTH -> ColumnType.DATE;
        };
    }

    static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** The value as it stands in SQL text. */
    static String literal(Object value) {
        if (value instanceof String text) {
            return "'" + text.replace("'", "''") + "'";
        }
        if (value instanceof LocalDate day) {
            return "date '" + day + "'";
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}
