package org.opbrief.api.report;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.opbrief.api.data.Batch;
import org.opbrief.api.statistics.FactorSet;
import org.opbrief.api.statistics.Figure;

/**
 * The finished content of a document, independent of its format. The same data give an equal briefing.
 *
 * @param name for its files, without ending: lower case letters, digits and hyphens
 * @param report id of the report that built it
 * @param subtitle may be empty
 * @param asOf the latest as-of date of its batches; the date of the document
 * @param parameters values as a reader sees them, by label, in order
 * @param batches that its figures and tables came from, by id
 * @param factorSets that its figures rest on or are compared with
 * @param house the agency that it is made for
 */
public record Briefing(
        String name,
        String report,
        String title,
        String subtitle,
        Edition edition,
        LocalDate asOf,
        Locale language,
        Map<String, String> parameters,
        List<Figure> figures,
        List<Section> sections,
        List<Batch> batches,
        List<FactorSet> factorSets,
        House house) {

    public Briefing {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        figures = List.copyOf(figures);
        sections = List.copyOf(sections);
        batches = List.copyOf(batches);
        factorSets = List.copyOf(factorSets);
    }

    /** As a report builds it: the agency comes with the workspace. */
    public Briefing(
            String name,
            String report,
            String title,
            String subtitle,
            Edition edition,
            LocalDate asOf,
            Locale language,
            Map<String, String> parameters,
            List<Figure> figures,
            List<Section> sections,
            List<Batch> batches,
            List<FactorSet> factorSets) {
        this(
                name,
                report,
                title,
                subtitle,
                edition,
                asOf,
                language,
                parameters,
                figures,
                sections,
                batches,
                factorSets,
                House.NONE);
    }

    /** The same content, made for that agency and marked as it marks its documents. */
    public Briefing of(House house) {
        return new Briefing(
                name,
                report,
                title,
                subtitle,
                house.mark(edition),
                asOf,
                language,
                parameters,
                figures,
                sections,
                batches,
                factorSets,
                house);
    }

    public Optional<Figure> figure(String id) {
        return figures.stream().filter(figure -> figure.id().equals(id)).findFirst();
    }
}
