package org.opbrief.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.apache.felix.utils.manifest.Clause;
import org.apache.felix.utils.manifest.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reads every manifest of the distribution and proves who depends on whom. */
class ManifestIT {

    /** What a bundle of ours may import from another of ours, besides the API. */
    private static final Map<String, Set<String>> MAY_IMPORT = Map.of(
            "org.opbrief.store", Set.of("org.opbrief.lib.duckdb"),
            "org.opbrief.importer.parquet", Set.of("org.opbrief.lib.duckdb"),
            "org.opbrief.statistics", Set.of("org.opbrief.lib.jooq"),
            "org.opbrief.pdf", Set.of("org.opbrief.lib.jasper"),
            "org.opbrief.output.pdf", Set.of("org.opbrief.lib.jasper", "org.opbrief.pdf"),
            "org.opbrief.output.excel", Set.of("org.opbrief.lib.poi"),
            "org.opbrief.importer.excel", Set.of("org.opbrief.lib.poi"),
            // shows a workbook's sheets
            "org.opbrief.workbench", Set.of("org.opbrief.lib.poi"));

    private static final Map<String, Manifest> MANIFESTS = new TreeMap<>();

    @BeforeAll
    static void readAllManifests() throws Exception {
        try (var jars = Files.walk(Distribution.get().folder().resolve("bundles"))) {
            for (Path jar :
                    jars.filter(file -> file.toString().endsWith(".jar")).toList()) {
                try (JarFile file = new JarFile(jar.toFile())) {
                    Manifest manifest = file.getManifest();
                    MANIFESTS.put(
                            clauses(manifest, "Bundle-SymbolicName").get(0).getName(), manifest);
                }
            }
        }
        assertTrue(
                MANIFESTS.keySet().containsAll(MAY_IMPORT.keySet()),
                "Not all bundles are there: " + MANIFESTS.keySet());
    }

    @Test
    void onlyTheApiThePdfExporterAndWrappersExportPackages() {
        Set<String> exporters = ours().stream()
                .filter(name -> !name.startsWith("org.opbrief.lib."))
                .filter(name -> !clauses(MANIFESTS.get(name), "Export-Package").isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of("org.opbrief.api", "org.opbrief.pdf"), exporters);
    }

    @Test
    void everyExportedPackageOfOursHasAVersion() {
        for (String name : ours()) {
            for (Clause export : clauses(MANIFESTS.get(name), "Export-Package")) {
                assertTrue(export.getAttribute("version") != null, name + " exports " + export.getName());
            }
        }
    }

    @Test
    void bundlesMeetAsServicesOfTheApi() {
        Map<String, String> exporters = new HashMap<>();
        ours().forEach(name -> clauses(MANIFESTS.get(name), "Export-Package")
                .forEach(export -> exporters.put(export.getName(), name)));
        List<String> breaches = new ArrayList<>();
        for (String name : ours()) {
            for (Clause imported : clauses(MANIFESTS.get(name), "Import-Package")) {
                String exporter = exporters.get(imported.getName());
                if (exporter != null
                        && !exporter.equals("org.opbrief.api")
                        && !exporter.equals(name)
                        && !MAY_IMPORT.getOrDefault(name, Set.of()).contains(exporter)) {
                    breaches.add(name + " imports " + imported.getName() + " of " + exporter);
                }
            }
        }
        assertEquals(List.of(), breaches);
    }

    @Test
    void theApiImportsNothing() {
        assertEquals(List.of(), clauses(MANIFESTS.get("org.opbrief.api"), "Import-Package"));
    }

    @Test
    void packsImportNothingButTheApiIfTheyHaveJava() {
        List<String> packs = ours().stream()
                .filter(name -> name.startsWith("org.opbrief.report.") || name.startsWith("org.opbrief.pack."))
                .toList();
        assertEquals(
                List.of(
                        "org.opbrief.pack.operations",
                        "org.opbrief.report.border",
                        "org.opbrief.report.hello",
                        "org.opbrief.report.operation",
                        "org.opbrief.report.table"),
                packs);
        for (String name : packs) {
            List<String> others = clauses(MANIFESTS.get(name), "Import-Package").stream()
                    .map(Clause::getName)
                    .filter(imported -> !imported.startsWith("org.opbrief.api."))
                    .toList();
            assertEquals(List.of(), others, name);
        }
    }

    @Test
    void noBundleHasAnActivatorOfOurs() {
        for (String name : ours()) {
            assertEquals(null, MANIFESTS.get(name).getMainAttributes().getValue("Bundle-Activator"), name);
        }
    }

    private static List<String> ours() {
        return MANIFESTS.keySet().stream()
                .filter(name -> name.startsWith("org.opbrief."))
                .toList();
    }

    private static List<Clause> clauses(Manifest manifest, String header) {
        String value = manifest.getMainAttributes().getValue(header);
        return value == null ? List.of() : List.of(Parser.parseHeader(value));
    }
}
