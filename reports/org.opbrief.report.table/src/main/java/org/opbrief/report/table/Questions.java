package org.opbrief.report.table;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.statistics.DataQuery;
import org.opbrief.api.statistics.DataQuery.Condition;
import org.opbrief.api.statistics.DataQuery.Dimension;
import org.opbrief.api.statistics.DataQuery.Function;
import org.opbrief.api.statistics.DataQuery.Measure;
import org.opbrief.api.statistics.DataQuery.Operator;

/** Parts of questions. */
final class Questions {
    /** Name of the measure that counts rows. */
    static final String ROWS = "rows";

    private Questions() {}

    static Measure rows() {
        return new Measure(ROWS, "Rows", Function.COUNT, Optional.empty(), List.of(), Optional.empty(), 0);
    }

    static Measure of(String name, String title, Function function, Column column, int decimals) {
        return new Measure(name, title, function, Optional.of(column.name()), List.of(), Optional.empty(), decimals);
    }

    static Measure rowsWhere(String name, Condition condition) {
        return new Measure(name, "", Function.COUNT, Optional.empty(), List.of(condition), Optional.empty(), 0);
    }

    static Condition present(Column column) {
        return new Condition.Test(column.name(), Operator.PRESENT, List.of());
    }

    static Condition empty(Column column) {
        return new Condition.Test(column.name(), Operator.EMPTY, List.of());
    }

    static Condition is(Column column, String value) {
        return new Condition.Test(column.name(), Operator.IN, List.of(value));
    }

    static DataQuery query(
            String id, String dataSet, List<Condition> where, List<Dimension> by, List<Measure> measures) {
        return new DataQuery(id, dataSet, where, by, measures, Optional.empty(), List.of(), OptionalInt.empty());
    }

    /** Digits that a reader wants behind the point of a sum or an extreme. */
    static int decimals(Column column) {
        return column.type() == ColumnType.DECIMAL ? Math.min(2, column.scale()) : 0;
    }
}
