package org.opbrief.output.excel;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.Unit;
import org.opbrief.api.statistics.Table;

/** Number formats and the numbers that they show: percentages are stored as Excel has them, 0.55 for 55 %. */
final class Formats {

    private Formats() {}

    /** Whether cells of the column are numbers that one computes with, not names like a year. */
    static boolean isQuantity(Table.Column column) {
        return column.type() == ColumnType.DECIMAL
                || column.type() == ColumnType.INTEGER
                        && (column.measure() || column.unit().isPresent());
    }

    static String of(Table.Column column) {
        return switch (column.type()) {
            case TEXT, BOOLEAN -> Styles.GENERAL;
            case DATE -> Styles.DATE;
            case INTEGER -> isQuantity(column) ? quantity(column) : Styles.WHOLE;
            case DECIMAL -> quantity(column);
        };
    }

    private static String quantity(Table.Column column) {
        int decimals = column.type() == ColumnType.DECIMAL ? column.decimals() : 0;
        return of(column.unit().orElse(Unit.COUNT), decimals);
    }

    /** E.g. {@code #,##0.00" lb"}, {@code $#,##0}, {@code 0.0%}. */
    static String of(Unit unit, int decimals) {
        if (unit.dimension() == Unit.Dimension.RATIO) {
            // decimals of a ratio are those of the number itself: 0.551 is 55.1 %
            return "0" + fraction(isFraction(unit) ? decimals - 2 : decimals) + "%";
        }
        String number = "#,##0" + fraction(decimals);
        if (unit.dimension() == Unit.Dimension.MONEY) {
            return unit.symbol().equals("$") ? "$" + number : literal(unit.symbol()) + number;
        }
        return unit.symbol().isEmpty() ? number : number + literal(" " + unit.symbol());
    }

    /** For an axis that shows numbers up to that size: thousands and millions are shortened. */
    static String axis(Unit unit, int decimals, double largest) {
        if (unit.dimension() == Unit.Dimension.RATIO) {
            return of(unit, isFraction(unit) ? 2 : 0);
        }
        String money = unit.dimension() == Unit.Dimension.MONEY ? literal(unit.symbol()) : "";
        if (largest >= 10e6) {
            return "[=0]0;" + money + "#,##0,,\"M\"";
        }
        if (largest >= 1e6) {
            return "[=0]0;" + money + "#,##0.0,,\"M\"";
        }
        return money + "#,##0" + (largest < 10 ? fraction(decimals) : "");
    }

    /** The number that a cell of that format holds. */
    static BigDecimal stored(BigDecimal value, Optional<Unit> unit) {
        return unit.filter(Unit.PERCENT::equals).isPresent() ? value.movePointLeft(2) : value;
    }

    /** The title of a measure with its unit, e.g. {@code Mass (lb)}, unless the title has it already. */
    static String titled(String title, Optional<Unit> unit) {
        String symbol = unit.map(one -> isFraction(one) ? "%" : one.symbol()).orElse("");
        boolean said = title.toLowerCase(Locale.ROOT).contains(symbol.toLowerCase(Locale.ROOT));
        return said ? title : (title + " (" + symbol + ")").strip();
    }

    private static boolean isFraction(Unit unit) {
        return unit.equals(Unit.RATIO);
    }

    private static String fraction(int decimals) {
        return decimals > 0 ? "." + "0".repeat(decimals) : "";
    }

    private static String literal(String text) {
        return "\"" + text.replace("\"", "") + "\"";
    }
}
