package org.opbrief.pdf.file;

import java.util.Arrays;

/** A growing list of ints: a tagged document of 400 pages has hundreds of thousands of them. */
public final class IntList {
    private int[] values = new int[4];
    private int size;

    public void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    public int get(int index) {
        return values[index];
    }

    public int size() {
        return size;
    }
}
