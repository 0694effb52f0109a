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
 */
public record InstalledPack(
        String name,
        String version,
        Optional<String> rejected,
        List<String> reports,
        List<String> dataSets,
        List<String> factorSets) {

    public InstalledPack {
        reports = List.copyOf(reports);
        dataSets = List.copyOf(dataSets);
        factorSets = List.copyOf(factorSets);
    }
}
