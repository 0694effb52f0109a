package org.opbrief.api.data;

import org.osgi.annotation.versioning.ConsumerType;

/** {@link ConsumerType}: told how far a long task has come; says whether it is still wanted. */
@ConsumerType
@FunctionalInterface
public interface Progress {

    /** Tells nobody. */
    Progress NONE = (step, fraction) -> {};

    /**
     * Whoever tells lets a {@link java.util.concurrent.CancellationException} pass: the task is no longer wanted and
     * ends, with all as it was before.
     *
     * @param step what is being done, e.g. {@code reading seizures.csv}
     * @param fraction of the whole task that is done, 0 to 1; at 1 it is too late to cancel
     */
    void at(String step, double fraction);

    /** Whether the task is no longer wanted. May be asked at any time by any thread. */
    default boolean isCancelled() {
        return false;
    }

    /**
     * For a part of the task. Its end is not told: that is where the next part begins.
     *
     * @param from the fraction of the whole task at which the part begins
     * @param to the fraction at which it ends
     */
    default Progress part(double from, double to) {
        Progress whole = this;
        return new Progress() {
            @Override
            public void at(String step, double fraction) {
                if (fraction < 1) {
                    whole.at(step, from + fraction * (to - from));
                }
            }

            @Override
            public boolean isCancelled() {
                return whole.isCancelled();
            }
        };
    }
}
