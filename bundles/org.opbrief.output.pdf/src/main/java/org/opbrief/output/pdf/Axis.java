package org.opbrief.output.pdf;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * An axis of values that begins and ends at round numbers and always shows zero, since the length of a bar means
 * something.
 *
 * @param step between two marks
 */
record Axis(double from, double until, double step) {

    /** @param marks about how many are wanted */
    static Axis over(double least, double most, int marks) {
        double low = Math.min(0, least);
        double high = Math.max(0, most);
        if (low == high) {
            high = 1;
        }
        double step = round((high - low) / marks);
        return new Axis(Math.floor(low / step) * step, Math.ceil(high / step - 1e-9) * step, step);
    }

    /** The next of 1, 2, 2.5, 5 times a power of ten. */
    private static double round(double raw) {
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        for (double factor : new double[] {1, 2, 2.5, 5}) {
            if (raw <= factor * power * (1 + 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    List<Double> marks() {
        List<Double> marks = new ArrayList<>();
        for (int i = 0; from + i * step <= until + step / 2; i++) {
            marks.add(from + i * step);
        }
        return marks;
    }

    /** 0 at the beginning of the axis, 1 at its end. */
    double share(double value) {
        return (value - from) / (until - from);
    }

    /** How many digits behind the decimal point tell the marks apart. */
    int decimals() {
        BigDecimal exact =
                new BigDecimal(step).setScale(10, RoundingMode.HALF_UP).stripTrailingZeros();
        return Math.max(0, exact.scale());
    }
}
