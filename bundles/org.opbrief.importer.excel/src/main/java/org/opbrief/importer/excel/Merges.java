package org.opbrief.importer.excel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects the merged cells of a sheet that go over several rows. */
final class Merges {
    /** Sheets with more are no tables for people; it also bounds what is held in memory. */
    private static final int MOST = 1 << 17;

    private static final Pattern AREA = Pattern.compile("([A-Z]{1,3})(\\d{1,7}):([A-Z]{1,3})(\\d{1,7})");

    private final List<Workbook.Merge> merges = new ArrayList<>();

    /** @param area as a sheet names it, e.g. {@code A2:A5}; what is none is left out */
    void add(String area) {
        Matcher matcher = AREA.matcher(area);
        if (matcher.matches()) {
            add(
                    Long.parseLong(matcher.group(2)),
                    Long.parseLong(matcher.group(4)),
                    column(matcher.group(1)),
                    column(matcher.group(3)));
        }
    }

    void add(long firstRow, long lastRow, int firstColumn, int lastColumn) {
        if (lastRow > firstRow && lastColumn >= firstColumn && merges.size() < MOST) {
            merges.add(new Workbook.Merge(firstRow, lastRow, firstColumn, lastColumn));
        }
    }

    private static int column(String letters) {
        int column = 0;
        for (char letter : letters.toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return column - 1;
    }

    List<Workbook.Merge> list() {
        return List.copyOf(merges);
    }
}
