package org.opbrief.api.data;

/** A file that cannot be imported. The message is one sentence for the user: what, where, what to do. */
public class ImportException extends Exception {
    private static final long serialVersionUID = 1;

    public ImportException(String message) {
        super(message);
    }

    public ImportException(String message, Throwable cause) {
        super(message, cause);
    }
}
