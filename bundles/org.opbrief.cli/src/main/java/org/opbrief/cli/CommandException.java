package org.opbrief.cli;

/** A command that failed. The message is one sentence for the user. */
final class CommandException extends Exception {
    private static final long serialVersionUID = 1;

    CommandException(String message) {
        super(message);
    }

    CommandException(String message, Throwable cause) {
        super(message, cause);
    }
}
