package org.opbrief.statistics;

import org.opbrief.api.statistics.StatisticsException;

/** Who asks, for messages: {@code Query by_drug} or {@code Figure pills of query by_drug}. */
record Subject(String words) {

    static Subject query(String id) {
        return new Subject("Query " + id);
    }

    static Subject figure(String id) {
        return new Subject("Figure " + id);
    }

    static Subject figure(String id, String query) {
        return new Subject("Figure " + id + " of query " + query);
    }

    StatisticsException wrong(String sentence) {
        return new StatisticsException(words + ": " + sentence);
    }

    StatisticsException wrong(String sentence, Throwable cause) {
        return new StatisticsException(words + ": " + sentence, cause);
    }
}
