package org.opbrief.api.output;

/** A briefing that cannot be written, or a manifest that cannot be read. The message is one sentence for the user. */
public class OutputException extends Exception {
    private static final long serialVersionUID = 1;

    public OutputException(String message) {
        super(message);
    }

    public OutputException(String message, Throwable cause) {
        super(message, cause);
    }
}
