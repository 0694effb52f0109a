package org.opbrief.importer.excel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.data.Extract;
import org.opbrief.api.data.Finding.Severity;
import org.opbrief.api.data.Source;

/** Files that agencies publish, where they are at hand. */
class PublishedFilesTest {

    @TempDir
    Path temp;

    @Test
    void german_crime_statistics_are_read_and_the_federal_total_among_the_states_is_told() throws Exception {
        Path file = Path.of("../../../shared/data/PKS2022.xlsx");
        assumeTrue(Files.exists(file));
        Path plain = temp.resolve("plain");
        Extract extract = new ExcelImporter().extract(Source.of(file), plain);
        assertEquals(
                List.of(
                        "Schlüssel",
                        "Straftat",
                        "Bundesland",
                        "Anzahl erfasste Fälle",
                        "HZ",
                        "erfasste Fälle davon: Versuche",
                        "erfasste Fälle davon: Versuche (2)",
                        "Aufklärung",
                        "Aufklärung (2)",
                        "Tatver-dächtige insgesamt",
                        "Nichtdeutsche Tat-verdächtige",
                        "Nichtdeutsche Tat-verdächtige (2)"),
                extract.headers());
        assertEquals(7072, extract.records());
        assertEquals(List.of(), extract.problems());
        assertEquals(Map.of("sheet", "T01_LÜ", "header row", "1", "rows", "2-7073"), extract.layout());
        List<String> federal = Files.readAllLines(plain).stream()
                .filter(line -> line.contains(",730000,") && line.contains("Bundesrepublik Deutschland"))
                .toList();
        assertEquals(1, federal.size());
        assertTrue(federal.get(0).contains(",340677,"), federal.get(0));
        List<String> warnings = extract.findings().stream()
                .filter(finding -> finding.severity() == Severity.WARNING)
                .map(finding -> finding.text())
                .toList();
        assertEquals(
                List.of(
                        "In 401 of 404 groups of rows with the same Schlüssel one row (\"Bundesrepublik Deutschland\" in column"
                                + " Bundesland) is the sum of the others, e.g. row 18 has Anzahl erfasste Fälle 5,628,584, and so have"
                                + " the 16 others together; a plain sum counts everything twice, so leave these rows out or use only"
                                + " them."),
                warnings);
    }
}
