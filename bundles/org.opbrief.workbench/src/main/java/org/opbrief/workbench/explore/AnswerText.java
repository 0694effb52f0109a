package org.opbrief.workbench.explore;

import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
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

    /** A number as a reader sees it. */
    static String number(Object value, int decimals) {
        DecimalFormat format = new DecimalFormat(
                "#,##0" + (decimals > 0 ? "." + "0".repeat(decimals) : ""),
                DecimalFormatSymbols.getInstance(Locale.US));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }
}
