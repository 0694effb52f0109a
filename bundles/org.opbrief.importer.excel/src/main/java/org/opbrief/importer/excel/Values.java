package org.opbrief.importer.excel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/** Puts numbers of cells into a row as they are meant: as numbers, days, times or codes. */
final class Values {
    /** More digits than these are noise of the floating point: Excel does not show them. */
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);

    /** A number of so many characters has no more digits than that, so it stands as it is. */
    private static final int SHORT = 15;

    private static final long LAST_DAY_1900 = 2_958_465;
    private static final long LAST_DAY_1904 = 2_957_003;
    private static final long MILLIS = 86_400_000;
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final boolean since1904;

    Values(boolean since1904) {
        this.since1904 = since1904;
    }

    /** @param number as the file has it, e.g. {@code 0.30000000000000004} or {@code 1.5E-3} */
    void put(Row row, int column, String number, CellFormat format) {
        switch (format.kind()) {
            case DAY, TIME, ELAPSED -> putTime(row, column, Double.parseDouble(number), format);
            case CODE -> row.put(column, Cell.TEXT, code(number, format.code()), format);
            default -> row.put(column, Cell.NUMBER, plain(number), format);
        }
    }

    /** The shortest decimal with at most 15 digits that is not zero before or behind them, without an exponent. */
    static String plain(String number) {
        if (isPlain(number)) {
            return number;
        }
        double value = Double.parseDouble(number);
        if (!Double.isFinite(value)) {
            throw new NumberFormatException(number);
        }
        BigDecimal exact = value == 0 ? BigDecimal.ZERO : new BigDecimal(number.strip());
        return exact.round(DIGITS).stripTrailingZeros().toPlainString();
    }

    private static boolean isPlain(String number) {
        int length = number.length();
        boolean point = false;
        for (int index = 0; index < length; index++) {
            char c = number.charAt(index);
            if (c == '.' && !point && index > 0 && number.charAt(index - 1) != '-') {
                point = true;
            } else if ((c < '0' || c > '9') && !(c == '-' && index == 0 && length > 1)) {
                return false;
            }
        }
        char last = length == 0 ? '0' : number.charAt(length - 1);
        char first = length == 0 ? '0' : number.charAt(number.charAt(0) == '-' ? 1 : 0);
        boolean leadingZero = first == '0' && length > 1 && !(point && number.indexOf('.') <= 2);
        return length > 0
                && length <= SHORT
                && !leadingZero
                && last != '.'
                && !(point && last == '0')
                && !number.equals("-0");
    }

    private static String code(String number, String code) {
        String plain = plain(number);
        if (!plain.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return plain;
        }
        int places = (int) code.chars().filter(c -> c == '0').count();
        String padded = "0".repeat(Math.max(0, places - plain.length())) + plain;
        StringBuilder shown = new StringBuilder();
        int next = padded.length() - places;
        shown.append(padded, 0, next);
        for (char c : code.toCharArray()) {
            shown.append(c == '0' ? padded.charAt(next++) : c);
        }
        return shown.toString();
    }

    private void putTime(Row row, int column, double serial, CellFormat format) {
        long last = since1904 ? LAST_DAY_1904 : LAST_DAY_1900;
        if (!(serial >= 0) || serial >= last + 1.0) {
            row.put(column, Cell.NO_DAY, plain(Double.toString(serial)), format);
            return;
        }
        long millis = Math.round(serial * MILLIS / 1.0);
        long days = millis / MILLIS;
        long rest = millis % MILLIS;
        if (format.kind() == CellFormat.Kind.ELAPSED) {
            row.put(column, Cell.DAY, elapsed(millis), format);
        } else if (days == 0 && (format.kind() == CellFormat.Kind.TIME || !since1904)) {
            row.put(column, Cell.DAY, clock(rest), format);
        } else if (!since1904 && days == 60) {
            row.put(column, Cell.NO_DAY, "1900-02-29", format);
        } else {
            row.put(column, Cell.DAY, day(days, rest), format);
        }
    }

    private String day(long days, long rest) {
        LocalDate day = since1904
                ? LocalDate.of(1904, 1, 1).plusDays(days)
                : LocalDate.of(1899, 12, days < 60 ? 31 : 30).plusDays(days);
        if (rest == 0) {
            return day.toString();
        }
        LocalDateTime time = day.atTime(LocalTime.ofNanoOfDay(rest * 1_000_000));
        return SECONDS.format(time) + fraction(rest);
    }

    private static String clock(long millis) {
        return CLOCK.format(LocalTime.ofNanoOfDay(millis * 1_000_000)) + fraction(millis);
    }

    private static String elapsed(long millis) {
        return "%d:%02d:%02d".formatted(millis / 3_600_000, millis / 60_000 % 60, millis / 1_000 % 60)
                + fraction(millis);
    }

    private static String fraction(long millis) {
        return millis % 1_000 == 0 ? "" : ".%03d".formatted(millis % 1_000);
    }
}
