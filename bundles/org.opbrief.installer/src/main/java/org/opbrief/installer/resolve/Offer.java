package org.opbrief.installer.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.resource.Capability;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;
import org.osgi.resource.Wiring;

/** What Opbrief itself offers to packs: Java, the framework and all bundles that came with it, as they are running. */
public final class Offer {

    private static final Pattern OPEN =
            Pattern.compile("(javax?|org\\.w3c|org\\.xml|org\\.osgi|org\\.opbrief\\.api)\\..*");

    private final Map<Resource, Wiring> wirings = new LinkedHashMap<>();
    private final Set<Resource> packs = new HashSet<>();

    private Offer() {}

    /** @param counts tells which bundles do not belong to a workspace, or are to be replaced */
    public static Offer of(BundleContext context, Predicate<Bundle> counts) {
        Offer offer = new Offer();
        for (Bundle bundle : context.getBundles()) {
            BundleWiring wiring = bundle.adapt(BundleWiring.class);
            if (wiring != null && wiring.isCurrent() && counts.test(bundle)) {
                BundleRevision revision = wiring.getRevision();
                offer.wirings.put(revision, wiring);
                if (PackResource.isPack(revision)) {
                    offer.packs.add(revision);
                }
            }
        }
        return offer;
    }

    Map<Resource, Wiring> wirings() {
        return wirings;
    }

    /** Of packages, only Java's, OSGi's, the API's and the window's are open to packs, and those of other packs. */
    List<Capability> providers(Requirement requirement) {
        return open(requirement.getNamespace())
                .filter(capability -> Filters.matches(capability, requirement))
                .toList();
    }

    /** What packs may use. */
    Stream<Capability> open(String namespace) {
        return all(namespace).stream()
                .filter(capability -> !namespace.equals(PackageNamespace.PACKAGE_NAMESPACE)
                        || isOpen(String.valueOf(capability.getAttributes().get(namespace)))
                        || isPack(capability.getResource()));
    }

    private static boolean isOpen(String name) {
        return OPEN.matcher(name).matches() || WindowPackages.contains(name);
    }

    /** Whether a bundle of Opbrief, or Java, exports a package that is closed to packs; the framework itself would give it to them. */
    public boolean exports(String closed) {
        return all(PackageNamespace.PACKAGE_NAMESPACE).stream()
                .filter(capability -> !isPack(capability.getResource()))
                .anyMatch(capability ->
                        closed.equals(capability.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE)));
    }

    private Collection<Capability> all(String namespace) {
        List<Capability> found = new ArrayList<>();
        wirings.values().forEach(wiring -> found.addAll(wiring.getResourceCapabilities(namespace)));
        return found;
    }

    /** Whether it is a pack that came with Opbrief. */
    boolean isPack(Resource resource) {
        return packs.contains(resource);
    }
}
