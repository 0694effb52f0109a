package org.opbrief.sample;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Divides whole numbers into whole parts that add up to them. */
final class Shares {

    private Shares() {}

    /** Parts proportional to the weights, by the largest remainders. */
    static long[] of(long total, double[] weights) {
        double sum = Arrays.stream(weights).sum();
        long[] parts = new long[weights.length];
        double[] remainders = new double[weights.length];
        long left = total;
        for (int i = 0; i < parts.length; i++) {
            double exact = total * (weights[i] / sum);
            parts[i] = (long) exact;
            remainders[i] = exact - parts[i];
            left -= parts[i];
        }
        int[] byRemainder = IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -remainders[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = 0; left > 0; i = (i + 1) % parts.length, left--) {
            parts[byRemainder[i]]++;
        }
        return parts;
    }

    /** As {@link #of}, with every part at least one. */
    static long[] atLeastOne(long total, double[] weights) {
        if (total < weights.length) {
            throw new IllegalArgumentException(total + " cannot be divided into " + weights.length + " parts");
        }
        long[] parts = of(total - weights.length, weights);
        for (int i = 0; i < parts.length; i++) {
            parts[i]++;
        }
        return parts;
    }
}
