package org.opbrief.api.pack;

import java.util.List;
import java.util.Optional;

/**
 * A pack that is present.
 *
 * @param name symbolic name of its bundle
 * @param rejected why it, or a report in Java that it registers, is not used, with file and line; empty if all is
 * @param reports ids of its reports
 * @param dataSets ids of its data sets
 * @param factorSets {@code model/id} of its factor sets
 * @param vocabularies ids of those that it shares
 */
public record InstalledPack(
        String name,
        String version,
        Optional<String> rejected,
        List<String> reports,
        List<String> dataSets,
        List<String> factorSets,
        List<String> vocabularies) {

    public InstalledPack {
        reports = List.copyOf(reports);
        dataSets = List.copyOf(dataSets);
        factorSets = List.copyOf(factorSets);
        vocabularies = List.copyOf(vocabularies);
    }

    /** One that shares no vocabularies. */
    public InstalledPack(
            String name,
            String version,
            Optional<String> rejected,
            List<String> reports,
            List<String> dataSets,
            List<String> factorSets) {
        this(name, version, rejected, reports, dataSets, factorSets, List.of());
    }
}
