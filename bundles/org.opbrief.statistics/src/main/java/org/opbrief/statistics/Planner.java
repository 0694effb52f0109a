package org.opbrief.statistics;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Nearest;
import org.opbrief.api.data.Unit;
import org.opbrief.api.statistics.DataQuery;
import org.opbrief.api.statistics.DataQuery.Against;
import org.opbrief.api.statistics.DataQuery.Comparison;
import org.opbrief.api.statistics.DataQuery.Dimension;
import org.opbrief.api.statistics.DataQuery.Function;
import org.opbrief.api.statistics.DataQuery.Grain;
import org.opbrief.api.statistics.DataQuery.Measure;
import org.opbrief.api.statistics.DataQuery.Order;
import org.opbrief.api.statistics.StatisticsException;

/** Checks a query against its data set. */
final class Planner {
    private final Subject subject;
    private final DataSet dataSet;

    Planner(Subject subject, DataSet dataSet) {
        this.subject = subject;
        this.dataSet = dataSet;
    }

    Plan plan(DataQuery query) throws StatisticsException {
        if (query.measures().isEmpty()) {
            throw subject.wrong("it computes nothing; give at least one measure.");
        }
        List<Plan.Group> groups = new ArrayList<>();
        for (Dimension dimension : query.by()) {
            groups.add(group(dimension));
        }
        Conditions conditions = new Conditions(subject, dataSet, query.by());
        List<Plan.Value> values = new ArrayList<>();
        for (Measure measure : query.measures()) {
            values.add(value(measure, conditions));
        }
        Plan plan = new Plan(query, dataSet, conditions.all(query.where()), groups, values);
        checkNames(plan);
        if (query.compare().isPresent()) {
            check(plan, query.compare().get());
        }
        checkOrder(plan);
        if (query.limit().isPresent() && query.limit().getAsInt() < 1) {
            throw subject.wrong("its limit is " + query.limit().getAsInt() + "; give 1 or more, or none.");
        }
        return plan;
    }

    private Plan.Group group(Dimension dimension) throws StatisticsException {
        Column column = Schema.column(subject, dataSet, dimension.column());
        if (dimension.grain() != Grain.VALUE && column.type() != ColumnType.DATE) {
            throw subject.wrong("column " + column.name() + " is no date and cannot be taken by "
                    + dimension.grain().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ".");
        }
        return new Plan.Group(dimension, column);
    }

    private Plan.Value value(Measure measure, Conditions conditions) throws StatisticsException {
        Optional<Column> column = Optional.empty();
        if (measure.column().isPresent()) {
            column =
                    Optional.of(Schema.column(subject, dataSet, measure.column().get()));
        } else if (measure.function() != Function.COUNT) {
            throw subject.wrong("measure " + measure.name() + " needs a column; only a count can do without.");
        }
        if (measure.decimals() < 0) {
            throw subject.wrong("measure " + measure.name() + " is shown with " + measure.decimals()
                    + " decimals; give 0 or more.");
        }
        checkFunction(measure, column);
        Optional<Unit> stored = stored(measure, column);
        if (measure.unit().isPresent() && stored.isEmpty()) {
            throw subject.wrong("measure " + measure.name() + " is a date and has no unit.");
        }
        if (measure.unit().isPresent()) {
            checkUnit(measure, column, stored.orElseThrow());
        }
        Optional<Unit> shown = measure.unit().isPresent() ? measure.unit() : shown(measure, column, stored);
        return new Plan.Value(measure, column, conditions.all(measure.where()), stored, shown);
    }

    private void checkFunction(Measure measure, Optional<Column> column) throws StatisticsException {
        if (measure.function() == Function.COUNT || measure.function() == Function.COUNT_DISTINCT) {
            return;
        }
        ColumnType type = column.orElseThrow().type();
        boolean ordered = measure.function() == Function.MIN || measure.function() == Function.MAX;
        boolean fits = type == ColumnType.INTEGER || type == ColumnType.DECIMAL || type == ColumnType.DATE && ordered;
        if (!fits) {
            String holds =
                    switch (type) {
                        case TEXT -> "text";
                        case BOOLEAN -> "true or false";
                        default -> "dates";
                    };
            throw subject.wrong("measure " + measure.name() + " takes the " + Words.of(measure.function())
                    + " of column " + measure.column().orElseThrow() + ", which holds " + holds
                    + "; take a column of numbers, or count.");
        }
    }

    private static Optional<Unit> stored(Measure measure, Optional<Column> column) {
        if (measure.function() == Function.COUNT || measure.function() == Function.COUNT_DISTINCT) {
            return Optional.of(Unit.COUNT);
        }
        Column of = column.orElseThrow();
        return of.type() == ColumnType.DATE
                ? Optional.empty()
                : Optional.of(of.unit().orElse(Unit.COUNT));
    }

    private static Optional<Unit> shown(Measure measure, Optional<Column> column, Optional<Unit> stored) {
        boolean counts = measure.function() == Function.COUNT || measure.function() == Function.COUNT_DISTINCT;
        return counts ? stored : column.orElseThrow().unit();
    }

    private void checkUnit(Measure measure, Optional<Column> column, Unit stored) throws StatisticsException {
        Unit wanted = measure.unit().orElseThrow();
        if (!stored.convertsTo(wanted)) {
            String what = column.filter(of -> of.unit().isPresent())
                    .map(of -> "column " + of.name() + " is in " + stored.id())
                    .orElse("it is a plain number");
            throw subject.wrong("measure " + measure.name() + " cannot be told in " + wanted.id() + ": " + what
                    + ", which does not convert.");
        }
    }

    private void checkNames(Plan plan) throws StatisticsException {
        Set<String> seen = new LinkedHashSet<>();
        List<String> names = new ArrayList<>(plan.names());
        plan.values().stream()
                .filter(value -> value.measure().function() == Function.AVERAGE)
                .forEach(value -> names.add(Plan.countOf(value)));
        plan.compared().ifPresent(names::add);
        for (String name : names) {
            if (!seen.add(name)) {
                throw subject.wrong("two columns of its answer are called " + name + "; name one of them otherwise.");
            }
        }
    }

    private void check(Plan plan, Comparison comparison) throws StatisticsException {
        Plan.Value value = plan.value(subject, comparison.measure());
        if (value.type() == ColumnType.DATE) {
            throw subject.wrong("measure " + value.name() + " is a date and cannot be compared.");
        }
        boolean additive =
                value.measure().function() == Function.SUM || value.measure().function() == Function.COUNT;
        if (comparison.with() == Against.TOTAL && !additive) {
            throw subject.wrong(
                    "measure " + value.name() + " has no total that its groups are shares of, since it is the "
                            + Words.of(value.measure().function()) + "; compare a count or a sum.");
        }
        if (comparison.with() == Against.PREVIOUS) {
            timeOf(plan);
        }
    }

    /** Position of the dimension along which groups follow each other. */
    private int timeOf(Plan plan) throws StatisticsException {
        List<Integer> found = Comparisons.times(plan);
        if (found.size() != 1) {
            throw subject.wrong("a comparison with the previous group wants exactly one dimension in time"
                    + " (a date, or a year as a whole number), but there are " + found.size() + ".");
        }
        return found.get(0);
    }

    private void checkOrder(Plan plan) throws StatisticsException {
        List<String> names = new ArrayList<>(plan.names());
        plan.compared().ifPresent(names::add);
        for (Order order : plan.query().order()) {
            if (!names.contains(order.column())) {
                throw subject.wrong("it is ordered by " + order.column() + ", which its answer does not have"
                        + Nearest.hint(order.column(), names));
            }
        }
    }
}
