package org.opbrief.store;

import java.util.LinkedHashMap;
import java.util.Map;

/** SQL that reads days which are written by a pattern, e.g. {@code dd.MM.yyyy}. */
final class DayPattern {
    /** Letters of patterns, longer ones first, and what the engine calls them. */
    private static final Map<String, String> LETTERS = new LinkedHashMap<>();

    static {
        LETTERS.put("yyyy", "%Y");
        LETTERS.put("yy", "%y");
        LETTERS.put("MMMM", "%B");
        LETTERS.put("MMM", "%b");
        LETTERS.put("MM", "%m");
        LETTERS.put("M", "%-m");
        LETTERS.put("dd", "%d");
        LETTERS.put("d", "%-d");
        LETTERS.put("HH", "%H");
        LETTERS.put("mm", "%M");
        LETTERS.put("ss", "%S");
    }

    private final String format;

    DayPattern(String pattern) {
        StringBuilder formed = new StringBuilder();
        for (int at = 0; at < pattern.length(); ) {
            String rest = pattern.substring(at);
            String letters = LETTERS.keySet().stream()
                    .filter(rest::startsWith)
                    .findFirst()
                    .orElse("");
            formed.append(letters.isEmpty() ? rest.substring(0, 1).replace("%", "%%") : LETTERS.get(letters));
            at += Math.max(1, letters.length());
        }
        this.format = formed.toString();
    }

    /** As the engine writes it. */
    String format() {
        return format;
    }

    /** The day as text like 2023-05-01; what the file has if it is written otherwise. */
    String read(String raw) {
        return "coalesce(CAST(CAST(try_strptime(trim(" + raw + "), " + Sql.text(format)
                + ") AS DATE) AS VARCHAR), CASE WHEN trim(" + raw + ") <> '' THEN 'not like the pattern: ' || " + raw
                + " END)";
    }
}
