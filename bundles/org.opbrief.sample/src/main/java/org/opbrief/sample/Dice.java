package org.opbrief.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Chance that is the same in every run and on every machine: {@link Random}'s numbers are specified, and
 * {@link StrictMath} is exact to the bit.
 */
final class Dice {
    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** From 0 to less than {@code bound}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Mostly the first, then the second, and so on. */
    <T> T earlyOf(List<T> choices) {
        for (T choice : choices) {
            if (chance(0.7)) {
                return choice;
            }
        }
        return oneOf(choices);
    }

    /** Both days included. */
    LocalDate day(LocalDate first, LocalDate last) {
        return first.plusDays(random.nextInt((int) ChronoUnit.DAYS.between(first, last) + 1));
    }

    /** As {@link #day}, with more days near the first. */
    LocalDate earlyDay(LocalDate first, LocalDate last) {
        double part = StrictMath.pow(random.nextDouble(), 1.6);
        return first.plusDays((long) (part * (ChronoUnit.DAYS.between(first, last) + 1)));
    }

    double between(double least, double most) {
        return least + random.nextDouble() * (most - least);
    }

    <T> List<T> shuffled(List<T> values) {
        List<T> copy = new ArrayList<>(values);
        for (int i = copy.size() - 1; i > 0; i--) {
            Collections.swap(copy, i, random.nextInt(i + 1));
        }
        return copy;
    }

    /** Log-normal weights: few large ones and many small ones, the more so the larger the spread. */
    double[] skewed(int count, double spread) {
        double[] weights = new double[count];
        for (int i = 0; i < count; i++) {
            weights[i] = StrictMath.exp(spread * random.nextGaussian());
        }
        return weights;
    }
}
