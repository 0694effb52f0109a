package org.opbrief.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.opbrief.api.data.Unit;
import org.opbrief.api.output.Tracing.SourceRow;
import org.opbrief.api.output.Tracing.TracedFigure;

/** Computes a figure again from its rows, by what its method says, and tells whether it is the same. */
final class Tally {
    /** Far below the last digit of any figure, far above what rounding to 34 digits leaves. */
    private static final BigDecimal TOLERANCE = new BigDecimal("1e-20");

    private final TracedFigure figure;
    private final Set<String> different = new HashSet<>();
    private final boolean distinct;
    private long rows;
    private BigDecimal sum = BigDecimal.ZERO;
    private Optional<BigDecimal> smallest = Optional.empty();
    private Optional<BigDecimal> largest = Optional.empty();

    Tally(TracedFigure figure) {
        this.figure = figure;
        this.distinct = figure.method().startsWith("number of different values");
    }

    /** What the rows give, in words, and whether it is the figure. */
    record Verdict(String words, boolean agrees) {}

    void add(SourceRow row) {
        rows++;
        if (distinct) {
            different.add(row.value());
            return;
        }
        number(row.value()).ifPresent(value -> {
            sum = sum.add(value);
            smallest = Optional.of(smallest.map(value::min).orElse(value));
            largest = Optional.of(largest.map(value::max).orElse(value));
        });
    }

    private static Optional<BigDecimal> number(String value) {
        try {
            return value.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(value));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    Verdict verdict() {
        String method = figure.method();
        if (distinct) {
            return compare("different values", BigDecimal.valueOf(different.size()));
        }
        if (method.startsWith("sum")) {
            return compare("sum", sum);
        }
        if (method.startsWith("average")) {
            return compare(
                    "average",
                    rows == 0 ? BigDecimal.ZERO : sum.divide(BigDecimal.valueOf(rows), MathContext.DECIMAL128));
        }
        if (method.startsWith("smallest")) {
            return compare("smallest", smallest.orElse(BigDecimal.ZERO));
        }
        if (method.startsWith("largest")) {
            return compare("largest", largest.orElse(BigDecimal.ZERO));
        }
        return compare("count", BigDecimal.valueOf(rows));
    }

    /** The rows' values are in the source column's unit, which is one of the same dimension as the figure's. */
    private Verdict compare(String what, BigDecimal computed) {
        Optional<Unit> shown = Unit.of(figure.unit());
        String counted = Words.rows(rows) + (what.equals("count") ? "" : ", " + what + " ");
        if (same(computed, figure.value())) {
            String amount = what.equals("count") ? "" : Words.amount(computed, shown);
            return agrees(counted + amount);
        }
        for (Unit unit : Unit.known()) {
            if (shown.isPresent() && unit.convertsTo(shown.get())) {
                BigDecimal converted = unit.convert(computed, shown.get());
                if (same(converted, figure.value())) {
                    return agrees(counted + Words.amount(computed, Optional.of(unit)) + " = "
                            + Words.amount(converted, shown));
                }
            }
        }
        return new Verdict(
                counted + (what.equals("count") ? "" : Words.number(computed)) + ": does NOT agree with the figure, "
                        + PassportText.value(figure) + ".",
                false);
    }

    private static Verdict agrees(String words) {
        return new Verdict(words + ": agrees with the figure.", true);
    }

    static boolean same(BigDecimal a, BigDecimal b) {
        BigDecimal difference = a.subtract(b).abs();
        return difference.signum() == 0 || difference.compareTo(b.abs().multiply(TOLERANCE)) <= 0;
    }
}
