package org.opbrief.output.excel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Numbers as the cells of a sheet's XML have them. */
final class NumberText {
    /** Excel computes with 15 decimal digits; a longer whole number is an identifier and kept as text. */
    private static final long LARGEST = 999_999_999_999_999L;

    private static final int DIGITS_OF_DOUBLE = 15;
    private static final int MAX_SCALE = 20;
    // Excel counts a 29 February 1900 that was none, so days before March of that year are off by one
    private static final LocalDate FIRST = LocalDate.of(1900, 3, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
    private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);

    private NumberText() {}

    static boolean isExact(long value) {
        return Math.abs(value) <= LARGEST && value != Long.MIN_VALUE;
    }

    /** All digits if they are as few as Excel computes with, else the nearest number that it can hold. */
    static String of(BigDecimal value) {
        if (value.precision() <= DIGITS_OF_DOUBLE && value.scale() >= 0 && value.scale() <= MAX_SCALE) {
            return value.toPlainString();
        }
        return Double.toString(value.doubleValue());
    }

    /** The number of a day; empty for a day that Excel cannot count. */
    static Optional<Long> serial(LocalDate date) {
        boolean counted = !date.isBefore(FIRST) && !date.isAfter(LAST);
        return counted ? Optional.of(ChronoUnit.DAYS.between(ZERO, date)) : Optional.empty();
    }
}
