package org.opbrief.api.statistics;

import java.math.BigDecimal;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

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

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);

    /** Steps by the smallest number that they are for. */
    private static final NavigableMap<BigDecimal, BigDecimal> STEPS = new TreeMap<>(Map.of(
            THOUSAND,
            BigDecimal.valueOf(100),
            BigDecimal.valueOf(2_000),
            BigDecimal.valueOf(500),
            BigDecimal.valueOf(10_000),
            THOUSAND,
            BigDecimal.valueOf(100_000),
            BigDecimal.valueOf(5_000),
            BigDecimal.valueOf(1_000_000),
            BigDecimal.valueOf(100_000),
            BigDecimal.valueOf(2_000_000),
            BigDecimal.valueOf(500_000),
            BigDecimal.valueOf(10_000_000),
            BigDecimal.valueOf(1_000_000)));

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
     * The wording for this number, with its step. A step that is not given is the one that releases take for numbers of
     * that size:
     *
     * <pre>
     *       below 1,000   exactly           1 to 2 million     100,000   1.8 million
     * 1,000 to 2,000          100   1,100   2 to 10 million    500,000   2.5 million
     * 2,000 to 10,000         500   6,500   above            1,000,000   44 million, 193 million
     *      to 100,000       1,000  91,000   and from a billion on a thousand times these steps
     *      to 1 million     5,000 375,000
     * </pre>
     */
    public Wording at(BigDecimal value) {
        if (style == Style.EXACT || step.isPresent()) {
            return this;
        }
        BigDecimal size = value.abs();
        if (size.compareTo(THOUSAND) < 0) {
            return EXACT;
        }
        int beyond = 0;
        while (size.compareTo(BILLION) >= 0) {
            size = size.movePointLeft(3);
            beyond += 3;
        }
        BigDecimal chosen = STEPS.floorEntry(size).getValue();
        return new Wording(style, Optional.of(chosen.scaleByPowerOfTen(beyond)));
    }
}
