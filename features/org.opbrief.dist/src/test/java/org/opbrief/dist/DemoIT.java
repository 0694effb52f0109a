package org.opbrief.dist;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opbrief.pdf.testing.Conformance;

/** The first thing that anyone does: {@code opbrief demo}. */
class DemoIT {

    @TempDir
    private static Path folder;

    private static Path workspace;
    private static Path output;
    private static Distribution.Result demo;

    @BeforeAll
    static void runTheDemo() throws Exception {
        workspace = folder.resolve("W");
        output = folder.resolve("O");
        demo = Distribution.get().run("demo", "--workspace", workspace, "--out", output);
        assertEquals(0, demo.exitCode(), demo.err());
    }

    @Test
    void writesTwoPdfsTwoWorkbooksAndTwoManifests() throws IOException {
        try (var files = Files.list(output)) {
            assertEquals(
                    List.of(
                            "operation-last-mile-omaha.manifest.json",
                            "operation-last-mile-omaha.pdf",
                            "operation-last-mile-omaha.xlsx",
                            "operation-last-mile.manifest.json",
                            "operation-last-mile.pdf",
                            "operation-last-mile.xlsx"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,436",
                "3,337",
                "8,497",
                "nearly 44 million",
                "more than 6,500",
                "more than 91,000",
                "more than $100 million",
                "nearly 193 million",
                "more than 1,100"
            })
    void theNationalBriefingSays(String words) throws IOException {
        assertTrue(text("operation-last-mile.pdf").contains(words));
    }

    @ParameterizedTest
    @ValueSource(strings = {"26", "87", "60", "55 percent"})
    void theBriefingOfTheOmahaDivisionSays(String words) throws IOException {
        String text = text("operation-last-mile-omaha.pdf");
        assertTrue(Pattern.compile("(?<![\\d,.])" + Pattern.quote(words) + "(?![\\d,]|\\.\\d)").matcher(text).find());
    }

    @ParameterizedTest
    @ValueSource(strings = {"operation-last-mile.pdf", "operation-last-mile-omaha.pdf"})
    void everyPdfIsValidForTheArchiveAndForScreenReaders(String file) throws Exception {
        assertEquals(List.of(), Conformance.failures(output.resolve(file)));
    }

    @Test
    void theWorkbookHasTheExactFigures() throws IOException {
        try (InputStream in = Files.newInputStream(output.resolve("operation-last-mile.xlsx"));
                Workbook workbook = new XSSFWorkbook(in)) {
            List<Double> numbers = Workbooks.numbers(workbook.getSheetAt(0));
            assertTrue(numbers.contains(1436.0));
            assertTrue(numbers.contains(3337.0));
            assertTrue(numbers.contains(8497.0));
        }
    }

    @Test
    void aSecondRunWritesTheSameBytes() throws Exception {
        Path again = folder.resolve("again");
        assertEquals(
                0,
                Distribution.get()
                        .run("--workspace", workspace, "demo", "--out", again)
                        .exitCode());
        try (var files = Files.list(output)) {
            for (Path file : files.toList()) {
                assertArrayEquals(
                        Files.readAllBytes(file), Files.readAllBytes(again.resolve(file.getFileName())), file.toString());
            }
        }
    }

    @Test
    void anotherWorkspaceGivesTheSamePdf() throws Exception {
        Path other = folder.resolve("other");
        Path elsewhere = folder.resolve("elsewhere");
        assertEquals(
                0,
                Distribution.get()
                        .run("demo", "--workspace", other, "--out", elsewhere)
                        .exitCode());
        for (String file : List.of("operation-last-mile.pdf", "operation-last-mile.xlsx")) {
            assertArrayEquals(Files.readAllBytes(output.resolve(file)), Files.readAllBytes(elsewhere.resolve(file)), file);
        }
    }

    @Test
    void theRowsOfAFigureSumUpToIt() throws Exception {
        Path manifest = output.resolve("operation-last-mile.manifest.json");
        Distribution.Result trace = Distribution.get().run(folder, Map.of(), "trace", manifest, "pills", "--rows");
        assertEquals(0, trace.exitCode(), trace.err());
        Matcher rows =
                Pattern.compile("(?m)^.*seizures\\.csv\\D+(\\d+)\\b.*,fentanyl,pill,[\\d.]*,(\\d+)").matcher(trace.out());
        BigDecimal sum = BigDecimal.ZERO;
        int count = 0;
        while (rows.find()) {
            sum = sum.add(new BigDecimal(rows.group(2)));
            count++;
        }
        assertTrue(count > 100, count + " rows in:\n" + trace.out().lines().limit(20).toList());
        String json = Files.readString(manifest);
        assertTrue(json.contains(sum.toPlainString()), "The manifest does not have the sum of the rows, " + sum);
        assertTrue(sum.compareTo(new BigDecimal(44_000_000)) < 0 && sum.compareTo(new BigDecimal(43_500_000)) > 0);
    }

    private static String text(String file) throws IOException {
        try (PDDocument document = Loader.loadPDF(output.resolve(file).toFile())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
