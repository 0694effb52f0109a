package org.opbrief.api.data;

import org.osgi.annotation.versioning.ConsumerType;

/** {@link ConsumerType}: told how far a long task has come. */
@ConsumerType
@FunctionalInterface
public interface Progress {

    /** Tells nobody. */
    Progress NONE = (step, fraction) -> {};

    /**
     * @param step what is being done, e.g. {@code reading seizures.csv}
     * @param fraction of the whole task that is done, 0 to 1
     */
    void at(String step, double fraction);
}
