package org.opbrief.workbench.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.statistics.DataQuery;
import org.opbrief.api.statistics.DataQuery.Condition;
import org.opbrief.api.statistics.DataQuery.Dimension;
import org.opbrief.api.statistics.DataQuery.Function;
import org.opbrief.api.statistics.DataQuery.Grain;
import org.opbrief.api.statistics.DataQuery.Measure;
import org.opbrief.api.statistics.DataQuery.Operator;
import org.opbrief.api.statistics.DataQuery.Order;

/**
 * What is asked of a data set.
 *
 * @param by what the rows are grouped by
 * @param measures at least one
 */
record Question(DataSet dataSet, List<Cut> by, List<Sum> measures, List<Filter> filters) {
    static final int ROWS = 500;
    static final String ID = "answer";

    Question {
        by = List.copyOf(by);
        measures = List.copyOf(measures);
        filters = List.copyOf(filters);
    }

    /** A column that rows are grouped by. */
    record Cut(Column column, Grain grain) {
        String name() {
            return grain == Grain.VALUE
                    ? column.name()
                    : column.name() + "_" + grain.name().toLowerCase(Locale.ROOT);
        }

        String title() {
            return grain == Grain.VALUE ? column.title() : Messages.get("grain." + grain, column.title());
        }

        boolean inTime() {
            return column.type() == ColumnType.DATE;
        }
    }

    /** A number that is computed of each group. @param column empty for the number of rows */
    record Sum(Function function, Optional<Column> column) {
        String name() {
            return column.map(of -> function.name().toLowerCase(Locale.ROOT) + "_" + of.name())
                    .orElse("records");
        }

        String title() {
            return column.map(of -> Messages.get("measure." + function, of.title()))
                    .orElseGet(() -> Messages.get("measure.records"));
        }

        int decimals() {
            return function == Function.AVERAGE
                    ? 2
                    : column.filter(of -> of.type() == ColumnType.DECIMAL)
                            .map(of -> Math.min(of.scale(), 2))
                            .orElse(0);
        }
    }

    /** A condition. */
    record Filter(Column column, Operator operator, List<String> values) {
        Filter {
            values = List.copyOf(values);
        }
    }

    /** All that rows of the data set can be grouped by. */
    static List<Cut> cuts(DataSet dataSet) {
        List<Cut> cuts = new ArrayList<>();
        for (Column column : dataSet.columns()) {
            switch (column.type()) {
                case TEXT, BOOLEAN -> {
                    if (!dataSet.key().contains(column.name())) {
                        cuts.add(new Cut(column, Grain.VALUE));
                    }
                }
                case DATE -> {
                    for (Grain grain : List.of(Grain.YEAR, Grain.FISCAL_YEAR, Grain.QUARTER, Grain.MONTH)) {
                        cuts.add(new Cut(column, grain));
                    }
                }
                default -> {
                    // numbers are measured
                }
            }
        }
        return cuts;
    }

    /** Number of the cut to begin with: with few groups, if there is one; empty if there are no cuts. */
    static OptionalInt first(DataSet dataSet) {
        List<Cut> cuts = cuts(dataSet);
        OptionalInt few = IntStream.range(0, cuts.size())
                .filter(i -> !cuts.get(i).column().constraint().vocabulary().isEmpty())
                .findFirst();
        return few.isPresent() || cuts.isEmpty() ? few : OptionalInt.of(0);
    }

    /** All that can be computed. */
    static List<Sum> sums(DataSet dataSet) {
        List<Sum> sums = new ArrayList<>(List.of(new Sum(Function.COUNT, Optional.empty())));
        for (Column column : dataSet.columns()) {
            if (column.type() == ColumnType.INTEGER || column.type() == ColumnType.DECIMAL) {
                sums.add(new Sum(Function.SUM, Optional.of(column)));
                sums.add(new Sum(Function.AVERAGE, Optional.of(column)));
                sums.add(new Sum(Function.MAX, Optional.of(column)));
            }
        }
        return sums;
    }

    /** In time forwards, else the largest first. */
    boolean inTime() {
        return by.stream().anyMatch(Cut::inTime);
    }

    DataQuery query() {
        return new DataQuery(
                ID,
                dataSet.id(),
                filters.stream()
                        .map(filter -> (Condition)
                                new Condition.Test(filter.column().name(), filter.operator(), filter.values()))
                        .toList(),
                by.stream()
                        .map(cut -> new Dimension(
                                cut.name(), cut.title(), cut.column().name(), cut.grain()))
                        .toList(),
                measures.stream()
                        .map(sum -> new Measure(
                                sum.name(),
                                sum.title(),
                                sum.function(),
                                sum.column().map(Column::name),
                                List.of(),
                                Optional.empty(),
                                sum.decimals()))
                        .toList(),
                Optional.empty(),
                inTime() || by.isEmpty()
                        ? List.of()
                        : List.of(new Order(measures.get(0).name(), true)),
                OptionalInt.of(ROWS));
    }
}
