package org.opbrief.packs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opbrief.api.pack.InstalledPack;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/** Packs that the framework cannot resolve, so that they never start, and what each of them lacks. */
final class UnresolvedPacks {

    private static final String EXTENDER = "osgi.extender";
    private static final String DATA_SET = "opbrief.dataset";
    private static final Pattern DATA_SET_ID = Pattern.compile("opbrief\\.dataset=([^)]+)\\)");

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
        return revision.getDeclaredRequirements(EXTENDER).stream()
                .anyMatch(requirement -> filter(requirement).contains("(osgi.extender=opbrief.pack)"));
    }

    private String reason(BundleRevision revision) {
        return revision.getDeclaredRequirements(null).stream()
                .filter(requirement ->
                        !"optional".equals(requirement.getDirectives().get(Constants.RESOLUTION_DIRECTIVE)))
                .filter(requirement -> !isProvided(requirement))
                .findFirst()
                .map(UnresolvedPacks::words)
                .orElse("what its bundle requires cannot be resolved");
    }

    private static String words(BundleRequirement requirement) {
        Matcher dataSet = DATA_SET_ID.matcher(filter(requirement));
        if (requirement.getNamespace().equals(DATA_SET) && dataSet.find()) {
            return "the data set '" + dataSet.group(1) + "' is missing; install the pack that brings it";
        }
        return requirement.getNamespace().equals(EXTENDER)
                ? "it is made for another version of Opbrief: " + filter(requirement)
                : "its bundle requires " + requirement.getNamespace() + " " + filter(requirement)
                        + ", which is not there";
    }

    private boolean isProvided(BundleRequirement requirement) {
        try {
            var filter = FrameworkUtil.createFilter(
                    filter(requirement).isEmpty() ? "(" + requirement.getNamespace() + "=*)" : filter(requirement));
            return Arrays.stream(bundles)
                    .map(bundle -> bundle.adapt(BundleRevision.class))
                    .filter(revision -> revision != null)
                    .flatMap(revision -> revision.getDeclaredCapabilities(requirement.getNamespace()).stream())
                    .anyMatch(capability -> filter.matches(capability.getAttributes()));
        } catch (InvalidSyntaxException e) {
            return false;
        }
    }

    private static String filter(BundleRequirement requirement) {
        return requirement.getDirectives().getOrDefault(Constants.FILTER_DIRECTIVE, "");
    }
}
