package org.opbrief.output.pdf;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.Unit;
import org.opbrief.api.report.Section;
import org.opbrief.api.statistics.Table;

/**
 * The numbers of a chart.
 *
 * @param xTitle of the axis of categories
 * @param yTitle of the axis of values, with its unit
 * @param categories in the order of the answer
 * @param places where the categories stand along the axis: a year or day for those that are in time, else 0, 1, 2, …
 * @param decimals digits of a value behind the decimal point
 */
record ChartData(
        String xTitle, String yTitle, List<String> categories, List<Double> places, List<Series> series, int decimals) {

    /** @param values one a category; empty where there is none */
    record Series(String name, List<OptionalDouble> values) {}

    /** Two values of one category and series, which an answer with more dimensions than the chart has, are added. */
    static ChartData of(Section.Chart chart, Cells cells) {
        Table table = chart.answer().table();
        int x = index(table, chart.x());
        Map<String, Integer> positions = new LinkedHashMap<>();
        List<Double> places = new ArrayList<>();
        Map<String, Map<Integer, BigDecimal>> series = new LinkedHashMap<>();
        for (int row = 0; row < table.rowCount(); row++) {
            Optional<Object> at = table.cell(row, x);
            String category = cells.text(row, x);
            if (!positions.containsKey(category)) {
                positions.put(category, places.size());
                places.add(place(at, places.size()));
            }
            for (String y : chart.y()) {
                int column = index(table, y);
                String name = seriesName(chart, table, row, column, cells);
                Map<Integer, BigDecimal> values = series.computeIfAbsent(name, key -> new HashMap<>());
                table.cell(row, column)
                        .ifPresent(value -> values.merge(
                                positions.get(category),
                                Numbers.shown(table.columns().get(column), value),
                                BigDecimal::add));
            }
        }
        List<Table.Column> measures = chart.y().stream()
                .map(y -> table.columns().get(index(table, y)))
                .toList();
        return new ChartData(
                table.columns().get(x).title(),
                measures.size() == 1 ? Numbers.header(measures.get(0)) : sharedUnit(measures),
                List.copyOf(positions.keySet()),
                inTime(table.columns().get(x))
                        ? places
                        : IntStream.range(0, places.size())
                                .mapToObj(i -> (double) i)
                                .toList(),
                series(series, places.size()),
                measures.stream().mapToInt(Numbers::decimals).max().orElse(0));
    }

    /** No category, or no value at all. */
    boolean isEmpty() {
        return series.stream().flatMap(one -> one.values().stream()).allMatch(OptionalDouble::isEmpty);
    }

    private static List<Series> series(Map<String, Map<Integer, BigDecimal>> values, int count) {
        List<Series> series = new ArrayList<>();
        values.forEach((name, byPosition) -> {
            List<OptionalDouble> list = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                BigDecimal value = byPosition.get(i);
                list.add(value == null ? OptionalDouble.empty() : OptionalDouble.of(value.doubleValue()));
            }
            series.add(new Series(name, list));
        });
        return series;
    }

    private static String seriesName(Section.Chart chart, Table table, int row, int column, Cells cells) {
        if (chart.split().isEmpty()) {
            return table.columns().get(column).title();
        }
        return cells.text(row, index(table, chart.split().get()));
    }

    private static String sharedUnit(List<Table.Column> measures) {
        List<String> symbols = measures.stream()
                .map(column -> column.unit().map(Unit::symbol).orElse(""))
                .distinct()
                .toList();
        return symbols.size() == 1 ? symbols.get(0) : "";
    }

    private static boolean inTime(Table.Column column) {
        return column.type() == ColumnType.DATE || column.type() == ColumnType.INTEGER && !column.measure();
    }

    private static double place(Optional<Object> value, int position) {
        if (value.orElse(null) instanceof LocalDate day) {
            return day.toEpochDay();
        }
        return value.orElse(null) instanceof Long number ? number : position;
    }

    private static int index(Table table, String column) {
        return table.indexOf(column)
                .orElseThrow(() -> new IllegalArgumentException("The answer has no column " + column));
    }
}
