package org.opbrief.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.pdf.testing.Conformance;

/** Another agency's file, as it is published. */
class BorderIT {

    private static final Path PUBLISHED = Path.of("../../../shared/data/nationwide-drugs-fy20-fy23.csv");
    private static final Path AIR_AND_MARINE = Path.of("../../../shared/data/amo-drug-seizures-fy20-fy23.csv");

    private static final String OF_ITS_KIND = "FY,Month (abbv),Component,Region,Land Filter,Area of Responsibility,"
            + "Drug Type,Count of Event,Sum Qty (lbs)\n"
            + "2025,OCT,Office of Field Operations,Southwest Border,Land Only,EL PASO FIELD OFFICE,Fentanyl,3,1200.25\n"
            + "2025,APR,Office of Field Operations,Coastal/Interior,Other,ATLANTA FIELD OFFICE,Other Drugs**,2,3.3E-05\n"
            + "2026 (FYTD),NOV,U.S. Border Patrol,Southwest Border,Land,TUCSON SECTOR,Fentanyl,1,0\n"
            + "2026 (FYTD),NOV,U.S. Border Patrol,Southwest Border,Land,YUMA SECTOR,Fentanyl,2,34.5\n";

    private static final String LATER =
            "Fiscal Year;Drug Type;Month;Component;Region;Area of Responsibility;Land Filter;"
                    + "Sum Qty (lbs);Event Count;Notes\n"
                    + "FY2026;Fentanyl\u00b9;Oct;U.S. Border Patrol;Southwest Border;TUCSON SECTOR;Land Only;0.5;1;\n"
                    + "FY2026;Fentanyl\u00b9;Oct;U.S. Border Patrol;Southwest Border;TUCSON SECTOR;Land Only;0.25;1;\n"
                    + "2027 (FYTD);Khat (Catha Edulis);Sept.;U.S. Border Patrol;Southern Islands;GUAM;Land Only;1,000;1,200;\n"
                    + "2027 (FYTD);Xylazine;NOV;Office of Field Operations;Northern Border;BUFFALO;Other;1,234.25;1;new\n"
                    + "2027 (FYTD);Xylazine*;DEC;Office of Field Operations;Northern Border;BUFFALO;Other;.25;2;\n"
                    + "2027 (FYTD);LSD;november;Office of Field Operations;Northern Border;BUFFALO;Other;0;2;\n"
                    + ";;;;;;;;;\n";

    @TempDir
    private Path folder;

    @Test
    void fiscalYearsToDateFootnoteMarksAndZeroQuantitiesAreRead() throws Exception {
        Path file = Files.writeString(folder.resolve("nationwide.csv"), OF_ITS_KIND);
        Path workbook = briefing(file, "4 rows imported");
        List<Double> byYear = Workbooks.numbers(workbook, 1);
        assertEquals(List.of(2025.0, 1200.25, 3.0, 2026.0, 34.5, 3.0), byYear.subList(0, 6));
        List<String> texts = Workbooks.texts(workbook);
        assertTrue(texts.contains("Other drugs"), texts.toString());
        assertTrue(texts.stream().noneMatch(text -> text.contains("**")), texts.toString());
    }

    @Test
    void whatALaterFileMayBringIsTakenAndTold() throws Exception {
        Path file = Files.writeString(folder.resolve("later.csv"), LATER);
        Path workspace = folder.resolve("W");
        Distribution opbrief = Distribution.get();
        var imported = opbrief.run("--workspace", workspace, "import", file, "--as", "border-seizure");
        assertEquals(0, imported.exitCode(), imported.err());
        assertTrue(imported.out().contains("6 rows imported"), imported.out());
        assertTrue(
                imported.out()
                        .replaceAll("\\s+", " ")
                        .contains(
                                "The column Drug Type has a value that the vocabulary of drug does not know, kept as it"
                                        + " stands: \"Xylazine\" (2 rows)."),
                imported.out());
        var run = opbrief.run(
                "--workspace", workspace, "run", "border", "-p", "drug=xylazine", "--out", folder.resolve("O"));
        assertEquals(0, run.exitCode(), run.err());
        assertEquals(
                List.of(2027.0, 1234.5, 3.0),
                Workbooks.numbers(folder.resolve("O/border.xlsx"), 1).subList(0, 3));
        var misspelt = opbrief.run("--workspace", workspace, "run", "border", "-p", "drug=xilazine");
        assertEquals(1, misspelt.exitCode());
        assertTrue(misspelt.err().contains("Did you mean \"Xylazine\"?"), misspelt.err());
    }

    @Test
    @DisabledIf("isAbsent")
    void seizuresFromTheAirAreADataSetOfTheirOwn() throws Exception {
        Path workspace = folder.resolve("W");
        Distribution opbrief = Distribution.get();
        var refused = opbrief.run("--workspace", workspace, "import", AIR_AND_MARINE, "--as", "border-seizure");
        assertEquals(1, refused.exitCode());
        assertTrue(refused.err().contains("it lacks the column area"), refused.err());
        var imported = opbrief.run("--workspace", workspace, "import", AIR_AND_MARINE, "--as", "amo-seizure");
        assertEquals(0, imported.exitCode(), imported.err());
        assertTrue(imported.out().contains("1,762 rows imported"), imported.out());
    }

    @Test
    @DisabledIf("isAbsent")
    void thePublishedFileGivesThePublishedSums() throws Exception {
        Path workbook = briefing(PUBLISHED, "9,924 rows imported");
        List<String> byYear = Workbooks.numbers(workbook, 1).stream()
                .map(number -> String.format("%.2f", number))
                .toList();
        assertTrue(byYear.containsAll(List.of("4791.06", "11201.32", "14699.88", "27022.85")), byYear.toString());
        String pdf = Pdfs.text(folder.resolve("O/border.pdf"));
        for (String told : List.of("4,791.06", "11,201.32", "14,699.88", "27,022.85", "9,924")) {
            assertTrue(pdf.contains(told), told + " is missing in " + pdf);
        }
    }

    static boolean isAbsent() {
        return !Files.exists(PUBLISHED);
    }

    private Path briefing(Path file, String counts) throws Exception {
        Path workspace = folder.resolve("W");
        Distribution opbrief = Distribution.get();
        var imported = opbrief.run("--workspace", workspace, "import", file, "--as", "border-seizure");
        assertEquals(0, imported.exitCode(), imported.err());
        assertTrue(imported.out().contains(counts), imported.out());
        var run = opbrief.run(
                "--workspace", workspace, "run", "border", "--format", "pdf,xlsx", "--out", folder.resolve("O"));
        assertEquals(0, run.exitCode(), run.err());
        assertEquals(List.of(), Conformance.failures(folder.resolve("O/border.pdf")));
        return folder.resolve("O/border.xlsx");
    }
}
