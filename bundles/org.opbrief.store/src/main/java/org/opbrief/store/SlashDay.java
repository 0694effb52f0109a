package org.opbrief.store;

/** SQL about a day that is written with slashes, like 5/28/2023 or 28/5/2023. */
final class SlashDay {
    private static final String FORM = "'[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}'";

    private final String text;

    /** @param text SQL of the text */
    SlashDay(String text) {
        this.text = text;
    }

    String is() {
        return "regexp_full_match(" + text + ", " + FORM + ")";
    }

    /** True of a day that can only have its month first. */
    String onlyMonthFirst() {
        return "(" + is() + " AND " + part(1) + " <= 12 AND " + part(2) + " > 12)";
    }

    /** True of a day that can only have its day first. */
    String onlyDayFirst() {
        return "(" + is() + " AND " + part(1) + " > 12 AND " + part(2) + " <= 12)";
    }

    /** True of a day that is another one if it is read the other way. */
    String either() {
        return "(" + is() + " AND " + part(1) + " <> " + part(2) + " AND greatest(" + part(1) + ", " + part(2)
                + ") <= 12)";
    }

    /** The day, NULL if the text is none. */
    String read(Notation notation) {
        if (notation == Notation.PLAIN) {
            return "CAST(NULL AS DATE)";
        }
        String form = notation.isMonthFirst() ? "'%m/%d/%Y'" : "'%d/%m/%Y'";
        String day = "CAST(try_strptime(" + text + ", " + form + ") AS DATE)";
        return notation.isMixed() ? "CASE WHEN NOT " + either() + " THEN " + day + " END" : day;
    }

    /** Why the text cannot be read. */
    String reason(Notation notation) {
        String other = notation.isMonthFirst() ? onlyDayFirst() : onlyMonthFirst();
        String order = notation.isMonthFirst() ? "day" : "month";
        return "CASE WHEN " + either() + " THEN "
                + Sql.text("could be two days, since the column has dates with the"
                        + " month first and dates with the day first; write it like 2023-05-01")
                + " WHEN " + other + " THEN "
                + Sql.text(
                        "has the " + order + " first, unlike most dates of the column;" + " write it like 2023-05-01")
                + " WHEN least(" + part(1) + ", " + part(2) + ") > 12 THEN 'is not a date like 2023-05-01'"
                + " ELSE 'is a day that the calendar does not have' END";
    }

    private String part(int number) {
        return "TRY_CAST(split_part(" + text + ", '/', " + number + ") AS INTEGER)";
    }
}
