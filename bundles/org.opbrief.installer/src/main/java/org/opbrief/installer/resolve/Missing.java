package org.opbrief.installer.resolve;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.resource.Requirement;

/** Says what packs need and do not find, where the reason lies: in them, or in what they need. */
public final class Missing {

    private static final String API = "org.opbrief.api";
    private static final String NOBODY = ", which no pack given, installed or in a repository brings";
    private static final String NEITHER = ", which neither Opbrief nor any pack offers";

    private final Collection<PackResource> packs;
    private final Offer offer;

    Missing(Collection<PackResource> packs, Offer offer) {
        this.packs = packs;
        this.offer = offer;
    }

    /** The first thing that a pack does not find, e.g. {@code it needs the data set 'visit'}. */
    public static Optional<String> lacks(PackResource pack, Collection<PackResource> packs, Offer offer) {
        Missing missing = new Missing(packs, offer);
        return missing.unsatisfied(pack)
                .map(requirement -> "it " + missing.predicate(requirement))
                .findFirst();
    }

    private Stream<Requirement> unsatisfied(PackResource pack) {
        return pack.getRequirements(null).stream()
                .filter(requirement -> Filters.isEffective(requirement)
                        && !Filters.isOptional(requirement)
                        && offer.providers(requirement).isEmpty()
                        && packs.stream().noneMatch(other -> other.provides(requirement)));
    }

    /** @return sentences, none if all is there */
    Set<String> of(PackResource pack) {
        Set<String> sentences = new LinkedHashSet<>();
        collect(pack, new HashSet<>(), sentences);
        return sentences;
    }

    private void collect(PackResource pack, Set<PackResource> seen, Set<String> sentences) {
        if (!seen.add(pack)) {
            return;
        }
        for (Requirement requirement : pack.getRequirements(null)) {
            if (!Filters.isEffective(requirement)
                    || Filters.isOptional(requirement)
                    || !offer.providers(requirement).isEmpty()) {
                continue;
            }
            List<PackResource> providers =
                    packs.stream().filter(other -> other.provides(requirement)).toList();
            if (providers.isEmpty()) {
                sentences.add(sentence(pack, requirement));
            }
            providers.forEach(provider -> collect(provider, seen, sentences));
        }
    }

    private String sentence(PackResource pack, Requirement requirement) {
        return "The pack " + pack + " " + predicate(requirement) + nobody(requirement) + ".";
    }

    /** Completes {@code The pack …} and {@code it …}. */
    private String predicate(Requirement requirement) {
        String versions = Filters.versions(requirement);
        return switch (requirement.getNamespace()) {
            case PackResource.EXTENDER ->
                PackResource.PACK.equals(value(requirement, PackResource.EXTENDER))
                        ? "is made for another version of Opbrief: it wants packs of version %s, and this one reads %s"
                                .formatted(versions, offered(requirement))
                        : "needs " + words(requirement);
            case PackageNamespace.PACKAGE_NAMESPACE -> {
                String name = value(requirement, PackageNamespace.PACKAGE_NAMESPACE);
                String offered = offered(requirement);
                if (name.startsWith(API) && !offered.isEmpty()) {
                    yield "is made for another version of Opbrief: it uses %s %s, and this one has %s"
                            .formatted(name, versions, offered);
                }
                yield "uses the " + words(requirement) + (versions.isEmpty() ? "" : " " + versions)
                        + (versions.isEmpty() || offered.isEmpty() ? "" : ", and there is only " + offered);
            }
            case ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE ->
                "needs another Java: %s; this is Java %s"
                        .formatted(Filters.text(requirement), Runtime.version().feature());
            case PackResource.DATA_SET -> "needs the " + words(requirement);
            default -> "needs " + words(requirement);
        };
    }

    /** Where it was looked for, unless the rest of the sentence says what there is instead. */
    private String nobody(Requirement requirement) {
        return switch (requirement.getNamespace()) {
            case PackResource.DATA_SET -> NOBODY;
            case PackageNamespace.PACKAGE_NAMESPACE -> offered(requirement).isEmpty() ? NOBODY : "";
            case ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE -> "";
            case PackResource.EXTENDER ->
                PackResource.PACK.equals(value(requirement, PackResource.EXTENDER)) ? "" : NEITHER;
            default -> NEITHER;
        };
    }

    private static String value(Requirement requirement, String attribute) {
        return Filters.value(requirement, attribute).orElse("");
    }

    /** The versions that there are of a thing; of a package that is closed to packs none. */
    private String offered(Requirement requirement) {
        String namespace = requirement.getNamespace();
        String name = value(requirement, namespace);
        Set<Version> versions = new TreeSet<>();
        Stream.concat(offer.open(namespace), packs.stream().flatMap(pack -> pack.getCapabilities(namespace).stream()))
                .filter(capability -> name.equals(capability.getAttributes().get(namespace)))
                .map(capability -> capability.getAttributes().get("version"))
                .filter(Version.class::isInstance)
                .forEach(version -> versions.add((Version) version));
        return String.join(" and ", versions.stream().map(Version::toString).toList());
    }

    /** What is required, without its versions. */
    static String words(Requirement requirement) {
        String namespace = requirement.getNamespace();
        String value = value(requirement, namespace);
        return switch (namespace) {
            case PackResource.DATA_SET -> "data set '" + value + "'";
            case PackageNamespace.PACKAGE_NAMESPACE -> "package " + value;
            default -> namespace + " " + Filters.text(requirement);
        };
    }
}
