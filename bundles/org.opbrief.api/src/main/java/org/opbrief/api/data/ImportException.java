package org.opbrief.api.data;

/**
 * A file that cannot be imported. The message is one sentence for the user: what, where, what to do; what
 * of a file could not be seen in it stands as JSON writes it, e.g. {@code \\t}.
 */
public class ImportException extends Exception {
    private static final long serialVersionUID = 1;

    public ImportException(String message) {
        super(Visible.of(message));
    }

    public ImportException(String message, Throwable cause) {
        super(Visible.of(message), cause);
    }
}
