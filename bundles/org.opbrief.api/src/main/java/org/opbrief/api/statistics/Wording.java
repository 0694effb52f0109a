package org.opbrief.api.statistics;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How a number is put in a sentence.
 *
 * @param step the number is told as a multiple of this, in the figure's unit, e.g. 1000000; only for ROUNDED and ABOUT
 */
public record Wording(Style style, Optional<BigDecimal> step) {

    public static final Wording EXACT = new Wording(Style.EXACT, Optional.empty());

    /** Manners of telling a number. */
    public enum Style {
        /** All its digits: 1,436. */
        EXACT,
        /** "nearly" a multiple that is close above it, "more than" one below it, the bare multiple if it is one. */
        ROUNDED,
        /** "about" the nearest multiple. */
        ABOUT
    }
}
