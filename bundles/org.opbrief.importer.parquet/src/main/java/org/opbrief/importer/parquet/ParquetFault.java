package org.opbrief.importer.parquet;

import java.sql.SQLException;

/** What the engine says of a file, without what only programmers read. */
final class ParquetFault {
    private static final int LONGEST = 200;

    private ParquetFault() {}

    static String reason(SQLException e) {
        String message = e.getMessage() == null ? "" : e.getMessage();
        String told = message.replaceFirst(
                        "(?s)^Invalid Input Error: Attempting to execute an unsuccessful[^\n]*\n", "")
                .replaceFirst("^Error: ", "")
                .replaceFirst("^[A-Z][A-Za-z ]* Error: ", "");
        String first = told.lines()
                .findFirst()
                .orElse("")
                .replaceFirst("^Failed to read file \"[^\"]*\": ", "")
                .replaceAll(" ?(at end of|of|in|reading)? ?(the )?file ['\"][^'\"]*['\"]", "")
                .strip();
        if (first.contains("Exception") || first.chars().anyMatch(Character::isISOControl)) {
            return "the description of its columns makes no sense";
        }
        String words = first.replaceAll("[.:]+$", "");
        return words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words;
    }
}
