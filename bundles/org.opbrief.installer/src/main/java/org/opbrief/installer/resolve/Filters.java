package org.opbrief.installer.resolve;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.felix.utils.resource.CapabilitySet;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.resource.Capability;
import org.osgi.resource.Namespace;
import org.osgi.resource.Requirement;

/** Reads what requirements ask for. */
public final class Filters {

    private Filters() {}

    static String text(Requirement requirement) {
        return requirement.getDirectives().getOrDefault(Namespace.REQUIREMENT_FILTER_DIRECTIVE, "");
    }

    /** Whether it makes a bundle a pack. */
    static boolean wantsPackExtender(Requirement requirement) {
        return text(requirement).replace(" ", "").contains("(osgi.extender=opbrief.pack)");
    }

    /** Whether a bundle can be without it. */
    public static boolean isOptional(Requirement requirement) {
        String resolution = requirement.getDirectives().get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE);
        return Namespace.RESOLUTION_OPTIONAL.equals(resolution)
                || PackageNamespace.RESOLUTION_DYNAMIC.equals(resolution);
    }

    /** Whether it counts when bundles are put together, and not only when they run. */
    static boolean isEffective(Requirement requirement) {
        return Namespace.EFFECTIVE_RESOLVE.equals(
                requirement.getDirectives().getOrDefault(Constants.EFFECTIVE_DIRECTIVE, Namespace.EFFECTIVE_RESOLVE));
    }

    static boolean matches(Capability capability, Requirement requirement) {
        return capability.getNamespace().equals(requirement.getNamespace())
                && CapabilitySet.matches(capability, requirement);
    }

    /** The value that the filter wants of an attribute, e.g. {@code visit} of {@code (opbrief.dataset=visit)}. */
    static Optional<String> value(Requirement requirement, String attribute) {
        Matcher matcher = Pattern.compile("\\(" + Pattern.quote(attribute) + "=([^)]+)\\)")
                .matcher(text(requirement));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The versions that the filter wants, e.g. {@code from 2.0 and below 3.0}; empty if any will do. */
    static String versions(Requirement requirement) {
        String filter = text(requirement);
        Matcher from = Pattern.compile("(?<!\\(!)\\(version>=([^)]+)\\)").matcher(filter);
        Matcher below = Pattern.compile("\\(!\\(version>=([^)]+)\\)\\)").matcher(filter);
        Matcher exactly = Pattern.compile("\\(version=([^)]+)\\)").matcher(filter);
        StringBuilder words = new StringBuilder();
        if (from.find()) {
            words.append("from ").append(from.group(1));
        }
        if (below.find()) {
            words.append(words.isEmpty() ? "" : " and ").append("below ").append(below.group(1));
        }
        if (words.isEmpty() && exactly.find()) {
            words.append(exactly.group(1));
        }
        return words.toString();
    }
}
