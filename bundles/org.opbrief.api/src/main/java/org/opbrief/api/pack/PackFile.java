package org.opbrief.api.pack;

import java.util.List;

/**
 * A verified pack.
 *
 * @param name symbolic name of the bundle
 * @param version OSGi version
 * @param sha256 of the jar, hexadecimal
 * @param reports ids; so are data sets; factor sets are {@code model/id}
 * @param services what its Java code registers, as simple names, e.g. {@code OutputFormat}
 */
public record PackFile(
        String name,
        String version,
        String sha256,
        Signature signature,
        Code code,
        List<String> reports,
        List<String> dataSets,
        List<String> factorSets,
        List<String> services) {

    public PackFile {
        reports = List.copyOf(reports);
        dataSets = List.copyOf(dataSets);
        factorSets = List.copyOf(factorSets);
        services = List.copyOf(services);
    }
}
