package org.opbrief.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.pdf.testing.Conformance;

/** Another agency's file, as it is published. */
class BorderIT {

    private static final String PUBLISHED = "FY,Month (abbv),Component,Region,Land Filter,Area of Responsibility,"
            + "Drug Type,Count of Event,Sum Qty (lbs)\n"
            + "2025,OCT,Office of Field Operations,Southwest Border,Land Only,EL PASO FIELD OFFICE,Fentanyl,3,1200.25\n"
            + "2025,APR,Office of Field Operations,Coastal/Interior,Other,ATLANTA FIELD OFFICE,Other Drugs**,2,3.3E-05\n"
            + "2026 (FYTD),NOV,U.S. Border Patrol,Southwest Border,Land,TUCSON SECTOR,Fentanyl,1,0\n"
            + "2026 (FYTD),NOV,U.S. Border Patrol,Southwest Border,Land,TUCSON SECTOR,Fentanyl,2,34.5\n";

    @TempDir
    private Path folder;

    @Test
    void fiscalYearsToDateFootnoteMarksAndZeroQuantitiesAreRead() throws Exception {
        Path file = folder.resolve("nationwide.csv");
        Files.writeString(file, PUBLISHED);
        String text = briefing(file, 4);
        assertTrue(text.contains("1,200.25"), text);
        assertTrue(text.contains("34.50"), text);
        assertTrue(text.contains("Other Drugs") && !text.contains("Other Drugs**"), text);
        assertTrue(text.contains("2026"), text);
    }

    @Test
    void thePublishedFileOfFiscalYears2020To2023GivesThePublishedSums() throws Exception {
        Path file = Path.of("../../../shared/data/nationwide-drugs-fy20-fy23.csv");
        if (!Files.exists(file)) {
            return; // the file is not ours to ship; the test above covers its kind
        }
        String text = briefing(file, 9_924);
        for (String sum : List.of("4,791.06", "11,201.32", "14,699.88", "27,022.85", "9,924")) {
            assertTrue(text.contains(sum), sum + " is missing in " + text);
        }
    }

    private String briefing(Path file, int rows) throws Exception {
        Path workspace = folder.resolve("W");
        Distribution opbrief = Distribution.get();
        var imported = opbrief.run("--workspace", workspace, "import", file, "--as", "border-seizure");
        assertEquals(0, imported.exitCode(), imported.err());
        assertTrue((imported.out() + imported.err()).contains(String.format("%,d", rows)), imported.out());
        var run = opbrief.run(
                "--workspace", workspace, "run", "border", "--format", "pdf,xlsx", "--out", folder.resolve("O"));
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(Files.size(folder.resolve("O/border.xlsx")) > 0);
        assertEquals(List.of(), Conformance.failures(folder.resolve("O/border.pdf")));
        try (PDDocument document = Loader.loadPDF(folder.resolve("O/border.pdf").toFile())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
