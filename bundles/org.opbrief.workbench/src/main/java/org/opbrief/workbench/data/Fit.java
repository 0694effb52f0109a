package org.opbrief.workbench.data;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.FileColumn;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.Mapping;
import org.opbrief.api.data.Mappings;
import org.opbrief.api.data.Proposal;

/**
 * How well a file's columns fit a data set.
 *
 * @param proposal which of them are which
 * @param headers how many columns the file has
 */
record Fit(DataSet dataSet, Proposal proposal, int headers) {

    /** All data sets, the one that fits best first; of equal ones, by id. */
    static List<Fit> of(
            Mappings mappings, Path workspace, String file, List<FileColumn> columns, Collection<DataSet> dataSets) {
        return dataSets.stream()
                .map(dataSet -> new Fit(dataSet, sketch(mappings, workspace, file, columns, dataSet), columns.size()))
                .sorted(Comparator.comparingDouble(Fit::share).reversed().thenComparing(fit -> fit.dataSet()
                        .id()))
                .toList();
    }

    private static Proposal sketch(
            Mappings mappings, Path workspace, String file, List<FileColumn> columns, DataSet dataSet) {
        try {
            return mappings.sketch(workspace, file, dataSet, columns);
        } catch (ImportException e) {
            // the check of the file says why
            return new Proposal(new Mapping(dataSet.id(), Map.of()), Proposal.Basis.NAMES, Map.of());
        }
    }

    /** Columns of the data set that the file has. */
    int found() {
        return proposal.mapping().fields().size();
    }

    /** Whether it is worth being proposed. */
    boolean likely() {
        return share() > 0.5;
    }

    boolean complete() {
        return found() == dataSet.columns().size();
    }

    /** Columns in common, as sure as they are, of all that either has: 0 to 1. */
    private double share() {
        int all = dataSet.columns().size() + headers;
        double sure = proposal.confidence().values().stream()
                .mapToDouble(each -> each)
                .sum();
        return all == 0 ? 0 : 2.0 * sure / all;
    }
}
