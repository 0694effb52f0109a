package org.opbrief.api.data;

/** A workspace that cannot be opened, read or written. The message is one sentence for the user. */
public class StoreException extends Exception {
    private static final long serialVersionUID = 1;

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
