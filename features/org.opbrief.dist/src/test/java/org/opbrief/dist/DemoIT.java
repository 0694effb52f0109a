package org.opbrief.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first thing that anyone does: {@code opbrief demo}. */
class DemoIT {

    private static final String NATION = "operation-last-mile.xlsx";

    @TempDir
    private static Path folder;

    private static Path workspace;
    private static Path output;

    @BeforeAll
    static void runTheDemo() throws Exception {
        workspace = folder.resolve("W");
        output = folder.resolve("O");
        Distribution.Result demo = Distribution.get().run("demo", "--workspace", workspace, "--out", output);
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
                            NATION),
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
                "more than 6,500 pounds",
                "more than 91,000 pounds",
                "more than $100 million",
                "nearly 193 million",
                "more than 1,100"
            })
    void theNationalBriefingSays(String words) throws IOException {
        assertTrue(Workbooks.texts(output.resolve(NATION)).contains(words));
        assertTrue(Pdfs.text(output.resolve("operation-last-mile.pdf")).contains(words));
    }

    @ParameterizedTest
    @ValueSource(strings = {"26", "87", "60", "55 percent"})
    void theBriefingOfTheOmahaDivisionSays(String words) throws IOException {
        assertTrue(Workbooks.texts(output.resolve("operation-last-mile-omaha.xlsx"))
                .contains(words));
    }

    @Test
    void theWorkbookHasTheExactFigures() throws IOException {
        List<Double> numbers = Workbooks.numbers(output.resolve(NATION), 0);
        assertTrue(numbers.containsAll(List.of(1436.0, 3337.0, 8497.0)), numbers.toString());
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
                assertEquals(-1, Files.mismatch(file, again.resolve(file.getFileName())), file.toString());
            }
        }
    }

    @Test
    void anotherWorkspaceGivesTheSameBriefing() throws Exception {
        Path elsewhere = folder.resolve("elsewhere");
        assertEquals(
                0,
                Distribution.get()
                        .run("demo", "--workspace", folder.resolve("other"), "--out", elsewhere)
                        .exitCode());
        for (String file : List.of(NATION, "operation-last-mile.pdf")) {
            assertEquals(-1, Files.mismatch(output.resolve(file), elsewhere.resolve(file)), file);
        }
    }

    @Test
    void theRowsOfAFigureSumUpToIt() throws Exception {
        Path manifest = output.resolve("operation-last-mile.manifest.json");
        Distribution.Result trace = Distribution.get().run(folder, Map.of(), "trace", manifest, "pills", "--rows");
        assertEquals(0, trace.exitCode(), trace.err());
        Matcher rows = Pattern.compile("(?m)^seizures\\.csv, line \\d+, .*,fentanyl,pill,[\\d.]*,(\\d+)$")
                .matcher(trace.out());
        BigDecimal sum = BigDecimal.ZERO;
        int count = 0;
        while (rows.find()) {
            sum = sum.add(new BigDecimal(rows.group(1)));
            count++;
        }
        assertEquals(1_250, count);
        assertEquals(new BigDecimal(43_947_316), sum);
        assertTrue(Files.readString(manifest).contains(sum.toPlainString()));
    }

    @Test
    void anEstimateIsComputedAgainFromTheRowsOfItsInputs() throws Exception {
        Path manifest = output.resolve("operation-last-mile.manifest.json");
        Distribution.Result trace =
                Distribution.get().run("--workspace", workspace, "trace", manifest, "doses", "--rows");
        assertEquals(0, trace.exitCode(), trace.err());
        String told = trace.out().replaceAll("\\s+", " ");
        assertTrue(told.contains("pills: 1,250 rows, sum 43,947,316 pills: agrees with the figure."), told);
        assertTrue(told.contains("powder: 820 rows, sum 2,949 kg = 6,501.43211183204 lb: agrees"), told);
        assertTrue(
                told.contains("doses: an estimate, 43,947,316 pills × pill_share 0.60 + 2,949,000,000 mg ×"
                        + " powder_purity 0.113 ÷ lethal_dose_mg 2 = 192,986,889.6 doses: agrees with the figures"
                        + " above."),
                told);
        Path changed = Files.writeString(
                folder.resolve("changed.manifest.json"),
                Files.readString(manifest).replace("\"pill_share\": 0.60", "\"pill_share\": 0.61"));
        Distribution.Result wrong =
                Distribution.get().run("--workspace", workspace, "trace", changed, "doses", "--rows");
        assertEquals(1, wrong.exitCode(), wrong.out());
        assertTrue(wrong.complaint().contains("does not follow from pills and powder"), wrong.err());
    }
}
