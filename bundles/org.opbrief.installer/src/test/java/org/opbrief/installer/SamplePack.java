package org.opbrief.installer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** A small pack for tests, written as a jar. The same pack, the same bytes. */
public final class SamplePack {

    public static final String EXTENDER =
            "osgi.extender;filter:=\"(&(osgi.extender=opbrief.pack)(version>=1.0)(!(version>=2.0)))\"";

    private final String name;
    private final String version;
    private final List<String> requires = new ArrayList<>(List.of(EXTENDER));
    private final List<String> provides = new ArrayList<>();
    private final Map<String, String> headers = new TreeMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private SamplePack(String name, String version) {
        this.name = name;
        this.version = version;
    }

    public static SamplePack of(String name, String version) {
        return new SamplePack(name, version);
    }

    /** Brings a data set with a column {@code place}. */
    public static SamplePack data(String dataSet, String version) {
        return of("org.example." + dataSet, version)
                .provides(dataSet)
                .file("OPBRIEF-INF/datasets/" + dataSet + ".yaml", """
                        id: %s
                        title: Data of %s
                        columns: {place: {title: Place}}
                        """.formatted(dataSet, version));
    }

    /** Brings a report that counts the rows of a data set. */
    public static SamplePack report(String report, String dataSet, String version) {
        return of("org.example." + report, version)
                .requires(dataSet)
                .file("OPBRIEF-INF/reports/" + report + "/report.yaml", """
                        id: %s
                        title: Report of %s
                        queries: {all: {from: %s, measures: {rows: count()}}}
                        figures: {rows: {label: Rows, of: all}}
                        sections: [{headline: rows}]
                        """.formatted(report, version, dataSet));
    }

    public SamplePack requires(String dataSet) {
        return requiring("opbrief.dataset;filter:=\"(opbrief.dataset=" + dataSet + ")\"");
    }

    public SamplePack requiring(String requirement) {
        requires.add(requirement);
        return this;
    }

    /** Instead of the usual extender. */
    public SamplePack extender(String requirement) {
        requires.set(0, requirement);
        return this;
    }

    public SamplePack provides(String dataSet) {
        provides.add("opbrief.dataset;opbrief.dataset=" + dataSet);
        return this;
    }

    public SamplePack header(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public SamplePack file(String path, String text) {
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    public SamplePack file(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    /** With a class of the tests. */
    public SamplePack with(Class<?> type) throws IOException {
        String path = type.getName().replace('.', '/') + ".class";
        try (InputStream in = type.getResourceAsStream("/" + path)) {
            return file(path, in.readAllBytes());
        }
    }

    /** Which there may be only one of. */
    public SamplePack singleton() {
        return header("Bundle-SymbolicName", name + ";singleton:=true");
    }

    /** @return {@code name-version.jar} in that folder */
    public Path in(Path folder) throws IOException {
        return to(Files.createDirectories(folder).resolve(name + "-" + version + ".jar"));
    }

    public Path to(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name);
        main.putValue("Bundle-Version", version);
        main.putValue("Require-Capability", String.join(",", requires));
        if (!provides.isEmpty()) {
            main.putValue("Provide-Capability", String.join(",", provides));
        }
        headers.forEach(main::putValue);
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            put(entries, "META-INF/MANIFEST.MF");
            manifest.write(entries);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                put(entries, file.getKey());
                entries.write(file.getValue());
            }
        }
        return jar;
    }

    private static void put(JarOutputStream entries, String path) throws IOException {
        ZipEntry entry = new JarEntry(path);
        entry.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 1, 0, 0));
        entries.putNextEntry(entry);
    }
}
