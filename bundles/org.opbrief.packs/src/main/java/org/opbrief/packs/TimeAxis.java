package org.opbrief.packs;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.statistics.Answer;
import org.opbrief.api.statistics.DataQuery;
import org.opbrief.api.statistics.DataQuery.Against;
import org.opbrief.api.statistics.DataQuery.Dimension;
import org.opbrief.api.statistics.DataQuery.Function;
import org.opbrief.api.statistics.DataQuery.Grain;
import org.opbrief.api.statistics.DataQuery.Measure;
import org.opbrief.api.statistics.Query;
import org.opbrief.api.statistics.Table;

/**
 * Puts the periods on a chart's axis that no row fell in, so that a month without seizures is seen as such. Counts and
 * sums of it are 0, averages and extremes are empty. Nothing is added before the first period or after the last one that
 * has rows, since nobody knows whether the data reach there; nothing to an answer that a limit cut.
 */
final class TimeAxis {
    /** A century of months. An axis that would be longer has a wrong year in it, which is better seen among its neighbours. */
    private static final int MOST_PERIODS = 1200;

    private final DataQuery query;
    private final Table table;
    private final int x;
    private final Optional<Integer> split;

    private TimeAxis(DataQuery query, Table table, int x, Optional<Integer> split) {
        this.query = query;
        this.table = table;
        this.x = x;
        this.split = split;
    }

    /**
     * The answer with rows for the missing periods, or the very answer if none is missing.
     *
     * @param x name of the column along the axis
     * @param split name of the column that makes a series of each of its values
     */
    static Answer complete(Query query, Answer answer, String x, Optional<String> split) {
        Optional<Integer> position = answer.table().indexOf(x);
        if (!(query instanceof DataQuery data) || data.limit().isPresent() || position.isEmpty()) {
            return answer;
        }
        Optional<Grain> grain = grain(data, answer.table().columns().get(position.get()));
        if (grain.isEmpty()) {
            return answer;
        }
        Table table = answer.table();
        Optional<Table> completed =
                new TimeAxis(data, table, position.get(), split.flatMap(table::indexOf)).complete(grain.get());
        return completed.map(full -> new Answer(full, answer.passport())).orElse(answer);
    }

    /** A whole number that is compared with the previous one is a year. */
    private static Optional<Grain> grain(DataQuery query, Table.Column column) {
        Optional<Dimension> dimension = query.by().stream()
                .filter(by -> by.name().equals(column.name()))
                .findFirst();
        if (dimension.isEmpty() || dimension.get().grain() != Grain.VALUE) {
            return dimension.map(Dimension::grain);
        }
        boolean isYear = column.type() == ColumnType.INTEGER
                && query.compare().filter(by -> by.with() == Against.PREVIOUS).isPresent();
        return isYear ? Optional.of(Grain.YEAR) : Optional.empty();
    }

    private Optional<Table> complete(Grain grain) {
        Map<Optional<Object>, Set<Object>> present = new LinkedHashMap<>();
        TreeSet<Object> all = new TreeSet<>();
        for (int row = 0; row < table.rowCount(); row++) {
            Optional<Object> period = table.cell(row, x);
            Set<Object> of = present.computeIfAbsent(series(row), key -> new HashSet<>());
            period.ifPresent(of::add);
            period.ifPresent(all::add);
        }
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Set<Object> periods = new LinkedHashSet<>();
        for (Object period = all.first(); compare(period, all.last()) <= 0; period = next(period, grain)) {
            periods.add(period);
            if (periods.size() > MOST_PERIODS) {
                return Optional.empty();
            }
        }
        List<List<Object>> rows = new ArrayList<>();
        present.forEach((series, of) -> {
            for (int row = 0; row < table.rowCount(); row++) {
                if (series(row).equals(series)) {
                    rows.add(row(row));
                }
            }
            periods.stream().filter(period -> !of.contains(period)).forEach(period -> rows.add(empty(period, series)));
        });
        if (rows.size() == table.rowCount()) {
            return Optional.empty();
        }
        Comparator<Object> order = TimeAxis::compare;
        rows.sort(Comparator.comparing(
                row -> row.get(x), Comparator.nullsLast(isDescending() ? order.reversed() : order)));
        return Optional.of(new Table(table.columns(), rows));
    }

    private Optional<Object> series(int row) {
        return split.flatMap(column -> table.cell(row, column));
    }

    private List<Object> row(int row) {
        List<Object> cells = new ArrayList<>();
        for (int column = 0; column < table.columns().size(); column++) {
            cells.add(table.cell(row, column).orElse(null));
        }
        return cells;
    }

    private List<Object> empty(Object period, Optional<Object> series) {
        Object[] cells = new Object[table.columns().size()];
        for (Measure measure : query.measures()) {
            if (isZeroOfNothing(measure.function())) {
                table.indexOf(measure.name()).ifPresent(column -> cells[column] = zero(column));
            }
        }
        cells[x] = period;
        split.ifPresent(column -> cells[column] = series.orElse(null));
        return Arrays.asList(cells);
    }

    private static boolean isZeroOfNothing(Function function) {
        return function == Function.COUNT || function == Function.COUNT_DISTINCT || function == Function.SUM;
    }

    private Object zero(int column) {
        return table.columns().get(column).type() == ColumnType.INTEGER ? (Object) 0L : BigDecimal.ZERO;
    }

    private boolean isDescending() {
        String name = table.columns().get(x).name();
        return query.order().stream().anyMatch(by -> by.column().equals(name) && by.descending());
    }

    private static Object next(Object period, Grain grain) {
        return period instanceof LocalDate day ? day.plusMonths(grain == Grain.QUARTER ? 3 : 1) : (Long) period + 1;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static int compare(Object a, Object b) {
        return ((Comparable) a).compareTo(b);
    }
}
