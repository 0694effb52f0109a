package org.opbrief.workbench.data;

/** What is typed above a column cannot be understood. The message is one sentence for the user. */
final class FilterException extends Exception {
    private static final long serialVersionUID = 1;

    FilterException(String message) {
        super(message);
    }
}
