package org.opbrief.api.statistics;

import java.util.Map;
import org.opbrief.api.data.Store;
import org.osgi.annotation.versioning.ConsumerType;

/** {@link ConsumerType}: a computation in Java that queries may name, registered as a service. */
@ConsumerType
public interface Statistic {

    /** What queries name it by. */
    String id();

    /** @throws StatisticsException if it cannot be computed, in words for the user */
    Answer compute(Store store, Map<String, String> parameters) throws StatisticsException;
}
