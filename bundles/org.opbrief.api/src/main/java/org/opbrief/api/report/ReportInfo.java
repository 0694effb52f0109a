package org.opbrief.api.report;

import java.util.List;

/**
 * What a report is.
 *
 * @param id what it is run by
 * @param description one or two sentences
 * @param editions at least one; the first is the default
 * @param dataSets ids of the data sets that it reads
 * @param languages language tags that it has text in; the first is the default
 */
public record ReportInfo(
        String id,
        String title,
        String description,
        List<Parameter> parameters,
        List<Edition> editions,
        List<String> dataSets,
        List<String> languages) {

    public ReportInfo {
        parameters = List.copyOf(parameters);
        editions = List.copyOf(editions);
        dataSets = List.copyOf(dataSets);
        languages = List.copyOf(languages);
    }
}
