package org.opbrief.workbench.explore;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.opbrief.api.statistics.Table;

/** An answer as it is shown. */
final class AnswerText {
    private final Table table;

    AnswerText(Table table) {
        this.table = table;
    }

    String title(int column) {
        Table.Column of = table.columns().get(column);
        return of.title()
                + of.unit()
                        .map(unit -> unit.symbol())
                        .filter(symbol -> !symbol.isEmpty())
                        .map(symbol -> " (" + symbol + ")")
                        .orElse("");
    }

    boolean isRight(int column) {
        return table.columns().get(column).measure();
    }

    String cell(int row, int column) {
        Table.Column of = table.columns().get(column);
        return table.cell(row, column)
                .map(value -> of.measure() && value instanceof Number ? number(value, of.decimals()) : value.toString())
                .orElse(of.measure() ? "" : Messages.get("cell.none"));
    }

    private static String number(Object value, int decimals) {
        DecimalFormat format = new DecimalFormat(
                "#,##0" + (decimals > 0 ? "." + "0".repeat(decimals) : ""),
                DecimalFormatSymbols.getInstance(Locale.US));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }

    /** Of the first measure, labelled by all dimensions. */
    List<BarChart.Bar> bars() {
        List<Integer> dimensions = IntStream.range(0, table.columns().size())
                .filter(column -> !isRight(column))
                .boxed()
                .toList();
        int measure = dimensions.size();
        List<BarChart.Bar> bars = new ArrayList<>();
        for (int i = 0; i < table.rowCount(); i++) {
            int row = i;
            table.cell(row, measure)
                    .ifPresent(value -> bars.add(new BarChart.Bar(
                            dimensions.stream().map(column -> cell(row, column)).collect(Collectors.joining(" · ")),
                            new BigDecimal(value.toString()),
                            cell(row, measure))));
        }
        return bars;
    }
}
