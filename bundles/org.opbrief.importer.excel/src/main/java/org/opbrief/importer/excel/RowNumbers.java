package org.opbrief.importer.excel;

/** Numbers of rows, ascending, as they are told in a sentence: the first few, and how many there are. */
final class RowNumbers {
    private static final int MOST_RANGES = 8;

    private final StringBuilder words = new StringBuilder();
    private int ranges;
    private long count;
    private long from;
    private long to;

    void add(long row) {
        if (count == 0 || row != to + 1) {
            close();
            from = row;
        }
        to = row;
        count++;
    }

    private void close() {
        if (count == 0 || ranges > MOST_RANGES) {
            return;
        }
        ranges++;
        if (ranges > MOST_RANGES) {
            words.append(", …");
        } else {
            words.append(ranges == 1 ? "" : ", ").append(range());
        }
    }

    private String range() {
        return from == to ? String.valueOf(from) : from + "–" + to;
    }

    long count() {
        return count;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** E.g. {@code 3 rows (7, 9–10)}. */
    String words() {
        String last = ranges >= MOST_RANGES ? ", …" : (ranges == 0 ? "" : ", ") + range();
        return "%,d %s (%s%s)"
                .formatted(
                        count,
                        count == 1 ? "row" : "rows",
                        words,
                        words.toString().endsWith("…") ? "" : last);
    }
}
