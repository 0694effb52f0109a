package org.opbrief.importer.excel;

import java.util.ArrayList;
import java.util.List;

/**
 * Which of a table's columns hold labels and which numbers that may add up, judged by its first rows.
 *
 * @param labels columns of the sheet, counted from 0
 * @param numbers columns of the sheet, counted from 0
 */
record Measures(int[] labels, int[] numbers) {
    private static final int MOST_LABELS = 5;
    private static final int MOST_NUMBERS = 8;
    private static final double[] TENS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    static Measures of(Header header, List<Row> sample) {
        List<Integer> labels = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        List<Row> records = sample.stream()
                .filter(row -> row.number() > header.lastRow() && row.filled() > 1)
                .toList();
        for (int column : header.columns()) {
            long texts = records.stream()
                    .filter(row -> row.kind(column) == Cell.TEXT)
                    .count();
            long figures = records.stream()
                    .filter(row -> row.kind(column) == Cell.NUMBER)
                    .count();
            if (texts > figures && labels.size() < MOST_LABELS) {
                labels.add(column);
            } else if (figures > texts && numbers.size() < MOST_NUMBERS) {
                numbers.add(column);
            }
        }
        return new Measures(ints(labels), ints(numbers));
    }

    private static int[] ints(List<Integer> columns) {
        return columns.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The row's numbers; 0 where there is none. */
    void values(Row row, double[] values) {
        for (int index = 0; index < numbers.length; index++) {
            values[index] = row.kind(numbers[index]) == Cell.NUMBER ? value(row.text(numbers[index])) : 0;
        }
    }

    /** Of a plain decimal. A quotient of two exact numbers is the nearest double. */
    static double value(String plain) {
        int length = plain.length();
        if (length > 16) {
            return Double.parseDouble(plain);
        }
        long digits = 0;
        int point = length;
        for (int index = plain.charAt(0) == '-' ? 1 : 0; index < length; index++) {
            char c = plain.charAt(index);
            if (c == '.') {
                point = index + 1;
            } else {
                digits = digits * 10 + c - '0';
            }
        }
        double value = digits / TENS[length - point];
        return plain.charAt(0) == '-' ? -value : value;
    }

    static boolean same(double one, double other) {
        return Math.abs(one - other) <= 1e-9 * Math.max(Math.abs(one), Math.abs(other));
    }
}
