package org.opbrief.itest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.opbrief.itest.code.CountingPack;

/** Makes packs about the data set {@code visit}. */
final class PackJars {

    private static final String EXTENDER =
            "osgi.extender;filter:=\"(&(osgi.extender=opbrief.pack)(version>=1.0)(!(version>=2.0)))\"";
    private static final String VISIT = ",opbrief.dataset;filter:=\"(opbrief.dataset=visit)\"";

    private final Path folder;

    PackJars(Path folder) {
        this.folder = folder;
    }

    /** Brings the data set. */
    Path data() {
        return jar(
                "org.example.visit",
                "1.0.0",
                EXTENDER,
                Map.of("Provide-Capability", "opbrief.dataset;opbrief.dataset=visit"),
                Map.of("OPBRIEF-INF/datasets/visit.yaml", text("""
                        id: visit
                        title: Visits
                        columns: {place: {title: Place}, people: {title: People, type: integer}}
                        """)));
    }

    /** A report in the house style. */
    Path report(String name, String version) {
        return jar("org.example." + name, version, EXTENDER + VISIT, Map.of(), definition(name, version));
    }

    /** A report with a layout of its own, which has Java expressions. */
    Path withLayout(String name, String version) {
        Map<String, byte[]> files = definition(name, version);
        files.put("OPBRIEF-INF/reports/" + name + "/layout.jrxml", text("""
                <jasperReport name="own" language="java" pageWidth="612" pageHeight="792" columnWidth="532" leftMargin="40" rightMargin="40" topMargin="30" bottomMargin="30">
                	<style name="base" default="true" fontName="DejaVu Sans" fontSize="10.0"/>
                	<parameter name="title" class="java.lang.String"/>
                	<parameter name="people_value" class="java.math.BigDecimal"/>
                	<title height="60">
                		<element kind="textField" x="0" y="0" width="532" height="24">
                			<expression><![CDATA[$P{title} + " in version %s, with " + $P{people_value}.add(java.math.BigDecimal.ONE)]]></expression>
                		</element>
                	</title>
                </jasperReport>
                """.formatted(version)));
        return jar("org.example." + name, version, EXTENDER + VISIT, Map.of(), files);
    }

    /** A report in Java, {@code counting}. */
    Path inJava(String version) {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        String path = CountingPack.class.getName().replace('.', '/');
        for (String name : new String[] {path + ".class", path + "$CountingReport.class"}) {
            try (InputStream in = PackJars.class.getResourceAsStream("/" + name)) {
                classes.put(name, in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return jar(
                "org.example.counting",
                version,
                EXTENDER + VISIT,
                Map.of(
                        "Bundle-Activator",
                        CountingPack.class.getName(),
                        "Import-Package",
                        "org.osgi.framework,org.opbrief.api.report;version=\"[1,2)\",org.opbrief.api.statistics;version=\"[1,2)\""),
                classes);
    }

    private static Map<String, byte[]> definition(String name, String version) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("OPBRIEF-INF/reports/" + name + "/report.yaml", text("""
                id: %s
                title: Visits %s
                queries: {by_place: {from: visit, by: place, measures: {people: sum(people)}, order: place}}
                figures: {people: {label: People, of: by_place, column: people}}
                sections:
                  - headline: [people]
                  - {title: Places, table: by_place}
                """.formatted(name, version)));
        return files;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Path jar(
            String name, String version, String requires, Map<String, String> headers, Map<String, byte[]> files) {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name);
        main.putValue("Bundle-Version", version);
        main.putValue("Require-Capability", requires);
        headers.forEach(main::putValue);
        Path jar = folder.resolve(name + "-" + version + ".jar");
        try {
            Files.createDirectories(folder);
            try (OutputStream out = Files.newOutputStream(jar);
                    JarOutputStream entries = new JarOutputStream(out, manifest)) {
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    entries.putNextEntry(new JarEntry(file.getKey()));
                    entries.write(file.getValue());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jar;
    }
}
