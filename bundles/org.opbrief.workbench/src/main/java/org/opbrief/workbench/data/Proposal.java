package org.opbrief.workbench.data;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.DataSet;

/**
 * How well a file's headers fit a data set.
 *
 * @param found columns of the data set that the file has
 * @param headers how many columns the file has
 */
record Proposal(DataSet dataSet, int found, int headers) {

    /** All data sets, the one that fits best first; in equal ones, by id. */
    static List<Proposal> of(List<String> headers, Collection<DataSet> dataSets) {
        Set<String> present = headers.stream().map(Proposal::bare).collect(Collectors.toSet());
        return dataSets.stream()
                .map(dataSet -> new Proposal(dataSet, found(present, dataSet), headers.size()))
                .sorted(Comparator.comparingDouble(Proposal::share)
                        .reversed()
                        .thenComparing(proposal -> proposal.dataSet().id()))
                .toList();
    }

    /** Whether it is worth being proposed. */
    boolean likely() {
        return share() > 0.5;
    }

    boolean complete() {
        return found == dataSet.columns().size();
    }

    /** Columns in common, of all that either has: 0 to 1. */
    private double share() {
        int all = dataSet.columns().size() + headers;
        return all == 0 ? 0 : 2.0 * found / all;
    }

    private static int found(Set<String> present, DataSet dataSet) {
        return (int) dataSet.columns().stream()
                .filter(column -> names(column).anyMatch(present::contains))
                .count();
    }

    private static Stream<String> names(Column column) {
        return Stream.concat(Stream.of(column.name()), column.reading().headers().stream())
                .map(Proposal::bare);
    }

    /** As headers are compared: without case, spaces and punctuation. */
    private static String bare(String header) {
        return header.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
