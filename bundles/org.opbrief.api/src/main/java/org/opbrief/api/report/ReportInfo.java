package org.opbrief.api.report;

import java.util.List;
import java.util.Optional;

/**
 * What a report is.
 *
 * @param id what it is run by
 * @param description one or two sentences
 * @param editions at least one; the first is the default
 * @param dataSets ids of the data sets that it reads
 * @param languages language tags that it has text in; the first is the default
 * @param subject name of the parameter that says which data set the report is about, besides those that it always reads;
 *     the catalog makes all data sets that are present its choices
 * @param sections kinds of all sections that a briefing of it may have, in order; none if only the briefing will tell
 */
public record ReportInfo(
        String id,
        String title,
        String description,
        List<Parameter> parameters,
        List<Edition> editions,
        List<String> dataSets,
        List<String> languages,
        Optional<String> subject,
        List<SectionKind> sections) {

    public ReportInfo {
        parameters = List.copyOf(parameters);
        editions = List.copyOf(editions);
        dataSets = List.copyOf(dataSets);
        languages = List.copyOf(languages);
        sections = List.copyOf(sections);
    }

    /** Of a report that says itself which data sets it reads. */
    public ReportInfo(
            String id,
            String title,
            String description,
            List<Parameter> parameters,
            List<Edition> editions,
            List<String> dataSets,
            List<String> languages,
            List<SectionKind> sections) {
        this(id, title, description, parameters, editions, dataSets, languages, Optional.empty(), sections);
    }

    /** Of a report whose sections only the briefing will tell. */
    public ReportInfo(
            String id,
            String title,
            String description,
            List<Parameter> parameters,
            List<Edition> editions,
            List<String> dataSets,
            List<String> languages) {
        this(id, title, description, parameters, editions, dataSets, languages, List.of());
    }
}
