package org.opbrief.workbench.briefing;

/** A file that cannot be shown or printed. The message is one sentence for the user. */
public class PreviewException extends Exception {
    private static final long serialVersionUID = 1;

    PreviewException(String message) {
        super(message);
    }

    PreviewException(String message, Throwable cause) {
        super(message, cause);
    }
}
