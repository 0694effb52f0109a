package org.opbrief.statistics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.Nearest;
import org.opbrief.api.statistics.DataQuery.Condition;
import org.opbrief.api.statistics.DataQuery.Operator;
import org.opbrief.api.statistics.StatisticsException;
import org.opbrief.api.statistics.Table;

/** Finds the one cell of a table that a figure wants. */
final class AnswerCell {
    private final Subject subject;
    private final Table table;

    AnswerCell(Subject subject, Table table) {
        this.subject = subject;
        this.table = table;
    }

    /** The number in the column of the one row that satisfies the conditions. */
    BigDecimal number(String column, List<Condition> where) throws StatisticsException {
        int at = index(column);
        List<Integer> found = new ArrayList<>();
        for (int row = 0; row < table.rowCount(); row++) {
            if (all(row, where)) {
                found.add(row);
            }
        }
        if (found.size() != 1) {
            throw subject.wrong((found.isEmpty() ? "no row" : found.size() + " rows")
                    + " of the answer satisf" + (found.size() > 1 ? "y" : "ies")
                    + " its conditions, but it wants exactly one; change its conditions.");
        }
        Object cell = table.cell(found.get(0), at)
                .orElseThrow(() -> subject.wrong("column " + column + " of the answer is empty in its row."));
        if (cell instanceof Long || cell instanceof BigDecimal) {
            return AnswerTable.decimal(cell);
        }
        throw subject.wrong("column " + column + " of the answer holds no numbers.");
    }

    Table.Column column(String name) throws StatisticsException {
        return table.columns().get(index(name));
    }

    private int index(String column) throws StatisticsException {
        Optional<Integer> found = table.indexOf(column);
        if (found.isEmpty()) {
            List<String> names =
                    table.columns().stream().map(Table.Column::name).toList();
            throw subject.wrong("the answer has no column " + column + Nearest.hint(column, names));
        }
        return found.get();
    }

    private boolean all(int row, List<Condition> conditions) throws StatisticsException {
        for (Condition condition : conditions) {
            if (!holds(row, condition)) {
                return false;
            }
        }
        return true;
    }

    private boolean holds(int row, Condition condition) throws StatisticsException {
        if (condition instanceof Condition.Test test) {
            return holds(row, test);
        }
        for (Condition part : ((Condition.AnyOf) condition).conditions()) {
            if (holds(row, part)) {
                return true;
            }
        }
        return false;
    }

    private boolean holds(int row, Condition.Test test) throws StatisticsException {
        int at = index(test.column());
        ColumnType type = table.columns().get(at).type();
        Optional<Object> cell = table.cell(row, at);
        if (test.operator() == Operator.EMPTY || test.operator() == Operator.PRESENT) {
            return cell.isPresent() == (test.operator() == Operator.PRESENT);
        }
        List<Integer> compared = new ArrayList<>();
        for (String text : test.values()) {
            Object value = Values.read(subject, test.column(), type, text);
            cell.ifPresent(present -> compared.add(compare(present, value)));
        }
        boolean in = compared.contains(0);
        if (test.operator() == Operator.IN || test.operator() == Operator.NOT_IN) {
            return in == (test.operator() == Operator.IN);
        }
        if (test.values().size() != 1) {
            throw subject.wrong("column " + test.column() + " is compared by " + Conditions.words(test.operator())
                    + " with " + test.values().size() + " values; give one.");
        }
        return !compared.isEmpty()
                && switch (test.operator()) {
                    case AT_LEAST -> compared.get(0) >= 0;
                    case ABOVE -> compared.get(0) > 0;
                    case AT_MOST -> compared.get(0) <= 0;
                    default -> compared.get(0) < 0;
                };
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static int compare(Object cell, Object value) {
        return ((Comparable) cell).compareTo(value);
    }
}
