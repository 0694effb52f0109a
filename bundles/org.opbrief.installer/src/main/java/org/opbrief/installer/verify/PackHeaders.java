package org.opbrief.installer.verify;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.felix.utils.resource.ResourceBuilder;
import org.opbrief.api.pack.PackException;
import org.opbrief.installer.resolve.Filters;
import org.opbrief.installer.resolve.PackResource;
import org.opbrief.installer.resolve.WindowPackages;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.resource.Capability;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;

/** What the manifest says, and that it wants nothing which a pack must not have. */
final class PackHeaders {

    private static final String EXTENDER = "osgi.extender";
    private static final String PACK = "opbrief.pack";
    private static final String API = "org.opbrief.api";
    private static final String OURS = "org.opbrief";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}");
    private static final Pattern PACKAGE = Pattern.compile("\\(osgi\\.wiring\\.package=([^)]*)\\)");
    private static final int LONGEST_VERSION = 60;
    private static final Set<String> OF_JAVA = packagesOfJava();

    /** Headers that no pack may have, with the reason. */
    private static final Map<String, String> FORBIDDEN = Map.of(
            Constants.FRAGMENT_HOST,
            "would become a part of another bundle; a pack stands alone",
            Constants.REQUIRE_BUNDLE,
            "would see all of another bundle; name the packages it needs with Import-Package",
            Constants.DYNAMICIMPORT_PACKAGE,
            "would take packages as it likes while it runs; name the packages it needs with Import-Package",
            Constants.BUNDLE_NATIVECODE,
            "would run native code, which nothing can confine");

    private final Map<String, String> headers;
    private final Refused refused;

    PackHeaders(Map<String, String> headers, Refused refused) {
        this.headers = headers;
        this.refused = refused;
    }

    String name() throws PackException {
        String header = required(Constants.BUNDLE_SYMBOLICNAME, "org.example.visits");
        String name = header.split(";", 2)[0].strip();
        if (!NAME.matcher(name).matches()) {
            throw refused.because(
                    "Bundle-SymbolicName \"%s\" is no name; it has letters, digits, dots, hyphens and underscores, 100 at most",
                    name);
        }
        return name;
    }

    Version version() throws PackException {
        String text = required(Constants.BUNDLE_VERSION, "1.0.0").strip();
        try {
            Version version = Version.parseVersion(text);
            if (text.length() <= LONGEST_VERSION) {
                return version;
            }
        } catch (IllegalArgumentException e) {
            throw refused.because(e, "Bundle-Version \"%s\" is no version; write one such as 1.0.0", text);
        }
        throw refused.because("Bundle-Version \"%s\" is longer than %d characters", text, LONGEST_VERSION);
    }

    private String required(String header, String example) throws PackException {
        String value = headers.get(header);
        if (value == null || value.isBlank()) {
            throw refused.because(
                    "META-INF/MANIFEST.MF has no %s, so the jar is no pack; add \"%s: %s\"", header, header, example);
        }
        return value;
    }

    /**
     * Checks all headers.
     *
     * @return packages that only other packs may give, sorted
     */
    List<String> check() throws PackException {
        String manifestVersion = required(Constants.BUNDLE_MANIFESTVERSION, "2").strip();
        if (!manifestVersion.equals("2")) {
            throw refused.because("Bundle-ManifestVersion is \"%s\"; a pack has 2", manifestVersion);
        }
        name();
        version();
        for (String header : FORBIDDEN.keySet().stream().sorted().toList()) {
            if (headers.containsKey(header)) {
                throw refused.because("it has the header %s and %s", header, FORBIDDEN.get(header));
            }
        }
        Resource resource = resource();
        if (!PackResource.isPack(resource)) {
            throw refused.because(
                    "it is a bundle, but no pack: META-INF/MANIFEST.MF has no \"Require-Capability: osgi.extender;filter:=\"(&(osgi.extender=opbrief.pack)(version>=1.0)(!(version>=2.0)))\"\"");
        }
        checkGiven(resource);
        return imports(resource);
    }

    /** Whether the headers name classes to run. */
    boolean runJava() {
        String path = headers.getOrDefault(Constants.BUNDLE_CLASSPATH, ".").strip();
        return !path.equals(".")
                || headers.containsKey(Constants.BUNDLE_ACTIVATOR)
                || headers.containsKey("Service-Component")
                || headers.containsKey(Contribution.HEADER);
    }

    private Resource resource() throws PackException {
        try {
            return ResourceBuilder.build(null, headers);
        } catch (BundleException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw refused.because(
                    e, "META-INF/MANIFEST.MF is not as OSGi wants it (%s)", String.valueOf(cause.getMessage()));
        }
    }

    private void checkGiven(Resource resource) throws PackException {
        for (Capability given : resource.getCapabilities(PackageNamespace.PACKAGE_NAMESPACE)) {
            String exported = String.valueOf(given.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE));
            if (isIn(exported, OURS) || isIn(exported, "org.osgi") || isJava(exported)) {
                throw refused.because(
                        "it exports %s, which would take the place of what Opbrief, OSGi or Java has; rename the package",
                        exported);
            }
        }
        for (Capability given : resource.getCapabilities(EXTENDER)) {
            if (PACK.equals(given.getAttributes().get(EXTENDER))) {
                throw refused.because(
                        "it provides the extender opbrief.pack, which is Opbrief itself; a pack requires it");
            }
        }
    }

    private List<String> imports(Resource resource) throws PackException {
        SortedSet<String> others = new TreeSet<>();
        for (Requirement requirement : resource.getRequirements(PackageNamespace.PACKAGE_NAMESPACE)) {
            Matcher matcher = PACKAGE.matcher(requirement.getDirectives().getOrDefault(Constants.FILTER_DIRECTIVE, ""));
            if (!matcher.find()) {
                throw refused.because("Import-Package cannot be read");
            }
            String wanted = matcher.group(1);
            if (isIn(wanted, OURS) && !isIn(wanted, API)) {
                throw refused.because("it imports %s; only org.opbrief.api.* is open to packs", wanted);
            }
            if (WindowPackages.contains(wanted)) {
                checkOptional(wanted, requirement);
            } else if (!isIn(wanted, API) && !isIn(wanted, "org.osgi") && !isJava(wanted)) {
                others.add(wanted);
            }
        }
        return List.copyOf(others);
    }

    private void checkOptional(String wanted, Requirement requirement) throws PackException {
        if (!Filters.isOptional(requirement)) {
            throw refused.because(
                    "it imports %s, which is there only while the workbench runs; write Import-Package: %s;resolution:=optional",
                    wanted, wanted);
        }
    }

    private static boolean isJava(String name) {
        return isIn(name, "java") || OF_JAVA.contains(name);
    }

    private static boolean isIn(String name, String parent) {
        return name.equals(parent) || name.startsWith(parent + ".");
    }

    private static Set<String> packagesOfJava() {
        return ModuleLayer.boot().modules().stream()
                .filter(module -> module.getDescriptor() != null)
                .flatMap(module -> module.getDescriptor().exports().stream())
                .filter(export -> !export.isQualified())
                .map(export -> export.source())
                .filter(name -> isIn(name, "javax") || isIn(name, "org.w3c") || isIn(name, "org.xml"))
                .collect(Collectors.toUnmodifiableSet());
    }
}
