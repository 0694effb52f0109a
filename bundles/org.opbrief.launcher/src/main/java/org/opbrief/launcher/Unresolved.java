package org.opbrief.launcher;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.namespace.BundleNamespace;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.namespace.NativeNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Namespace;

/** Says what bundles want and nobody has. */
record Unresolved(FrameworkWiring wiring) {

    private static final Map<String, String> NAMES = Map.of(
            PackageNamespace.PACKAGE_NAMESPACE,
            "the package",
            BundleNamespace.BUNDLE_NAMESPACE,
            "the bundle",
            ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE,
            "Java",
            "opbrief.dataset",
            "the data set");

    /** One sentence. */
    String inWords(Collection<Bundle> bundles) {
        Set<String> missing = new LinkedHashSet<>();
        for (Bundle bundle : bundles) {
            if (bundle.getState() == Bundle.INSTALLED) {
                BundleRevision revision = bundle.adapt(BundleRevision.class);
                for (BundleRequirement requirement : revision.getDeclaredRequirements(null)) {
                    if (mandatory(requirement)
                            && wiring.findProviders(requirement).isEmpty()) {
                        missing.add(bundle.getSymbolicName() + " needs " + words(requirement));
                    }
                }
            }
        }
        String list = missing.isEmpty()
                ? bundles.stream()
                                .filter(bundle -> bundle.getState() == Bundle.INSTALLED)
                                .map(Bundle::getSymbolicName)
                                .collect(Collectors.joining(", "))
                        + " fit nothing that is there"
                : String.join("; ", missing);
        return "Parts of Opbrief do not fit together: " + list + ". Install Opbrief again.";
    }

    private static boolean mandatory(BundleRequirement requirement) {
        Map<String, String> directives = requirement.getDirectives();
        return !Namespace.RESOLUTION_OPTIONAL.equals(directives.get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE))
                && Namespace.EFFECTIVE_RESOLVE.equals(directives.getOrDefault(
                        Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE, Namespace.EFFECTIVE_RESOLVE));
    }

    private static String words(BundleRequirement requirement) {
        String namespace = requirement.getNamespace();
        String filter = requirement.getDirectives().getOrDefault(Namespace.REQUIREMENT_FILTER_DIRECTIVE, "");
        if (namespace.equals(NativeNamespace.NATIVE_NAMESPACE)) {
            return "a native library for " + System.getProperty("os.name") + " " + System.getProperty("os.arch")
                    + ", which it does not have";
        }
        Matcher name = Pattern.compile("\\(" + Pattern.quote(namespace) + "=([^)]*)\\)")
                .matcher(filter);
        if (!name.find()) {
            return namespace + " " + filter;
        }
        Matcher version = Pattern.compile("\\(version(>?=)([^)]*)\\)").matcher(filter);
        return NAMES.getOrDefault(namespace, namespace) + " " + name.group(1)
                + (version.find() ? " " + version.group(2) + (version.group(1).equals(">=") ? " or later" : "") : "");
    }
}
