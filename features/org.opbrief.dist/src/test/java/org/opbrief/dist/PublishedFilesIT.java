package org.opbrief.dist;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others publish, as it is, where it is at hand. */
class PublishedFilesIT {
    private static final Path DATA = Path.of("../../../shared/data");

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void needFiles() {
        assumeTrue(Files.isDirectory(DATA));
        workspace = Workspace.in(folder.resolve("W"));
    }

    @Test
    void germanCrimeStatisticsSayHowManyDrugOffencesTheCountryHad() throws Exception {
        workspace.does("install", crimes());
        String told = workspace.does("import", DATA.resolve("PKS2022.xlsx"), "--as", "crime", "--as-of", "2022-12-31");
        assertTrue(told.contains("sheet T01_LÜ, 12 columns"), told);
        assertTrue(told.contains("7,072 read, 7,072 to be imported, 0 rejected"), told);
        assertTrue(
                flat(told).contains("one row (\"Bundesrepublik Deutschland\" in column Bundesland) is the sum"), told);
        Path out = folder.resolve("out");
        workspace.does("run", "crimes", "--format", "xlsx", "--out", out);
        String rows = workspace.does("trace", out.resolve("crimes.manifest.json"), "cases", "--rows");
        assertTrue(rows.contains("Cases (cases): 340,677"), rows);
        assertTrue(rows.contains("PKS2022.xlsx, sheet T01_LÜ, row 5951, 340677: Schlüssel=730000;"), rows);
    }

    @Test
    void aMatrixOfWhoIsLinkedToWhomIsReadLinkByLink() throws Exception {
        String told = flat(
                workspace.does("import", DATA.resolve("morselli_cielnet.csv"), "--as", "new:wiretap", "--dry-run"));
        assertTrue(told.contains("25 nodes, whose 45 links that are not zero are read as from, to and weight."), told);
        assertTrue(told.contains("45 read, 45 to be imported, 0 rejected"), told);
        assertFalse(Files.exists(workspace.folder()));
    }

    private Path crimes() throws Exception {
        return PackJar.named("org.example.crimes", "1.0.0")
                .header("Provide-Capability", "opbrief.dataset;opbrief.dataset=crime")
                .file("datasets/crime.yaml", """
                        id: crime
                        title: Crimes
                        columns:
                          offence: {title: Key, headers: [Schlüssel], required: true}
                          land: {title: Land, headers: [Bundesland], required: true}
                          cases: {title: Cases, type: integer, headers: [Anzahl erfasste Fälle], minimum: 0}
                        """)
                .file("reports/crimes/report.yaml", """
                        id: crimes
                        title: Drug offences
                        queries:
                          drugs:
                            from: crime
                            where: {offence: "730000", land: Bundesrepublik Deutschland}
                            measures: {cases: sum(cases)}
                        figures:
                          cases: {label: Cases, of: drugs, column: cases}
                        sections:
                          - headline: [cases]
                        """)
                .write(folder.resolve("crimes.jar"));
    }

    /** In one line: plans are wrapped. */
    private static String flat(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
