package org.opbrief.store;

import java.util.ArrayList;
import java.util.List;
import org.opbrief.api.data.Place;

/**
 * The columns of a file of rejected rows beside those of their source. Their names differ from the source's.
 *
 * @param at where the row stands: a line, and for the second of its rows and further ones a number in brackets
 * @param column header of what is wrong
 * @param value what is wrong
 * @param reason why it is wrong
 * @param text of the record, if it could not be taken apart into fields
 */
record RejectColumns(String at, String column, String value, String reason, String text) {
    private static final String AT = "'^ *([0-9]{1,18})(?: *[(]([0-9]{1,9})[)])? *$'";

    static RejectColumns of(Place place, List<String> headers) {
        List<String> taken = new ArrayList<>(headers);
        return new RejectColumns(
                free("rejected " + place.word(), taken),
                free("rejected column", taken),
                free("rejected value", taken),
                free("reason of rejection", taken),
                free("rejected text", taken));
    }

    private static String free(String name, List<String> taken) {
        String free = name;
        while (taken.stream().anyMatch(free::equalsIgnoreCase)) {
            free += " *";
        }
        taken.add(free);
        return free;
    }

    List<String> all() {
        return List.of(at, column, value, reason, text);
    }

    /** What stands under {@link #at}. */
    static String at(long line, long part) {
        return part == 1 ? String.valueOf(line) : line + " (" + part + ")";
    }

    /** SQL of the line that a field names; NULL if it names none. */
    static String line(String field) {
        return "TRY_CAST(regexp_extract(" + field + ", " + AT + ", 1) AS BIGINT)";
    }

    /** SQL of the part of it. */
    static String part(String field) {
        return "coalesce(TRY_CAST(regexp_extract(" + field + ", " + AT + ", 2) AS BIGINT), 1)";
    }
}
