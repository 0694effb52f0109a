package org.opbrief.statistics;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.statistics.DataQuery.Dimension;

/** Expressions over the columns of a data set. */
final class Fields {

    static final Field<Long> BATCH = DSL.field(DSL.name("_batch"), SQLDataType.BIGINT);
    static final Field<Long> LINE = DSL.field(DSL.name("_line"), SQLDataType.BIGINT);

    private Fields() {}

    static Field<?> of(Column column) {
        return DSL.field(DSL.name(column.name()), type(column.type()));
    }

    static Field<BigDecimal> number(Column column) {
        return DSL.field(DSL.name(column.name()), SQLDataType.NUMERIC);
    }

    /** The column as coarse as the dimension takes it. */
    static Field<?> of(Dimension dimension, Column column) {
        Field<LocalDate> date = DSL.field(DSL.name(column.name()), SQLDataType.LOCALDATE);
        return switch (dimension.grain()) {
            case VALUE -> of(column);
            case YEAR -> DSL.year(date);
            case QUARTER -> truncated("quarter", date);
            case MONTH -> truncated("month", date);
            case FISCAL_YEAR ->
                DSL.year(date)
                        .plus(DSL.when(DSL.month(date).ge(DSL.inline(10)), DSL.inline(1))
                                .otherwise(DSL.inline(0)));
        };
    }

    static ColumnType type(Dimension dimension, Column column) {
        return switch (dimension.grain()) {
            case VALUE -> column.type();
            case YEAR, FISCAL_YEAR -> ColumnType.INTEGER;
            case QUARTER, MONTH -> ColumnType.DATE;
        };
    }

    /** The value as it stands in SQL text. */
    static Field<?> literal(Object value) {
        if (value instanceof Long || value instanceof BigInteger) {
            return DSL.inline(new BigInteger(value.toString()), SQLDataType.DECIMAL_INTEGER);
        }
        return DSL.inline(value);
    }

    /** jOOQ's own trunc() of dates is not rendered for DuckDB and Trino; all three engines have date_trunc. */
    static Field<LocalDate> truncated(String part, Field<?> date) {
        return DSL.field("cast(date_trunc({0}, {1}) as date)", SQLDataType.LOCALDATE, DSL.inline(part), date);
    }

    private static DataType<?> type(ColumnType type) {
        return switch (type) {
            case TEXT -> SQLDataType.VARCHAR;
            case INTEGER -> SQLDataType.BIGINT;
            case DECIMAL -> SQLDataType.NUMERIC;
            case DATE -> SQLDataType.LOCALDATE;
            case BOOLEAN -> SQLDataType.BOOLEAN;
        };
    }
}
