package org.opbrief.store;

/**
 * SQL that writes a number like {@code 6.19E-17} without its exponent. The engine's own cast is not exact for such
 * numbers: it rounds 6.19E-17 up to 0.000001, and it refuses 1043663016808e-1 as DECIMAL(18,6).
 */
final class Exponents {
    /** No number that a column can hold needs more zeros. */
    private static final int MOST_ZEROS = 200;

    private Exponents() {}

    /** @param text SQL of a text that is a number with an exponent */
    static String expand(String text) {
        String mantissa = "ltrim(split_part(lower(" + text + "), 'e', 1), '+-')";
        String exponent = "greatest(-" + MOST_ZEROS + ", least(" + MOST_ZEROS + ", TRY_CAST(split_part(lower(" + text
                + "), 'e', 2) AS BIGINT)))";
        String digits = "replace(" + mantissa + ", '.', '')";
        String point = "(length(split_part(" + mantissa + ", '.', 1)) + " + exponent + ")";
        return "(CASE WHEN " + text + "[1] = '-' THEN '-' ELSE '' END || CASE"
                + " WHEN " + point + " <= 0 THEN '0.' || repeat('0', -" + point + ") || " + digits
                + " WHEN " + point + " >= length(" + digits + ") THEN " + digits + " || repeat('0', " + point
                + " - length(" + digits + "))"
                + " ELSE left(" + digits + ", " + point + ") || '.' || substr(" + digits + ", " + point + " + 1) END)";
    }
}
