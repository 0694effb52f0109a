package org.opbrief.api.pack;

/** A pack that cannot be packed, installed or removed. The message is for the user: what, where, what to do. */
public class PackException extends Exception {
    private static final long serialVersionUID = 1;

    public PackException(String message) {
        super(message);
    }

    public PackException(String message, Throwable cause) {
        super(message, cause);
    }
}
