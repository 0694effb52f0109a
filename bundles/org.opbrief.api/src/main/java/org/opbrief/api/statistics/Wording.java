package org.opbrief.api.statistics;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How a number is put in a sentence.
 *
 * @param step the number is told as a multiple of this, in the figure's unit, e.g. 1000000; only for ROUNDED and ABOUT,
 *     where an empty step is chosen by the number's size, see {@link #at}
 */
public record Wording(Style style, Optional<BigDecimal> step) {

    public static final Wording EXACT = new Wording(Style.EXACT, Optional.empty());

    /** Rounded with the step that {@link #at} chooses. */
    public static final Wording ROUNDED = new Wording(Style.ROUNDED, Optional.empty());

    /** Manners of telling a number. */
    public enum Style {
        /** All its digits: 1,436. */
        EXACT,
        /** "nearly" a multiple that is close above it, "more than" one below it, the bare multiple if it is one. */
        ROUNDED,
        /** "about" the nearest multiple. */
        ABOUT
    }

    /**
     * The wording for this number, with its step. A step that is not given follows what releases do: below 1,000 the
     * number is told exactly, below 10,000 in hundreds, below a million in thousands, below ten million in hundred
     * thousands, and so on by thousands: 375,000, 1.8 million, 44 million, 193 million, 2.1 billion.
     */
    public Wording at(BigDecimal value) {
        if (style == Style.EXACT || step.isPresent()) {
            return this;
        }
        BigDecimal size = value.abs();
        int digits = size.precision() - size.scale();
        if (digits <= 3) {
            return EXACT;
        }
        int zeros = (digits - 1) / 3 * 3;
        boolean oneLeadingDigit = digits == zeros + 1;
        return new Wording(style, Optional.of(BigDecimal.ONE.scaleByPowerOfTen(oneLeadingDigit ? zeros - 1 : zeros)));
    }
}
