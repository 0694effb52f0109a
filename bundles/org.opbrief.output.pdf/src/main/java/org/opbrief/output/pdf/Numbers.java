package org.opbrief.output.pdf;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.Unit;
import org.opbrief.api.statistics.Figure;
import org.opbrief.api.statistics.Table;

/** Values as a reader sees them: thousands separators, decimals of the column, units in the header. */
final class Numbers {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);

    private final Labels labels;
    private final char point;
    private final char separator;

    Numbers(Locale language, Labels labels) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(language);
        this.labels = labels;
        this.point = symbols.getDecimalSeparator();
        this.separator = symbols.getGroupingSeparator();
    }

    /** Whether the column is set flush right. */
    static boolean isNumber(Table.Column column) {
        return column.type() == ColumnType.INTEGER
                        && (column.measure() || column.unit().isPresent())
                || column.type() == ColumnType.DECIMAL;
    }

    /** Title of a column with its unit, e.g. {@code Mass (lb)}; without it if the title says it already. */
    static String header(Table.Column column) {
        String symbol =
                column.unit().map(unit -> isRatio(unit) ? "%" : unit.symbol()).orElse("");
        boolean said =
                symbol.isEmpty() || column.title().toLowerCase(Locale.ROOT).contains(symbol.toLowerCase(Locale.ROOT));
        return said ? column.title() : column.title() + " (" + symbol + ")";
    }

    /** Text of a cell; empty if the cell is. */
    String cell(Table.Column column, Optional<Object> value) {
        return value.map(present -> cell(column, present)).orElse("");
    }

    private String cell(Table.Column column, Object value) {
        if (value instanceof Boolean yes) {
            return labels.get(yes ? "yes" : "no");
        }
        if (value instanceof LocalDate || value instanceof String) {
            return value.toString();
        }
        if (!isNumber(column)) {
            // a year or an identifier: no thousands separator
            return value.toString();
        }
        return format(shown(column, value), decimals(column));
    }

    /** Digits behind the decimal point of what {@link #shown} gives. */
    static int decimals(Table.Column column) {
        boolean ratio = column.unit().map(Numbers::isRatio).orElse(false);
        return ratio ? Math.max(0, column.decimals() - 2) : column.decimals();
    }

    /** The number of a cell in the unit that the header names. */
    static BigDecimal shown(Table.Column column, Object value) {
        BigDecimal number = value instanceof Long whole ? BigDecimal.valueOf(whole) : (BigDecimal) value;
        return column.unit().map(Numbers::isRatio).orElse(false) ? number.multiply(HUNDRED) : number;
    }

    /** With thousands separators and that many decimals. */
    String format(BigDecimal value, int decimals) {
        String plain = value.setScale(decimals, RoundingMode.HALF_UP).abs().toPlainString();
        int dot = plain.indexOf('.');
        String whole = dot < 0 ? plain : plain.substring(0, dot);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < whole.length(); i++) {
            if (i > 0 && (whole.length() - i) % 3 == 0) {
                text.append(separator);
            }
            text.append(whole.charAt(i));
        }
        if (dot >= 0) {
            text.append(point).append(plain, dot + 1, plain.length());
        }
        boolean negative = value.setScale(decimals, RoundingMode.HALF_UP).signum() < 0;
        return negative ? "\u2212" + text : text.toString();
    }

    /** The exact value of a figure with its unit, e.g. {@code 6,512 lb} or {@code $100,512,336}. */
    String exact(Figure figure) {
        return withUnit(format(scaled(figure.value(), figure.unit()), figure.decimals()), figure.unit());
    }

    /** A value that need not be exact, e.g. {@code 149.6 million}. */
    String rough(BigDecimal value, Unit unit) {
        BigDecimal scaled = scaled(value, unit);
        String text;
        if (scaled.abs().compareTo(BILLION) >= 0) {
            text = labels.get("billion", short1(scaled, BILLION));
        } else if (scaled.abs().compareTo(MILLION) >= 0) {
            text = labels.get("million", short1(scaled, MILLION));
        } else {
            text = format(scaled, 0);
        }
        return withUnit(text, unit);
    }

    private String short1(BigDecimal value, BigDecimal unit) {
        BigDecimal scaled = value.divide(unit, 1, RoundingMode.HALF_UP).stripTrailingZeros();
        return format(scaled, Math.max(0, scaled.scale()));
    }

    private static String withUnit(String number, Unit unit) {
        if (unit.dimension() == Unit.Dimension.MONEY) {
            return unit.symbol() + number;
        }
        if (isRatio(unit) || unit.equals(Unit.PERCENT)) {
            return number + "\u00a0%";
        }
        return unit.symbol().isEmpty() ? number : number + "\u00a0" + unit.symbol();
    }

    private static BigDecimal scaled(BigDecimal value, Unit unit) {
        return isRatio(unit) ? value.multiply(HUNDRED) : value;
    }

    private static boolean isRatio(Unit unit) {
        return unit.equals(Unit.RATIO);
    }
}
