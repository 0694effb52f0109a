package org.opbrief.workbench.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.opbrief.api.report.Edition;
import org.opbrief.api.report.House;
import org.opbrief.api.report.Marking;
import org.opbrief.api.report.Report;

/**
 * An edition that an agency may mark.
 *
 * @param label what a reader sees
 * @param own markings that reports have for it, each once
 */
record MarkedEdition(String id, String label, Set<Marking> own) {

    /** The marking without the agency's; empty if it is another in each report. */
    Optional<Marking> reportsOwn() {
        return own.size() == 1 ? Optional.of(own.iterator().next()) : Optional.empty();
    }

    /** All editions of the reports, and those that the agency marks though no report has them now. */
    static List<MarkedEdition> all(List<Report> reports, House house) {
        Map<String, MarkedEdition> editions = new LinkedHashMap<>();
        for (Report report : reports) {
            for (Edition edition : report.info().editions()) {
                editions.computeIfAbsent(
                                edition.id(), id -> new MarkedEdition(id, edition.label(), new LinkedHashSet<>()))
                        .own()
                        .add(edition.marking());
            }
        }
        house.markings()
                .keySet()
                .forEach(id -> editions.computeIfAbsent(id, none -> new MarkedEdition(id, id, Set.of())));
        return new ArrayList<>(editions.values());
    }
}
