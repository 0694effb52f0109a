package org.opbrief.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    Where all(List<DataQuery.Condition> conditions) throws StatisticsException {
        List<Where> made = new ArrayList<>();
        for (DataQuery.Condition condition : conditions) {
            made.add(of(condition));
        }
        return Where.and(made);
    }

    private Where of(DataQuery.Condition condition) throws StatisticsException {
        if (condition instanceof DataQuery.Condition.Test test) {
            return test(test);
        }
        List<Where> made = new ArrayList<>();
        for (DataQuery.Condition part : ((DataQuery.Condition.AnyOf) condition).conditions()) {
            made.add(of(part));
        }
        if (made.isEmpty()) {
            throw subject.wrong("a list of conditions of which one must hold is empty; give at least one.");
        }
        return Where.or(made);
    }

    private Where test(DataQuery.Condition.Test test) throws StatisticsException {
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

    private Where test(String field, DataQuery.Condition.Test test, ColumnType type, List<Object> values)
            throws StatisticsException {
        List<String> literals = values.stream().map(Fields::literal).toList();
        return switch (test.operator()) {
            case EMPTY -> Where.of(field + " is null");
            case PRESENT -> Where.of(field + " is not null");
            case IN -> in(field, literals);
            case NOT_IN -> notIn(field, literals);
            case AT_LEAST, ABOVE, AT_MOST, BELOW -> Where.of(compared(field, test, type, literals));
        };
    }

    private static Where in(String field, List<String> literals) {
        return switch (literals.size()) {
            case 0 -> Where.NOTHING;
            case 1 -> Where.of(field + " = " + literals.get(0));
            default -> Where.of(field + " in (" + String.join(", ", literals) + ")");
        };
    }

    private static Where notIn(String field, List<String> literals) {
        Where empty = Where.of(field + " is null");
        return switch (literals.size()) {
            case 0 -> Where.ALL;
            case 1 -> Where.of(field + " <> " + literals.get(0)).or(empty);
            default ->
                Where.of(field + " not in (" + String.join(", ", literals) + ")")
                        .or(empty);
        };
    }

    private String compared(String field, DataQuery.Condition.Test test, ColumnType type, List<String> literals)
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
        String sign =
                switch (test.operator()) {
                    case AT_LEAST -> " >= ";
                    case ABOVE -> " > ";
                    case AT_MOST -> " <= ";
                    case BELOW -> " < ";
                    default -> throw new IllegalStateException(test.operator().name());
                };
        return field + sign + literals.get(0);
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
