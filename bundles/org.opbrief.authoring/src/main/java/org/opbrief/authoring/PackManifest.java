package org.opbrief.authoring;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opbrief.api.pack.PackException;
import org.opbrief.api.pack.PackFiles;
import org.opbrief.api.pack.ReportOutline;
import org.opbrief.api.pack.ReportOutlines;

/** The manifest that makes a jar a pack: a bundle that says which data sets it brings and which it needs. */
final class PackManifest {

    private static final String EXTENDER =
            "osgi.extender;filter:=\"(&(osgi.extender=opbrief.pack)(version>=1.0)(!(version>=2.0)))\"";

    private final PackFiles pack;
    private final ReportOutlines outlines;

    PackManifest(PackFiles pack, ReportOutlines outlines) {
        this.pack = pack;
        this.outlines = outlines;
    }

    /** @throws PackException if a report cannot be read, so that nobody knows what it needs */
    byte[] of(Description description) throws IOException, PackException {
        Set<String> brought = brought();
        Set<String> needed = needed();
        needed.removeAll(brought);

        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", description.name());
        headers.putValue("Bundle-Version", description.version().toString());
        put(headers, "Bundle-Name", description.title());
        put(headers, "Bundle-Description", description.description());
        put(headers, "Bundle-License", description.license());
        headers.putValue(
                "Require-Capability",
                Stream.concat(
                                Stream.of(EXTENDER),
                                needed.stream().map(id -> "opbrief.dataset;filter:=\"(opbrief.dataset=" + id + ")\""))
                        .collect(Collectors.joining(",")));
        put(
                headers,
                "Provide-Capability",
                brought.stream()
                        .map(id -> "opbrief.dataset;opbrief.dataset=" + id)
                        .collect(Collectors.joining(",")));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        manifest.write(bytes);
        return bytes.toByteArray();
    }

    private static void put(Attributes headers, String name, String value) {
        if (!value.isEmpty()) {
            headers.putValue(name, value);
        }
    }

    private Set<String> brought() throws IOException {
        Set<String> brought = new TreeSet<>();
        for (String file : pack.files()) {
            if (file.matches("datasets/[^/]+\\.yaml")) {
                id(file).ifPresent(brought::add);
            }
        }
        return brought;
    }

    /** A file that cannot be read names nothing; whoever checks it says so. */
    private Optional<String> id(String file) throws IOException {
        try {
            return Yaml.read(pack.read(file)).get("id").text();
        } catch (Yaml.Malformed e) {
            return Optional.empty();
        }
    }

    private Set<String> needed() throws PackException {
        Set<String> needed = new TreeSet<>();
        Set<String> folders = new TreeSet<>();
        for (ReportOutline outline : outlines.of(pack, List.of())) {
            folders.add(outline.folder());
            needed.addAll(outline.needs());
        }
        for (String file : pack.files()) {
            if (file.matches("reports/[^/]+/report\\.yaml")
                    && !folders.contains(file.substring(0, file.lastIndexOf('/') + 1))) {
                throw new PackException(PackFolder.DEFINITIONS + "/" + file
                        + " has a fault, so that nobody knows which data sets it needs: check the pack, and mend it.");
            }
        }
        return needed;
    }
}
