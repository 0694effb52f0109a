package org.opbrief.output.excel;

/** Text as a cell can hold it. */
final class CellText {
    /** Characters that a cell holds at most. */
    static final int LIMIT = 32_767;

    private CellText() {}

    /** The text itself, or as much of it as a cell holds with the remark at its end. */
    static String fit(String text, String remark) {
        if (text.length() <= LIMIT) {
            return text;
        }
        int end = LIMIT - remark.length();
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + remark;
    }

    /** Whether Excel would take the text for a formula when someone edits the cell. */
    static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    }

    /**
     * The text as the file format writes what XML cannot say: {@code _xHHHH_} for control characters (ECMA-376 part 1,
     * 22.9.2.19), and for the underscore of a text that only looks like that. Broken surrogates become U+FFFD.
     */
    static String escape(String text) {
        StringBuilder escaped = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String replacement = replacement(text, i);
            if (replacement != null && escaped == null) {
                escaped = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (escaped != null) {
                if (replacement != null) {
                    escaped.append(replacement);
                } else {
                    escaped.append(c);
                }
            }
        }
        return escaped == null ? text : escaped.toString();
    }

    /** What stands for the character there; null for itself. */
    private static String replacement(String text, int i) {
        char c = text.charAt(i);
        if (c < ' ') {
            return c == '\t' || c == '\n' ? null : String.format("_x%04X_", (int) c);
        }
        if (c == '_') {
            return isEscape(text, i) ? "_x005F_" : null;
        }
        if (c < Character.MIN_SURROGATE) {
            return null;
        }
        if (Character.isHighSurrogate(c)) {
            return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1)) ? null : "\uFFFD";
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(text.charAt(i - 1)) ? null : "\uFFFD";
        }
        return c >= '\uFFFE' ? "\uFFFD" : null;
    }

    private static boolean isEscape(String text, int i) {
        if (i + 6 >= text.length() || text.charAt(i + 1) != 'x' || text.charAt(i + 6) != '_') {
            return false;
        }
        for (int k = i + 2; k < i + 6; k++) {
            if (Character.digit(text.charAt(k), 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
