package org.opbrief.workbench.data;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.ColumnType;

/** The values of a column as they are shown: numbers with as many decimals as the column has, words by their labels. */
final class Cells {
    private final Column column;
    private final Map<String, String> labels = new HashMap<>();
    private final DecimalFormat numbers;

    Cells(Column column) {
        this.column = column;
        column.constraint().vocabulary().forEach(term -> labels.put(term.value(), term.label()));
        numbers = new DecimalFormat(
                "#,##0" + (column.scale() > 0 ? "." + "0".repeat(column.scale()) : ""),
                DecimalFormatSymbols.getInstance(Locale.US));
    }

    static boolean isNumber(Column column) {
        return column.type() == ColumnType.INTEGER || column.type() == ColumnType.DECIMAL;
    }

    /** The column's title with its unit. */
    static String title(Column column) {
        String unit = column.unit().map(of -> of.symbol()).orElse("");
        boolean said = unit.isEmpty() || column.title().toLowerCase(Locale.ROOT).contains(unit);
        return said ? column.title() : column.title() + " (" + unit + ")";
    }

    /** @param value null for none */
    String text(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal || value instanceof Long) {
            return isNumber(column) ? numbers.format(value) : value.toString();
        }
        if (value instanceof Boolean truth) {
            return Messages.get(truth ? "cell.yes" : "cell.no");
        }
        return labels.getOrDefault(value.toString(), value.toString());
    }

    /** The longest word that may stand in a cell; empty if any may. */
    String widest() {
        return labels.values().stream()
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    /** As other programs read it: without grouping. */
    static String plain(Object value) {
        if (value == null) {
            return "";
        }
        String text = value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
        return text.replaceAll("[\\t\\r\\n]+", " ");
    }
}
