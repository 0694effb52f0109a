package org.opbrief.pdf.structure;

import java.util.Arrays;

/** Counts the columns that the rows of a table fill, cells that span several rows included. */
final class Columns {
    private static final int UNKNOWN = -1;

    /** For each column how many rows, this one included, the cell in it still fills. */
    private int[] busy = new int[16];

    private int next;
    private int expected = UNKNOWN;
    private int filled;

    void cell(int columns, int rows) {
        skipBusy();
        reserve(next + columns);
        for (int i = 0; i < columns; i++) {
            busy[next] = Math.max(busy[next], rows);
            next++;
        }
    }

    /** False if the row fills another number of columns than the first one. */
    boolean endRow() {
        filled = 0;
        for (int i = 0; i < busy.length; i++) {
            if (busy[i] > 0) {
                busy[i]--;
                filled = i + 1;
            }
        }
        next = 0;
        if (expected == UNKNOWN) {
            expected = filled;
        }
        return filled == expected;
    }

    int filled() {
        return filled;
    }

    int expected() {
        return expected;
    }

    private void skipBusy() {
        reserve(next + 1);
        while (busy[next] > 0) {
            next++;
            reserve(next + 1);
        }
    }

    private void reserve(int columns) {
        if (columns > busy.length) {
            busy = Arrays.copyOf(busy, Math.max(busy.length * 2, columns));
        }
    }
}
