package org.opbrief.importer.excel;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opbrief.api.data.ImportException;

/**
 * What the user said of where the table stands.
 *
 * @param sheet name of the sheet
 * @param rows first and last row of the header, from 1
 */
record Choice(Optional<String> sheet, Optional<long[]> rows) {
    private static final Set<String> NAMES = Set.of("sheet", "header", "header row", "rows");
    private static final Pattern ROWS = Pattern.compile("\\s*(\\d{1,7})(?:\\s*[-–]\\s*(\\d{1,7}))?\\s*");

    static Choice of(String file, Map<String, String> layout) throws ImportException {
        for (String name : layout.keySet()) {
            if (!NAMES.contains(name)) {
                throw new ImportException(
                        file + " has no \"" + name + "\" to choose; a workbook has sheet and header.");
            }
        }
        Optional<String> header =
                Optional.ofNullable(layout.get("header")).or(() -> Optional.ofNullable(layout.get("header row")));
        Optional<String> sheet = Optional.ofNullable(layout.get("sheet"));
        return new Choice(sheet, header.isEmpty() ? Optional.empty() : Optional.of(rows(file, header.get())));
    }

    private static long[] rows(String file, String text) throws ImportException {
        Matcher matcher = ROWS.matcher(text);
        long first = matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
        long last = first > 0 && matcher.group(2) != null ? Long.parseLong(matcher.group(2)) : first;
        if (first < 1 || last < first || last > first + 1) {
            throw new ImportException(file + ": header is \"" + text
                    + "\"; give the number of a row, or two that follow each other, e.g. 4 or 4-5.");
        }
        return new long[] {first, last};
    }
}
