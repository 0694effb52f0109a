package org.opbrief.api.data;

import java.util.Optional;

/**
 * What a user should know before rows are stored.
 *
 * @param column header of the column in the file that it is about, if it is about one
 * @param text one sentence, with the numbers that prove it and, if there is something to do, what
 */
public record Finding(Severity severity, Optional<String> column, String text) {

    public Finding {
        text = Visible.of(text);
    }

    /** How much it matters. */
    public enum Severity {
        /** Good to know. */
        NOTE,
        /** Figures may be wrong or misread because of it. */
        WARNING,
        /** Rows are stored only if a user who has read it says so. */
        ERROR
    }

    public static Finding note(String text) {
        return new Finding(Severity.NOTE, Optional.empty(), text);
    }

    public static Finding warning(String text) {
        return new Finding(Severity.WARNING, Optional.empty(), text);
    }

    public static Finding error(String text) {
        return new Finding(Severity.ERROR, Optional.empty(), text);
    }

    /** The same about a column of the file. */
    public Finding of(String header) {
        return new Finding(severity, Optional.of(header), text);
    }
}
