package org.opbrief.store;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A way to write days that is read only where a mapping says so, and by which a new data set can be begun.
 *
 * @param kind what stands for it, see {@link ValueKinds}
 * @param form regular expression of its text
 * @param pattern as mappings have it
 */
record WrittenDay(String kind, String form, String pattern) {
    private static final List<WrittenDay> CLEAR = List.of(
            new WrittenDay("1", "[0-9]{1,2}\\.[0-9]{1,2}\\.[0-9]{4}", "d.M.yyyy"),
            new WrittenDay("2", "[0-9]{4}/[0-9]{1,2}/[0-9]{1,2}", "yyyy/M/d"),
            new WrittenDay("3", "[0-9]{1,2}-[A-Za-z]{3}-[0-9]{4}", "d-MMM-yyyy"),
            new WrittenDay("4", "[A-Za-z]{3} [0-9]{1,2}, [0-9]{4}", "MMM d, yyyy"),
            new WrittenDay("5", "[A-Za-z]{4,9} [0-9]{1,2}, [0-9]{4}", "MMMM d, yyyy"),
            new WrittenDay("6", "[0-9]{1,2} [A-Za-z]{4,9} [0-9]{4}", "d MMMM yyyy"),
            new WrittenDay("7", "[0-9]{1,2}-[0-9]{1,2}-[0-9]{4}", "M-d-yyyy"));
    /** Any eight digits could be one; the header has to say that they are. */
    private static final WrittenDay DIGITS = new WrittenDay("8", "(19|20)[0-9]{6}", "yyyyMMdd");

    private static final Set<String> DAY_WORDS = Set.of("date", "day", "dt", "dob", "datum", "tag", "fecha");

    /** All that a column of that header may have. */
    static List<WrittenDay> all(String header) {
        return HeaderWords.of(header).stream().anyMatch(word -> DAY_WORDS.contains(word.toLowerCase(Locale.ROOT)))
                ? java.util.stream.Stream.concat(CLEAR.stream(), java.util.stream.Stream.of(DIGITS))
                        .toList()
                : CLEAR;
    }

    /** SQL that is true of such a day. */
    String is(String text) {
        return "(regexp_full_match(" + text + ", " + Sql.text(form) + ") AND try_strptime(" + text + ", "
                + Sql.text(new DayPattern(pattern).format()) + ") IS NOT NULL)";
    }
}
