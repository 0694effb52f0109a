package org.opbrief.api.report;

/** A briefing that cannot be built. The message is one sentence for the user. */
public class ReportException extends Exception {
    private static final long serialVersionUID = 1;

    public ReportException(String message) {
        super(message);
    }

    public ReportException(String message, Throwable cause) {
        super(message, cause);
    }
}
