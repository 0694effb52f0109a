package org.opbrief.importer.excel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.opbrief.api.data.Finding;
import org.opbrief.api.data.ImportException;

/**
 * Gives the label of cells that are merged over several rows to each of these rows, as people read it. Numbers are not
 * given: their sum would count them several times.
 */
final class MergedCells implements Workbook.Rows {
    private static final String YEAR = "(19|20)\\d\\d";

    private final Header header;
    private final Workbook.Rows next;
    private final List<Workbook.Merge> coming;
    /** By column. */
    private final Map<Integer, Open> open = new HashMap<>();

    private final Map<Integer, Long> filled = new TreeMap<>();
    private final Map<Integer, Long> left = new TreeMap<>();
    private int at;

    private record Open(long lastRow, Cell kind, String text) {}

    /** @param merges of the sheet */
    MergedCells(Header header, List<Workbook.Merge> merges, Workbook.Rows next) {
        this.header = header;
        this.next = next;
        this.coming = new ArrayList<>(inTable(header, merges));
        coming.sort(Comparator.comparingLong(Workbook.Merge::firstRow));
    }

    /** Those that begin below the header in one of the table's columns. */
    static List<Workbook.Merge> inTable(Header header, List<Workbook.Merge> merges) {
        return merges.stream()
                .filter(merge -> merge.firstRow() > header.lastRow())
                .filter(merge -> Arrays.binarySearch(header.columns(), merge.firstColumn()) >= 0)
                .toList();
    }

    @Override
    public boolean take(Row row) throws IOException, ImportException {
        if (row.filled() > 0) {
            fill(row);
        }
        while (at < coming.size() && coming.get(at).firstRow() <= row.number()) {
            Workbook.Merge merge = coming.get(at++);
            int column = merge.firstColumn();
            if (merge.firstRow() == row.number() && !row.isEmpty(column)) {
                open.put(column, new Open(merge.lastRow(), row.kind(column), row.text(column)));
            }
        }
        return next.take(row);
    }

    private void fill(Row row) {
        open.values().removeIf(merge -> merge.lastRow() < row.number());
        open.forEach((column, merge) -> {
            if (!row.isEmpty(column)) {
                return;
            }
            if (merge.kind() == Cell.NUMBER && !merge.text().matches(YEAR)) {
                left.merge(column, 1L, Long::sum);
            } else {
                row.put(column, merge.kind(), merge.text(), CellFormat.GENERAL);
                filled.merge(column, 1L, Long::sum);
            }
        });
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        filled.forEach((column, rows) -> findings.add(Finding.note(
                        "Column %s has cells that are merged over several rows; what they hold was given to each of them, %s."
                                .formatted(name(column), words(rows)))
                .of(name(column))));
        left.forEach((column, rows) -> findings.add(Finding.warning(
                        ("Column %s has numbers in cells that are merged over several rows; they stand in the first row"
                                        + " only, since a sum would count them again, and %s empty.")
                                .formatted(name(column), words(rows) + (rows == 1 ? " is" : " are")))
                .of(name(column))));
        return findings;
    }

    private static String words(long rows) {
        return rows == 1 ? "1 more row" : "%,d more rows".formatted(rows);
    }

    private String name(int column) {
        return header.names().get(Arrays.binarySearch(header.columns(), column));
    }
}
