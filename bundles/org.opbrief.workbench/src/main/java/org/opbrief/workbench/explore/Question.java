package org.opbrief.workbench.explore;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.report.Section.Kind;
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
 * @param kind of the chart; bars if the answer has no time to draw a line over
 */
record Question(DataSet dataSet, List<Cut> by, List<Sum> measures, List<Filter> filters, Kind kind) {
    static final int ROWS = 500;
    static final String ID = "answer";
    private static final int SERIES_CUTS = 2;

    Question {
        by = List.copyOf(by);
        measures = List.copyOf(measures);
        filters = List.copyOf(filters);
        kind = canBeLine(by) ? kind : Kind.BAR;
    }

    /** Whether a line can be drawn: over time, with one line or one each for the values of another column. */
    static boolean canBeLine(List<Cut> by) {
        return by.size() <= SERIES_CUTS && by.stream().anyMatch(Cut::inTime);
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

        /** A period as it stands along an axis. */
        String period(Object value) {
            return switch (grain) {
                case MONTH -> YearMonth.from((LocalDate) value).toString();
                case QUARTER ->
                    ((LocalDate) value).getYear() + " Q" + ((LocalDate) value).get(IsoFields.QUARTER_OF_YEAR);
                default -> value.toString();
            };
        }

        /** The period that follows. */
        Object next(Object period) {
            return period instanceof LocalDate day ? day.plusMonths(grain == Grain.QUARTER ? 3 : 1) : (Long) period + 1;
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

        /** Whether the numbers of groups may be added. */
        boolean addsUp() {
            return function == Function.COUNT || function == Function.SUM;
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

    /** Number of the cut that stands along the chart's axis: the first in time, else the first. */
    int axis() {
        return IntStream.range(0, by.size())
                .filter(i -> by.get(i).inTime())
                .findFirst()
                .orElse(0);
    }

    /** Number of the cut that makes a series of each of its values, if there are two. */
    OptionalInt split() {
        return by.size() == SERIES_CUTS ? OptionalInt.of(1 - axis()) : OptionalInt.empty();
    }

    /** Whether a report can draw the answer. */
    boolean hasChart() {
        return !by.isEmpty() && by.size() <= SERIES_CUTS;
    }

    /** In time forwards, else the largest first. */
    Optional<Order> order() {
        return by.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        inTime()
                                ? new Order(by.get(axis()).name(), false)
                                : new Order(measures.get(0).name(), true));
    }

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
                order().stream().toList(),
                OptionalInt.of(ROWS));
    }
}
