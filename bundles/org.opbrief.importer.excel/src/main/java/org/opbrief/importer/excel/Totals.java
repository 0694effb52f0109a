package org.opbrief.importer.excel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.opbrief.api.data.Finding;

/**
 * Looks for rows that are the totals of others: the first or last row of the table, or of neighbouring rows with the same
 * label, that is the sum of the other ones in several columns.
 */
final class Totals {
    private static final Pattern NAMES = Pattern.compile(
            "((grand |overall |sub-?)?totals?|sum|all|gesamt(summe)?|insgesamt|summe|zusammen|alle|total general|suma)( [:=])?:?",
            Pattern.CASE_INSENSITIVE);
    private static final int MOST_LABELS = 1_000;

    private final Header header;
    private final Measures measures;
    private final List<Run> runs = new ArrayList<>();
    private final RowNumbers named = new RowNumbers();
    private final double[] values;
    private String name = "";

    Totals(Header header, Measures measures) {
        this.header = header;
        this.measures = measures;
        this.values = new double[measures.numbers().length];
        if (values.length > 0) {
            runs.add(new Run(-1));
            for (int column : measures.labels()) {
                runs.add(new Run(column));
            }
        }
    }

    void add(Row row) {
        measures.values(row, values);
        for (Run run : runs) {
            run.add(row);
        }
        for (int column : measures.labels()) {
            String label = row.text(column);
            if (label.length() < 20 && values.length > 0 && isName(label)) {
                named.add(row.number());
                name = name.isEmpty() ? label.strip() : name;
                return;
            }
        }
    }

    private static boolean isName(String label) {
        char first = label.isEmpty() ? ' ' : Character.toLowerCase(label.charAt(0));
        return " tsagiozu".indexOf(first) >= 0 && NAMES.matcher(label.strip()).matches();
    }

    Optional<Finding> finding() {
        for (Run run : runs) {
            run.close();
            if (run.isProven()) {
                return Optional.of(run.finding());
            }
        }
        if (named.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Finding.warning("By their label (\"" + name + "\") " + named.words() + " hold totals of others;"
                        + " a plain sum would count twice what they add up, so leave them out or use only them."));
    }

    /** Neighbouring rows with the same label in a column, or all rows. */
    private final class Run {
        private final int column;
        private final double[] sums = new double[values.length];
        private final double[] first = new double[values.length];
        private final double[] last = new double[values.length];
        private final String[] firstLabels = new String[measures.labels().length];
        private final String[] lastLabels = new String[measures.labels().length];
        private final Map<String, Integer> totals = new HashMap<>();
        private String key = "";
        private long firstRow;
        private long lastRow;
        private int size;
        private int groups;
        private int proven;
        private String example = "";
        private int labelColumn = -1;

        Run(int column) {
            this.column = column;
        }

        void add(Row row) {
            String now = column < 0 ? "" : row.text(column);
            if (size == 0 || !now.equals(key)) {
                close();
                key = now;
                firstRow = row.number();
                System.arraycopy(values, 0, first, 0, values.length);
                labels(row, firstLabels);
            }
            size++;
            lastRow = row.number();
            for (int index = 0; index < values.length; index++) {
                sums[index] += values[index];
                last[index] = values[index];
            }
            labels(row, lastLabels);
        }

        private void labels(Row row, String[] labels) {
            for (int index = 0; index < labels.length; index++) {
                labels[index] = row.text(measures.labels()[index]);
            }
        }

        void close() {
            if (size >= 3) {
                int matchesLast = matches(last);
                int matchesFirst = matches(first);
                groups += Arrays.stream(sums).anyMatch(sum -> sum != 0) ? 1 : 0;
                boolean atEnd = matchesLast >= matchesFirst;
                int matches = Math.max(matchesLast, matchesFirst);
                if (matches > 1 || matches == 1 && values.length == 1 && isNoChance(atEnd)) {
                    prove(atEnd);
                }
            }
            Arrays.fill(sums, 0);
            size = 0;
        }

        /** One equal number alone proves nothing where numbers are small and few, unless the row says that it is a total. */
        private boolean isNoChance(boolean atEnd) {
            boolean large = size > 5 && (atEnd ? last : first)[0] >= 100;
            return large || Arrays.stream(atEnd ? lastLabels : firstLabels).anyMatch(Totals::isName);
        }

        private int matches(double[] total) {
            int matches = 0;
            for (int index = 0; index < total.length; index++) {
                matches += total[index] > 0 && Measures.same(sums[index], 2 * total[index]) ? 1 : 0;
            }
            return matches;
        }

        private void prove(boolean atEnd) {
            String[] labels = atEnd ? lastLabels : firstLabels;
            double[] total = atEnd ? last : first;
            int at = 0;
            while (at < labels.length && firstLabels[at].equals(lastLabels[at])) {
                at++;
            }
            if (at < labels.length && totals.size() < MOST_LABELS) {
                totals.merge(labels[at].strip(), 1, Integer::sum);
            }
            if (proven++ == 0) {
                labelColumn = at < labels.length ? measures.labels()[at] : -1;
                int index = 0;
                while (!(total[index] > 0 && Measures.same(sums[index], 2 * total[index]))) {
                    index++;
                }
                example = "row %d has %s %,.15g, and so have the %,d others together"
                        .formatted(
                                atEnd ? lastRow : firstRow, headerOf(measures.numbers()[index]), total[index], size - 1)
                        .replaceAll("(\\.\\d*?)0+(?=, and)", "$1")
                        .replace("., and", ", and");
            }
        }

        private String headerOf(int column) {
            return header.names().get(Arrays.binarySearch(header.columns(), column));
        }

        boolean isProven() {
            return column < 0 ? proven > 0 : proven > 1 && proven * 3 >= groups;
        }

        Finding finding() {
            String label = totals.entrySet().stream()
                    .max(Map.Entry.<String, Integer>comparingByValue()
                            .thenComparing(Comparator.comparing(Map.Entry::getKey)))
                    .map(entry -> " (\"" + entry.getKey() + "\" in column " + headerOf(labelColumn) + ")")
                    .orElse("");
            String who = column < 0
                    ? "One row" + label + " is the sum of all others"
                    : "In %,d of %,d groups of rows with the same %s one row%s is the sum of the others"
                            .formatted(proven, groups, headerOf(column), label);
            Finding finding = Finding.warning(who + ", e.g. " + example
                    + "; a plain sum counts everything twice, so leave these rows out or use only them.");
            return labelColumn < 0 ? finding : finding.of(headerOf(labelColumn));
        }
    }
}
