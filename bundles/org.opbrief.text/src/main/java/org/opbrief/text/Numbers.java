package org.opbrief.text;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes numbers with their digits. The JDK's formats would load the data of all locales for it. */
final class Numbers {
    /** A true minus sign, as wide as a plus. */
    private static final String MINUS = "\u2212";

    private Numbers() {}

    /** E.g. {@code 11,201.32}, rounded half up to that many decimals. */
    static String digits(BigDecimal value, int decimals) {
        return digits(value.setScale(decimals, RoundingMode.HALF_UP));
    }

    /** All digits of the number, e.g. {@code 11,201.32}. */
    static String digits(BigDecimal value) {
        String plain = value.abs().toPlainString();
        int point = plain.indexOf('.');
        StringBuilder text = new StringBuilder(plain);
        for (int i = (point < 0 ? plain.length() : point) - 3; i > 0; i -= 3) {
            text.insert(i, ',');
        }
        return (value.signum() < 0 ? MINUS : "") + text;
    }

    /** The number without zeros at its end. */
    static BigDecimal stripped(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
