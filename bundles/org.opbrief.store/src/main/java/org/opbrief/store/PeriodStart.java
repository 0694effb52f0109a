package org.opbrief.store;

import java.util.List;
import java.util.Optional;

/**
 * SQL of the first day of a year or month that a file has in columns of their own.
 *
 * @param year SQL of the text with the year
 * @param month SQL of the text with the month: a number or an English name of which three letters are enough
 * @param fiscal whether years are fiscal years of the United States: October to September, named after the latter
 *     (31 U.S.C. 1102)
 */
record PeriodStart(String year, Optional<String> month, boolean fiscal) {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final int OCTOBER = 10;

    /** The day as text like 2023-05-01; what the file has if that is no period. */
    String text() {
        String number =
                "TRY_CAST(regexp_extract(" + year + ", '(?:^|[^0-9])([12][0-9]{3})(?:$|[^0-9])', 1) AS INTEGER)";
        String first = fiscal ? String.valueOf(OCTOBER) : "1";
        String monthNumber = month.map(PeriodStart::monthNumber).orElse(first);
        String calendarYear =
                fiscal ? number + " - CASE WHEN " + monthNumber + " >= " + OCTOBER + " THEN 1 ELSE 0 END" : number;
        return "coalesce(printf('%04d-%02d-01', " + calendarYear + ", " + monthNumber + "), "
                + month.map(text -> "nullif(trim(concat_ws(' ', " + year + ", " + text + ")), '')")
                        .orElse(year)
                + ")";
    }

    private static String monthNumber(String text) {
        StringBuilder names = new StringBuilder("CASE left(lower(trim(" + text + ")), 3)");
        for (int index = 0; index < MONTHS.size(); index++) {
            names.append(" WHEN '" + MONTHS.get(index) + "' THEN " + (index + 1));
        }
        return "coalesce(" + names + " END, CASE WHEN TRY_CAST(" + text + " AS INTEGER) BETWEEN 1 AND 12 THEN TRY_CAST("
                + text + " AS INTEGER) END)";
    }
}
