package org.opbrief.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Columns of text that stand below each other. */
final class TextTable {
    private static final String GAP = "  ";

    private final List<String[]> rows = new ArrayList<>();
    private final Set<Integer> numbers = new HashSet<>();

    TextTable(String... headers) {
        rows.add(headers);
    }

    /** Sets these columns, counted from 0, flush right. */
    TextTable numbers(int... columns) {
        for (int column : columns) {
            numbers.add(column);
        }
        return this;
    }

    void add(String... cells) {
        if (cells.length != rows.get(0).length) {
            throw new IllegalArgumentException("A row has as many cells as the table has headers");
        }
        rows.add(cells);
    }

    void print(Console console) {
        int columns = rows.get(0).length;
        int[] widths = new int[columns];
        for (String[] row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                String space = " ".repeat(widths[i] - row[i].length());
                line.append(i == 0 ? "" : GAP);
                line.append(numbers.contains(i) ? space + row[i] : row[i] + space);
            }
            console.line(line.toString().stripTrailing());
        }
    }
}
