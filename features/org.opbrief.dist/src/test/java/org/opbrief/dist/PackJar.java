package org.opbrief.dist;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A pack put together by hand, right or wrong. */
final class PackJar {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final String EXTENDER = "osgi.extender;filter:=\"(&(osgi.extender=opbrief.pack)(version>=1.0))\"";

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    private PackJar(String name, String version) {
        headers.put("Manifest-Version", "1.0");
        headers.put("Bundle-ManifestVersion", "2");
        headers.put("Bundle-SymbolicName", name);
        headers.put("Bundle-Version", version);
        headers.put("Require-Capability", EXTENDER);
    }

    static PackJar named(String name, String version) {
        return new PackJar(name, version);
    }

    /** Brings the data set {@code visit} and the report {@code visits}, whose title names the version. */
    static PackJar visits(String version) {
        return named("org.example.visits", version)
                .header("Provide-Capability", "opbrief.dataset;opbrief.dataset=visit")
                .file("datasets/visit.yaml", """
                        id: visit
                        title: Visits
                        key: [visit_id]
                        columns:
                          visit_id: {title: Visit, required: true}
                          place: {title: Place, required: true}
                          people: {title: People, type: integer, minimum: 0}
                        """)
                .file("reports/visits/report.yaml", """
                        id: visits
                        title: Visits of %s
                        queries:
                          by_place: {from: visit, by: place, measures: {people: sum(people)}, order: -people}
                        figures:
                          people: {label: People, of: by_place, column: people}
                        sections:
                          - headline: [people]
                          - {title: By place, table: by_place}
                          - {title: Sources, sources: {}}
                        """.formatted(version));
    }

    /** Brings a report of that id, which reads a data set. */
    static PackJar report(String name, String id, String dataSet) {
        return named(name, "1.0.0").needing(dataSet).file("reports/" + id + "/report.yaml", """
                        id: %s
                        title: Counted
                        queries:
                          all: {from: %s, measures: {rows: count()}}
                        sections:
                          - {title: Rows, table: all}
                        """.formatted(id, dataSet));
    }

    PackJar needing(String dataSet) {
        return header(
                "Require-Capability",
                headers.get("Require-Capability") + ",opbrief.dataset;filter:=\"(opbrief.dataset=" + dataSet + ")\"");
    }

    PackJar header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** A file below {@code OPBRIEF-INF}. */
    PackJar file(String path, String text) {
        return entry("OPBRIEF-INF/" + path, text.getBytes(StandardCharsets.UTF_8));
    }

    PackJar entry(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    Path write(Path jar) throws IOException {
        StringBuilder manifest = new StringBuilder();
        headers.forEach((name, value) -> manifest.append(folded(name + ": " + value)));
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put(MANIFEST, manifest.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        all.putAll(entries);
        return zip(jar, all);
    }

    /** Lines of a manifest have 72 bytes at most. */
    private static String folded(String line) {
        return line.length() <= 70 ? line + "\r\n" : line.substring(0, 70) + "\r\n" + folded(" " + line.substring(70));
    }

    /** All entries of a jar in their order. */
    static Map<String, byte[]> read(Path jar) throws IOException {
        Map<String, byte[]> all = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (var entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
                all.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return all;
    }

    static Path zip(Path jar, Map<String, byte[]> entries) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipEntry header = new ZipEntry(entry.getKey());
                header.setTime(0);
                zip.putNextEntry(header);
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return jar;
    }

    /** Gives an entry the name of another one, of the same length, which no tool that writes jars does. */
    static Path renamed(Path jar, String name, String other) throws IOException {
        byte[] bytes = Files.readAllBytes(jar);
        String text = new String(bytes, StandardCharsets.ISO_8859_1).replace(name, other);
        return Files.write(jar, text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
