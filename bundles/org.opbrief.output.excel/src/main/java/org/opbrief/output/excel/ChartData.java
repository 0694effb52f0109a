package org.opbrief.output.excel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.opbrief.api.report.Section;
import org.opbrief.api.statistics.Table;

/** What a chart draws, as a table: what stands along the axis, then one column a series. */
final class ChartData {

    private ChartData() {}

    static Table of(Section.Chart chart) {
        Table table = chart.answer().table();
        int x = column(table, chart.x());
        return chart.split().isPresent()
                ? split(
                        table,
                        x,
                        column(table, chart.split().get()),
                        column(table, chart.y().get(0)))
                : select(
                        table,
                        x,
                        chart.y().stream().map(name -> column(table, name)).toList());
    }

    /** Position of the column, from 0. */
    static int column(Table table, String name) {
        return table.indexOf(name)
                .orElseThrow(() -> new IllegalArgumentException("A chart names a column that is not there: " + name));
    }

    private static Table select(Table table, int x, List<Integer> series) {
        List<Integer> chosen = new ArrayList<>(List.of(x));
        chosen.addAll(series);
        List<List<Object>> rows = new ArrayList<>();
        for (int row = 0; row < table.rowCount(); row++) {
            List<Object> cells = new ArrayList<>();
            for (int column : chosen) {
                cells.add(table.cell(row, column).orElse(null));
            }
            rows.add(cells);
        }
        return new Table(chosen.stream().map(table.columns()::get).toList(), rows);
    }

    private static Table split(Table table, int x, int by, int measure) {
        Set<Optional<Object>> names = new LinkedHashSet<>();
        Map<Optional<Object>, Map<Optional<Object>, Object>> byX = new LinkedHashMap<>();
        for (int row = 0; row < table.rowCount(); row++) {
            Optional<Object> name = table.cell(row, by);
            names.add(name);
            Map<Optional<Object>, Object> values =
                    byX.computeIfAbsent(table.cell(row, x), key -> new LinkedHashMap<>());
            table.cell(row, measure).ifPresent(value -> values.put(name, value));
        }
        List<Table.Column> columns = new ArrayList<>(List.of(table.columns().get(x)));
        Table.Column like = table.columns().get(measure);
        for (Optional<Object> name : names) {
            String title = name.map(Object::toString).orElse("\u2013");
            columns.add(new Table.Column(
                    "series" + columns.size(), title, like.type(), like.unit(), like.decimals(), true));
        }
        List<List<Object>> rows = new ArrayList<>();
        byX.forEach((value, values) -> {
            List<Object> cells = new ArrayList<>();
            cells.add(value.orElse(null));
            names.forEach(name -> cells.add(values.get(name)));
            rows.add(cells);
        });
        return new Table(columns, rows);
    }
}
