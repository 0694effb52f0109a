package org.opbrief.packs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.opbrief.api.pack.InstalledPack;
import org.opbrief.api.report.Report;
import org.osgi.framework.ServiceReference;

/** Reports that bundles registered as services. */
final class RegisteredReports {

    /** In the order in which they were registered, best ranked first. */
    private final Map<ServiceReference<Report>, Report> services = new TreeMap<>((a, b) -> b.compareTo(a));

    synchronized void add(ServiceReference<Report> reference, Report report) {
        services.put(reference, report);
    }

    synchronized void remove(ServiceReference<Report> reference) {
        services.remove(reference);
    }

    /** What they bring as of now. */
    synchronized Brought brought() {
        Map<String, Owned> reports = new LinkedHashMap<>();
        List<InstalledPack> rejected = new ArrayList<>();
        services.forEach((reference, report) -> {
            String owner = String.valueOf(reference.getBundle().getSymbolicName());
            Optional<String> problem;
            try {
                String id = report.info().id();
                problem = Optional.ofNullable(reports.putIfAbsent(id, new Owned(owner, report)))
                        .map(other -> "the report '" + id + "' already comes from " + other.owner());
            } catch (RuntimeException e) {
                problem = Optional.of("its report cannot be asked what it is: " + e);
            }
            problem.ifPresent(reason -> rejected.add(new InstalledPack(
                    owner,
                    reference.getBundle().getVersion().toString(),
                    Optional.of(reason),
                    List.of(),
                    List.of(),
                    List.of())));
        });
        return new Brought(reports, rejected);
    }

    /** @param owner symbolic name of the bundle */
    record Owned(String owner, Report report) {}

    /**
     * @param reports by id
     * @param rejected services that cannot be used
     */
    record Brought(Map<String, Owned> reports, List<InstalledPack> rejected) {

        static final Brought NOTHING = new Brought(Map.of(), List.of());
    }
}
