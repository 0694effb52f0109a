package org.opbrief.installer.resolve;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
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

    private final Collection<PackResource> packs;
    private final Offer offer;

    Missing(Collection<PackResource> packs, Offer offer) {
        this.packs = packs;
        this.offer = offer;
    }

    /** The first thing that a pack does not find, e.g. {@code it needs the data set 'visit'}. */
    public static Optional<String> lacks(PackResource pack, Collection<PackResource> packs, Offer offer) {
        return new Missing(packs, offer)
                .unsatisfied(pack)
                .map(requirement -> "it needs the " + words(requirement))
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
        String versions = Filters.versions(requirement);
        return switch (requirement.getNamespace()) {
            case PackResource.DATA_SET ->
                "The pack %s needs the %s, which no pack given, installed or in a repository brings."
                        .formatted(pack, words(requirement));
            case PackResource.EXTENDER ->
                PackResource.PACK.equals(value(requirement, PackResource.EXTENDER))
                        ? "The pack %s is made for another version of Opbrief: it wants packs of version %s, and this one reads %s."
                                .formatted(pack, versions, offered(PackResource.EXTENDER, PackResource.PACK))
                        : nothing(pack, requirement);
            case PackageNamespace.PACKAGE_NAMESPACE -> {
                String name = value(requirement, PackageNamespace.PACKAGE_NAMESPACE);
                String offered = offered(PackageNamespace.PACKAGE_NAMESPACE, name);
                yield name.startsWith(API) && !offered.isEmpty()
                        ? "The pack %s is made for another version of Opbrief: it uses %s %s, and this one has %s."
                                .formatted(pack, name, versions, offered)
                        : "The pack %s uses the %s%s, which no pack given, installed or in a repository brings."
                                .formatted(pack, words(requirement), versions.isEmpty() ? "" : " " + versions);
            }
            case ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE ->
                "The pack %s needs another Java: %s; this is Java %s."
                        .formatted(
                                pack,
                                Filters.text(requirement),
                                Runtime.version().feature());
            default -> nothing(pack, requirement);
        };
    }

    private static String nothing(PackResource pack, Requirement requirement) {
        return "The pack %s needs %s, which neither Opbrief nor any pack offers.".formatted(pack, words(requirement));
    }

    private static String value(Requirement requirement, String attribute) {
        return Filters.value(requirement, attribute).orElse("");
    }

    /** The versions of a thing that Opbrief has. */
    private String offered(String namespace, String name) {
        Set<Version> versions = new TreeSet<>();
        offer.all(namespace).stream()
                .filter(capability -> Objects.equals(capability.getAttributes().get(namespace), name))
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
