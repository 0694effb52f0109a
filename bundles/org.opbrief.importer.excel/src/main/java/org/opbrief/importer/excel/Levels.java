package org.opbrief.importer.excel;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.opbrief.api.data.Finding;

/** Looks for rows that stand under others by nothing but the indent of their label. */
final class Levels {
    private final Header header;
    private final Measures measures;
    private final int column;
    private final Deque<Node> open = new ArrayDeque<>();
    private final long[] sums;
    private final double[] twice;
    private long parents;
    private long children;

    Levels(Header header, Measures measures, List<Row> sample) {
        this.header = header;
        this.measures = measures;
        int[] labels = measures.labels();
        this.column = Arrays.stream(labels)
                .filter(label ->
                        sample.stream().anyMatch(row -> row.number() > header.lastRow() && row.indent(label) > 0))
                .findFirst()
                .orElse(labels.length == 0 ? -1 : labels[0]);
        this.sums = new long[measures.numbers().length];
        this.twice = new double[measures.numbers().length];
    }

    void add(Row row) {
        if (column < 0 || row.isEmpty(column)) {
            return;
        }
        int indent = row.indent(column);
        if (indent == 0 && open.size() == 1 && open.peek().count == 0 && open.peek().indent == 0) {
            open.peek().start(row);
            return;
        }
        closeFrom(indent);
        Node node = new Node(indent);
        node.start(row);
        if (!open.isEmpty()) {
            open.peek().addChild(node);
            children++;
        }
        open.push(node);
    }

    private void closeFrom(int indent) {
        while (!open.isEmpty() && open.peek().indent >= indent) {
            open.pop().close();
        }
    }

    Optional<Finding> finding() {
        closeFrom(0);
        if (parents == 0) {
            return Optional.empty();
        }
        String label = header.names().get(Arrays.binarySearch(header.columns(), column));
        String fact = "Column %s holds parents and children: by their indent %,d rows stand under %,d others"
                .formatted(label, children, parents);
        int best = 0;
        for (int index = 1; index < sums.length; index++) {
            best = sums[index] > sums[best] ? index : best;
        }
        if (sums.length == 0 || sums[best] == 0) {
            return Optional.of(Finding.warning(fact + "; a plain sum may count the same twice, so keep one level.")
                    .of(label));
        }
        String figure = header.names().get(Arrays.binarySearch(header.columns(), measures.numbers()[best]));
        return Optional.of(Finding.warning(fact
                        + ", of which %,d have in %s the sum of what stands under them; summing would count %,.0f twice, so keep one level."
                                .formatted(sums[best], figure, twice[best]))
                .of(label));
    }

    /** A row and what stands right under it. */
    private final class Node {
        private final int indent;
        private final double[] own = new double[measures.numbers().length];
        private final double[] under = new double[measures.numbers().length];
        private int count;

        Node(int indent) {
            this.indent = indent;
        }

        void start(Row row) {
            measures.values(row, own);
        }

        void addChild(Node child) {
            count++;
            for (int index = 0; index < under.length; index++) {
                under[index] += child.own[index];
            }
        }

        void close() {
            if (count == 0) {
                return;
            }
            parents++;
            for (int index = 0; index < own.length; index++) {
                if (own[index] > 0 && Measures.same(own[index], under[index])) {
                    sums[index]++;
                    twice[index] += own[index];
                }
            }
        }
    }
}
