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
 * @param headers of the file, in order
 * @param proposal which of them fill which columns
 * @param readings how values are read where they could be read otherwise, in words, by name of the data set's column
 * @param findings what the user should know: errors first, then warnings, then notes
 * @param problems the first of the rejected records, at most {@value ImportResult#PROBLEMS_SHOWN}, by line
 */
public record ImportPlan(
        Batch batch,
        DataSet dataSet,
        Map<String, String> layout,
        List<String> headers,
        Proposal proposal,
        Map<String, String> readings,
        List<Finding> findings,
        List<Problem> problems) {

    public ImportPlan {
        layout = Collections.unmodifiableMap(new LinkedHashMap<>(layout));
        headers = List.copyOf(headers);
        readings = Map.copyOf(readings);
        findings = findings.stream()
                .sorted((one, other) -> other.severity().compareTo(one.severity()))
                .toList();
        problems = List.copyOf(problems);
    }

    /** Whether only a user who has read it may let it go on. */
    public boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.severity() == Finding.Severity.ERROR);
    }
}
