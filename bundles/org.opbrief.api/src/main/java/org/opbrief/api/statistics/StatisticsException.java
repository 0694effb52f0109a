package org.opbrief.api.statistics;

/** A question that cannot be answered. The message is one sentence for the user. */
public class StatisticsException extends Exception {
    private static final long serialVersionUID = 1;

    public StatisticsException(String message) {
        super(message);
    }

    public StatisticsException(String message, Throwable cause) {
        super(message, cause);
    }
}
