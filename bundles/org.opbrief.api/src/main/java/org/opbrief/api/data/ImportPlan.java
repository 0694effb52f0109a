package org.opbrief.api.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an import would do.
 *
 * @param batch what would be kept, with its counts; its id is 0
 * @param layout how the file was read, by name of the choice, in order
 * @param dataSet that the rows are of, or that the file would begin
 * @param begun why its columns are what they are, in order, if the file would begin the data set; else empty
 * @param headers of the file, in order
 * @param proposal which of them fill which columns
 * @param readings how values are read where they could be read otherwise, in words, by name of the data set's column
 * @param findings what the user should know: errors first, then warnings, then notes
 * @param problems the first of the rejected records, at most {@value ImportResult#PROBLEMS_SHOWN}, by line
 */
public record ImportPlan(
        Batch batch,
        DataSet dataSet,
        List<Begun> begun,
        Map<String, String> layout,
        List<String> headers,
        Proposal proposal,
        Map<String, String> readings,
        List<Finding> findings,
        List<Problem> problems) {

    public ImportPlan {
        begun = List.copyOf(begun);
        layout = Collections.unmodifiableMap(new LinkedHashMap<>(layout));
        headers = List.copyOf(headers);
        readings = Map.copyOf(readings);
        findings = findings.stream()
                .sorted((one, other) -> other.severity().compareTo(one.severity()))
                .toList();
        problems = List.copyOf(problems);
    }

    /** Of a data set that is there. */
    public ImportPlan(
            Batch batch,
            DataSet dataSet,
            Map<String, String> layout,
            List<String> headers,
            Proposal proposal,
            Map<String, String> readings,
            List<Finding> findings,
            List<Problem> problems) {
        this(batch, dataSet, List.of(), layout, headers, proposal, readings, findings, problems);
    }

    /**
     * A column of a data set that the file would begin.
     *
     * @param why it has its type, in words, e.g. {@code all 5,103 values are days}
     * @param blanks rows of the file without a value
     */
    public record Begun(Column column, String header, String why, long blanks) {}

    /** Whether only a user who has read it may let it go on. */
    public boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.severity() == Finding.Severity.ERROR);
    }
}
