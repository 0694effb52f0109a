package org.opbrief.authoring;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opbrief.api.pack.PackFiles;

/** The manifest that makes a jar a pack: a bundle that says which data sets it brings and which it needs. */
final class PackManifest {

    private static final String EXTENDER =
            "osgi.extender;filter:=\"(&(osgi.extender=opbrief.pack)(version>=1.0)(!(version>=2.0)))\"";

    private PackManifest() {}

    static byte[] of(Description description, PackFiles pack) throws IOException {
        Set<String> brought = new TreeSet<>();
        Set<String> needed = new TreeSet<>();
        for (String file : pack.files()) {
            if (file.matches("datasets/[^/]+\\.yaml")) {
                read(pack, file).get("id").text().ifPresent(brought::add);
            } else if (file.matches("reports/[^/]+/report\\.yaml")) {
                needed.addAll(needs(read(pack, file)));
            }
        }
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

    /** A file that cannot be read names nothing; whoever checks it says so. */
    private static Yaml read(PackFiles pack, String file) throws IOException {
        try {
            return Yaml.read(pack.read(file));
        } catch (Yaml.Malformed e) {
            return new Yaml(Optional.empty());
        }
    }

    private static List<String> needs(Yaml report) {
        List<String> needs = new ArrayList<>(report.get("needs").texts());
        report.get("queries").entries().values().forEach(query -> query.get("from")
                .text()
                .ifPresent(needs::add));
        for (Yaml parameter : report.get("parameters").entries().values()) {
            parameter
                    .get("choices")
                    .text()
                    .filter(text -> text.contains("."))
                    .ifPresent(text -> needs.add(text.substring(0, text.indexOf('.'))));
        }
        needs.removeIf(id -> !id.matches("[a-z0-9-]+"));
        return needs;
    }
}
