package org.opbrief.statistics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.Unit;
import org.opbrief.api.statistics.DataQuery.Against;
import org.opbrief.api.statistics.DataQuery.Function;
import org.opbrief.api.statistics.DataQuery.Grain;
import org.opbrief.api.statistics.StatisticsException;
import org.opbrief.api.statistics.Table;

/** Makes the table of what the store answered: labels, units, averages, comparison, order and limit. */
final class AnswerTable {
    private static final int RATIO_DECIMALS = 3;

    private final Subject subject;
    private final Plan plan;

    AnswerTable(Subject subject, Plan plan) {
        this.subject = subject;
        this.plan = plan;
    }

    Table of(Rows answer) throws StatisticsException {
        List<List<Object>> rows = new ArrayList<>();
        for (List<Object> raw : answer.cells()) {
            rows.add(row(raw));
        }
        List<String> names = new ArrayList<>(plan.names());
        if (plan.query().compare().isPresent()) {
            String measure = plan.query().compare().get().measure();
            Against against = plan.query().compare().get().with();
            List<BigDecimal> compared = Comparisons.of(plan, against, rows, names.indexOf(measure));
            for (int i = 0; i < rows.size(); i++) {
                rows.get(i).add(compared.get(i));
            }
            names.add(plan.compared().orElseThrow());
        }
        label(rows);
        if (plan.orderedHere()) {
            rows.sort(RowOrder.of(plan.query().order(), names, plan.groups().size()));
            if (plan.query().limit().isPresent() && plan.query().limit().getAsInt() < rows.size()) {
                rows = rows.subList(0, plan.query().limit().getAsInt());
            }
        }
        return new Table(columns(), rows);
    }

    /** The measure in its unit, from the store's cells from {@code at} on; null if there is none. */
    static Object measured(Subject subject, Plan.Value value, List<Object> raw, int at) throws StatisticsException {
        Object cell = raw.get(at);
        if (cell == null || value.type() == ColumnType.DATE) {
            return cell;
        }
        if (value.type() == ColumnType.INTEGER) {
            if (!(cell instanceof Long)) {
                throw subject.wrong("measure " + value.name() + " is " + cell + ", too large for a table.");
            }
            return cell;
        }
        BigDecimal number = decimal(cell);
        if (value.measure().function() == Function.AVERAGE) {
            number = number.divide(decimal(raw.get(at + 1)), MathContext.DECIMAL128);
        }
        return value.converts()
                ? value.stored().orElseThrow().convert(number, value.shown().orElseThrow())
                : number;
    }

    static BigDecimal decimal(Object cell) {
        return cell instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf((Long) cell);
    }

    private List<Object> row(List<Object> raw) throws StatisticsException {
        List<Object> row = new ArrayList<>(raw.subList(0, plan.groups().size()));
        int at = row.size();
        for (Plan.Value value : plan.values()) {
            row.add(measured(subject, value, raw, at));
            at += value.measure().function() == Function.AVERAGE ? 2 : 1;
        }
        return row;
    }

    private void label(List<List<Object>> rows) {
        for (int i = 0; i < plan.groups().size(); i++) {
            if (plan.groups().get(i).isVocabulary()) {
                Column column = plan.groups().get(i).column();
                for (List<Object> row : rows) {
                    row.set(i, Values.shown(column, row.get(i)));
                }
            }
        }
    }

    private List<Table.Column> columns() {
        List<Table.Column> columns = new ArrayList<>();
        for (Plan.Group group : plan.groups()) {
            Column column = group.column();
            String title = group.dimension().title().isEmpty()
                    ? column.title()
                    : group.dimension().title();
            boolean plain = group.dimension().grain() == Grain.VALUE;
            columns.add(new Table.Column(
                    group.name(),
                    title,
                    group.type(),
                    plain ? column.unit() : Optional.empty(),
                    plain ? column.scale() : 0,
                    false));
        }
        for (Plan.Value value : plan.values()) {
            columns.add(new Table.Column(
                    value.name(),
                    title(value),
                    value.type(),
                    value.shown(),
                    value.measure().decimals(),
                    true));
        }
        plan.compared().ifPresent(name -> columns.add(compared(name)));
        return columns;
    }

    private static String title(Plan.Value value) {
        if (!value.measure().title().isEmpty()) {
            return value.measure().title();
        }
        return value.counts() ? "Count" : value.column().map(Column::title).orElse("Count");
    }

    private Table.Column compared(String name) {
        String measure = plan.query().compare().orElseThrow().measure();
        Against against = plan.query().compare().orElseThrow().with();
        String title = plan.values().stream()
                .filter(value -> value.name().equals(measure))
                .map(AnswerTable::title)
                .findFirst()
                .orElse(measure);
        String suffix = against == Against.TOTAL ? ", share" : ", change";
        return new Table.Column(
                name, title + suffix, ColumnType.DECIMAL, Optional.of(Unit.RATIO), RATIO_DECIMALS, true);
    }
}
