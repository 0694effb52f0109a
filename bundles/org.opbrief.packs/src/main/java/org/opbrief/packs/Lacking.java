package org.opbrief.packs;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;

/**
 * What a pack requires, as a reason why it is not used.
 *
 * @param offered all that is there of its kind
 */
record Lacking(BundleRequirement requirement, List<Offered> offered) {

    static final String EXTENDER = "osgi.extender";

    private static final String DATA_SET = "opbrief.dataset";
    private static final String PACK = "opbrief.pack";
    private static final String API = "org.opbrief.api.";
    private static final Pattern FROM = Pattern.compile("(?<!\\(!)\\(version>=([^)]+)\\)");
    private static final Pattern BELOW = Pattern.compile("\\(!\\(version>=([^)]+)\\)\\)");

    /** @param usable whether its bundle can be used itself */
    record Offered(BundleCapability capability, boolean usable) {}

    boolean isPackExtender() {
        return requirement.getNamespace().equals(EXTENDER) && name().equals(PACK);
    }

    boolean isThere() {
        return offered.stream().anyMatch(fits());
    }

    /** That what gives it is not used either. */
    Optional<String> notUsed() {
        if (offered.stream().filter(Offered::usable).anyMatch(fits())) {
            return Optional.empty();
        }
        return offered.stream().filter(fits()).findFirst().map(each -> {
            Bundle giver = each.capability().getRevision().getBundle();
            return "it needs the " + kind() + " of the pack " + giver.getSymbolicName() + " " + giver.getVersion()
                    + ", which is not used itself";
        });
    }

    private Predicate<Offered> fits() {
        String filter = filter().isEmpty() ? "(" + requirement.getNamespace() + "=*)" : filter();
        try {
            var compiled = FrameworkUtil.createFilter(filter);
            return each -> compiled.matches(each.capability().getAttributes());
        } catch (InvalidSyntaxException e) {
            return each -> false;
        }
    }

    /** Why the pack is not used. */
    String words() {
        String there = versionsThere();
        if (isPackExtender()) {
            return "it is made for another version of Opbrief: it wants packs of version " + versions()
                    + ", and this one reads " + there;
        }
        return switch (requirement.getNamespace()) {
            case DATA_SET -> "the " + kind() + " is missing; install the pack that brings it";
            case PackageNamespace.PACKAGE_NAMESPACE ->
                name().startsWith(API) && !there.isEmpty()
                        ? "it is made for another version of Opbrief: it uses " + name() + " " + versions()
                                + ", and this one has " + there
                        : "it uses the " + kind() + (versions().isEmpty() ? "" : " " + versions())
                                + (there.isEmpty() ? ", which no pack brings" : ", and there is only " + there);
            default -> "its bundle requires " + requirement.getNamespace() + " " + filter() + ", which is not there";
        };
    }

    private String kind() {
        return switch (requirement.getNamespace()) {
            case DATA_SET -> "data set '" + name() + "'";
            case PackageNamespace.PACKAGE_NAMESPACE -> "package " + name();
            default -> requirement.getNamespace() + " " + name();
        };
    }

    private String name() {
        return first(Pattern.compile("\\(" + Pattern.quote(requirement.getNamespace()) + "=([^)]+)\\)"))
                .orElse("");
    }

    /** That are wanted, e.g. {@code from 2.0 and below 3.0}; empty if any will do. */
    private String versions() {
        String from = first(FROM).map(version -> "from " + version).orElse("");
        String below = first(BELOW).map(version -> "below " + version).orElse("");
        return from + (from.isEmpty() || below.isEmpty() ? "" : " and ") + below;
    }

    private String versionsThere() {
        String name = name();
        return offered.stream()
                .map(each -> each.capability().getAttributes())
                .filter(attributes -> name.equals(attributes.get(requirement.getNamespace())))
                .map(attributes -> attributes.get(Constants.VERSION_ATTRIBUTE))
                .filter(Objects::nonNull)
                .map(version -> Version.parseVersion(version.toString()))
                .distinct()
                .sorted()
                .map(Version::toString)
                .collect(Collectors.joining(" and "));
    }

    private Optional<String> first(Pattern pattern) {
        Matcher matcher = pattern.matcher(filter());
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private String filter() {
        return requirement.getDirectives().getOrDefault(Constants.FILTER_DIRECTIVE, "");
    }
}
