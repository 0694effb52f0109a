package org.opbrief.packs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opbrief.api.pack.InstalledPack;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/** Packs that the framework cannot resolve, so that they never start, and what each of them lacks. */
final class UnresolvedPacks {

    private final Bundle[] bundles;

    UnresolvedPacks(BundleContext context) {
        this.bundles = context.getBundles();
    }

    List<InstalledPack> rejected() {
        List<InstalledPack> packs = new ArrayList<>();
        for (Bundle bundle : bundles) {
            BundleRevision revision = bundle.adapt(BundleRevision.class);
            if (bundle.getState() == Bundle.INSTALLED && revision != null && isPack(revision)) {
                packs.add(new InstalledPack(
                        bundle.getSymbolicName(),
                        bundle.getVersion().toString(),
                        Optional.of(reason(revision)),
                        List.of(),
                        List.of(),
                        List.of()));
            }
        }
        return packs;
    }

    private static boolean isPack(BundleRevision revision) {
        return revision.getDeclaredRequirements(Lacking.EXTENDER).stream()
                .anyMatch(requirement -> new Lacking(requirement, List.of()).isPackExtender());
    }

    private String reason(BundleRevision revision) {
        List<Lacking> lacking = revision.getDeclaredRequirements(null).stream()
                .filter(UnresolvedPacks::isMandatory)
                .map(requirement -> new Lacking(requirement, offered(requirement.getNamespace())))
                .toList();
        return Stream.concat(
                        lacking.stream().filter(each -> !each.isThere()).map(Lacking::words),
                        lacking.stream().flatMap(each -> each.notUsed().stream()))
                .findFirst()
                .orElse("what its bundle requires cannot be resolved");
    }

    private List<Lacking.Offered> offered(String namespace) {
        return Arrays.stream(bundles)
                .map(bundle -> bundle.adapt(BundleRevision.class))
                .filter(revision -> revision != null)
                .flatMap(revision -> revision.getDeclaredCapabilities(namespace).stream())
                .map(capability -> new Lacking.Offered(
                        capability, capability.getRevision().getBundle().getState() != Bundle.INSTALLED))
                .toList();
    }

    private static boolean isMandatory(BundleRequirement requirement) {
        String resolution = requirement.getDirectives().get(Constants.RESOLUTION_DIRECTIVE);
        return !"optional".equals(resolution) && !"dynamic".equals(resolution);
    }
}
