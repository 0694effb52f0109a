package org.opbrief.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.statistics.DataQuery;
import org.opbrief.api.statistics.DataQuery.Dimension;
import org.opbrief.api.statistics.DataQuery.Grain;
import org.opbrief.api.statistics.DataQuery.Operator;
import org.opbrief.api.statistics.StatisticsException;

/**
 * Makes SQL of conditions. They name columns of the data set or, where the query groups by it, a dimension with a
 * grain: {@code year} is then what the query calls so.
 */
final class Conditions {
    private final Subject subject;
    private final DataSet dataSet;
    private final List<Dimension> dimensions;

    Conditions(Subject subject, DataSet dataSet, List<Dimension> dimensions) {
        this.subject = subject;
        this.dataSet = dataSet;
        this.dimensions = dimensions;
    }

    /** All of them; true if there is none. */
    Condition all(List<DataQuery.Condition> conditions) throws StatisticsException {
        List<Condition> made = new ArrayList<>();
        for (DataQuery.Condition condition : conditions) {
            made.add(of(condition));
        }
        return made.isEmpty() ? DSL.noCondition() : DSL.and(made);
    }

    private Condition of(DataQuery.Condition condition) throws StatisticsException {
        if (condition instanceof DataQuery.Condition.Test test) {
            return test(test);
        }
        List<Condition> made = new ArrayList<>();
        for (DataQuery.Condition part : ((DataQuery.Condition.AnyOf) condition).conditions()) {
            made.add(of(part));
        }
        if (made.isEmpty()) {
            throw subject.wrong("a list of conditions of which one must hold is empty; give at least one.");
        }
        return DSL.or(made);
    }

    private Condition test(DataQuery.Condition.Test test) throws StatisticsException {
        Optional<Dimension> grained = dimensions.stream()
                .filter(dimension -> dimension.grain() != Grain.VALUE)
                .filter(dimension -> dimension.name().equals(test.column()))
                .findFirst();
        if (grained.isPresent() && dataSet.column(test.column()).isEmpty()) {
            Column dated = Schema.column(subject, dataSet, grained.get().column());
            ColumnType type = Fields.type(grained.get(), dated);
            List<Object> values = new ArrayList<>();
            for (String text : test.values()) {
                values.add(Values.read(subject, test.column(), type, text));
            }
            return test(Fields.of(grained.get(), dated), test, type, values);
        }
        Column column = Schema.column(subject, dataSet, test.column());
        List<Object> values = new ArrayList<>();
        for (String text : test.values()) {
            values.add(Values.read(subject, column, text));
        }
        return test(Fields.of(column), test, column.type(), values);
    }

    private Condition test(Field<?> field, DataQuery.Condition.Test test, ColumnType type, List<Object> values)
            throws StatisticsException {
        List<Field<?>> literals = new ArrayList<>();
        values.forEach(value -> literals.add(Fields.literal(value)));
        return switch (test.operator()) {
            case EMPTY -> field.isNull();
            case PRESENT -> field.isNotNull();
            case IN -> in(field, literals);
            case NOT_IN -> notIn(field, literals);
            case AT_LEAST, ABOVE, AT_MOST, BELOW -> compared(field, test, type, literals);
        };
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Condition in(Field<?> field, List<Field<?>> literals) {
        if (literals.isEmpty()) {
            return DSL.falseCondition();
        }
        Field raw = field;
        return literals.size() == 1 ? raw.eq(literals.get(0)) : raw.in((List) literals);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Condition notIn(Field<?> field, List<Field<?>> literals) {
        if (literals.isEmpty()) {
            return DSL.trueCondition();
        }
        Field raw = field;
        Condition other = literals.size() == 1 ? raw.ne(literals.get(0)) : raw.notIn((List) literals);
        return other.or(field.isNull());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Condition compared(Field<?> field, DataQuery.Condition.Test test, ColumnType type, List<Field<?>> literals)
            throws StatisticsException {
        if (literals.size() != 1) {
            throw subject.wrong("column " + test.column() + " is compared by " + words(test.operator()) + " with "
                    + literals.size() + " values; give one.");
        }
        if (type == ColumnType.TEXT || type == ColumnType.BOOLEAN) {
            throw subject.wrong("column " + test.column() + " holds "
                    + (type == ColumnType.TEXT ? "text" : "true or false") + " and cannot be compared by "
                    + words(test.operator()) + "; list the values that are wanted.");
        }
        Field raw = field;
        Field literal = literals.get(0);
        return switch (test.operator()) {
            case AT_LEAST -> raw.ge(literal);
            case ABOVE -> raw.gt(literal);
            case AT_MOST -> raw.le(literal);
            case BELOW -> raw.lt(literal);
            default -> throw new IllegalStateException(test.operator().name());
        };
    }

    /** The operator as text says it. */
    static String words(Operator operator) {
        return switch (operator) {
            case IN -> "";
            case NOT_IN -> "not";
            case AT_LEAST -> "at least";
            case ABOVE -> "above";
            case AT_MOST -> "at most";
            case BELOW -> "below";
            case EMPTY -> "empty";
            case PRESENT -> "not empty";
        };
    }
}
