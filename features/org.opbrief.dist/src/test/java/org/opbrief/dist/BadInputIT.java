package org.opbrief.dist;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input gets one clear sentence and exit code 1, and the workspace stays as it was. */
class BadInputIT {

    private static final String HEADER = "exhibit_id,investigation_id,operation,division,state,seized,kind,quantity\n";

    @TempDir
    private static Path folder;

    private static Path workspace;

    @BeforeAll
    static void importSomething() throws Exception {
        workspace = folder.resolve("W");
        Path good = write("good.csv", HEADER + "F-1,I-1,Operation Last Mile,Omaha,NE,2022-06-01,pistol,2\n");
        Distribution.Result result = Distribution.get()
                .run("--workspace", workspace, "import", good, "--as", "firearm", "--as-of", "2023-05-01");
        assertEquals(0, result.exitCode(), result.err());
    }

    @Test
    void aFileThatIsNotThere() throws Exception {
        refused("no file", "import", folder.resolve("absent.csv"), "--as", "firearm");
    }

    @Test
    void aFolder() throws Exception {
        refused("folder", "import", folder, "--as", "firearm");
    }

    @Test
    void anEmptyFile() throws Exception {
        refused("empty", "import", write("empty.csv", ""), "--as", "firearm");
    }

    @Test
    void aFileWithAHeaderOnly() throws Exception {
        refused("header", "import", write("header.csv", HEADER), "--as", "firearm");
    }

    @Test
    void wrongColumnsSayingWhichAreMissingAndWhichLookSimilar() throws Exception {
        Path file =
                write("columns.csv", HEADER.replace("quantity", "quantty") + "F-2,I-1,,Omaha,NE,2022-06-01,pistol,2\n");
        Distribution.Result result = refused("quantity", "import", file, "--as", "firearm");
        assertTrue(result.err().contains("quantty"), result.err());
    }

    @Test
    void aPointerOfGitLargeFileStorage() throws Exception {
        String pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:" + "0".repeat(64) + "\nsize 12345\n";
        refused("LFS", "import", write("lfs.csv", pointer), "--as", "firearm");
    }

    @Test
    void aWorkbookThatIsText() throws Exception {
        refused("book.xlsx", "import", write("book.xlsx", "this is no workbook\n"), "--as", "firearm");
    }

    @Test
    void binaryRubbish() throws Exception {
        byte[] rubbish = new byte[50_000];
        new Random(7).nextBytes(rubbish);
        Path file = folder.resolve("rubbish.csv");
        Files.write(file, rubbish);
        refused("rubbish.csv", "import", file, "--as", "firearm");
    }

    @Test
    void anUnknownDataSetSuggestingTheNearest() throws Exception {
        refused("firearm", "import", folder.resolve("good.csv"), "--as", "firearms");
    }

    @Test
    void anUnknownReportSuggestingTheNearest() throws Exception {
        refused("operation", "run", "operatoin", "--out", folder.resolve("O"));
    }

    @Test
    void anUnknownParameterValueSuggestingTheNearest() throws Exception {
        refused("Omaha", "run", "operation", "-p", "division=Omahaw", "--out", folder.resolve("O"));
    }

    @Test
    void anAsOfDateThatIsNone() throws Exception {
        Distribution.Result result = Distribution.get()
                .run(
                        "--workspace",
                        workspace,
                        "import",
                        folder.resolve("good.csv"),
                        "--as",
                        "firearm",
                        "--as-of",
                        "soon");
        assertEquals(2, result.exitCode());
        assertTrue(result.err().contains("soon"), result.err());
    }

    @Test
    void anOutputFolderThatCannotBeWritten() throws Exception {
        Path file = write("plain-file", "x");
        refused("plain-file", "run", "operation", "--out", file.resolve("out"));
    }

    @Test
    void anOutputFolderThatNobodyCanMake() throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "only Linux has a place where nobody can make a folder");
        Distribution.Result result = refused("/proc/x", "run", "operation", "--out", "/proc/x");
        assertEquals(
                "opbrief: The folder /proc/x cannot be made: the system lets nobody make /proc/x. Choose another"
                        + " folder.",
                result.complaint());
    }

    @Test
    void anUnknownParameterValueThatIsLikeNoneSayingWhichThereAre() throws Exception {
        Distribution.Result result =
                refused("Nowhere", "run", "operation", "-p", "division=Nowhere", "--out", folder.resolve("O"));
        assertTrue(result.err().contains("Atlanta, Caribbean, Chicago"), result.err());
    }

    @Test
    void parametersOfTheWrongType() throws Exception {
        Path pack = PackJar.named("org.example.typed", "1.0.0")
                .needing("seizure")
                .needing("firearm")
                .file("reports/typed/report.yaml", """
                        id: typed
                        title: Seizures since $since
                        name: typed
                        parameters:
                          since: {label: Since, type: date, default: "2022-05-01"}
                          least: {label: Least mass in kg, type: decimal, default: "0"}
                          rows: {label: Rows, type: integer, default: "5"}
                        queries:
                          all: {from: seizure, where: {seized: {at_least: $since}}, measures: {seizures: count()}}
                          arms: {from: firearm, where: {seized: {at_least: $since}}, measures: {firearms: sum(quantity)}}
                        figures:
                          firearms: {label: Firearms, of: arms, column: firearms}
                          seizures: {label: Seizures, of: all, column: seizures}
                        sections:
                          - headline: [firearms, seizures]
                        """)
                .write(folder.resolve("typed.jar"));
        Workspace typed = Workspace.in(folder.resolve("typed"));
        typed.does("import", folder.resolve("good.csv"), "--as", "firearm", "--as-of", "2023-05-01");
        typed.does("install", pack);
        for (String[] wrong : new String[][] {
            {"since=June", "'since' is a date like 2023-05-01, not 'June'"},
            {"least=much", "'least' is a number, not 'much'"},
            {"rows=1.5", "'rows' is a whole number, not '1.5'"}
        }) {
            Distribution.Result result = typed.refuses(
                    wrong[1], "run", "typed", "-p", wrong[0], "--format", "xlsx", "--out", folder.resolve("T"));
            assertEquals("opbrief: The parameter " + wrong[1] + ".", result.complaint());
        }
        // of one data set of the report nothing was ever imported, and to ask for it changes nothing
        Map<String, String> before = Snapshot.of(typed.folder());
        typed.does("run", "typed", "-p", "since=2022-06-01", "--format", "xlsx", "--out", folder.resolve("T"));
        String rows = typed.does("trace", folder.resolve("T/typed.manifest.json"), "seizures", "--rows");
        assertTrue(rows.contains("seizures: 0 rows: agrees with the figure."), rows);
        assertEquals(before, Snapshot.of(typed.folder()));
    }

    @Test
    void aParameterWithoutAValueIsAMatterOfUsage() throws Exception {
        Distribution.Result result =
                Distribution.get().run("--workspace", workspace, "run", "operation", "-p", "division");
        assertEquals(2, result.exitCode());
        assertTrue(result.err().contains("name=value"), result.err());
    }

    @Test
    void theSameFileAgain() throws Exception {
        refused("good.csv", "import", folder.resolve("good.csv"), "--as", "firearm");
    }

    @Test
    void aStrictImportWithOneBadRow() throws Exception {
        Path file = write(
                "strict.csv",
                HEADER + "F-3,I-1,,Omaha,NE,2022-06-01,cannon,2\nF-4,I-1,,Omaha,NE,2022-06-01,pistol,1\n");
        Map<String, String> before = Snapshot.of(workspace);
        Distribution.Result result =
                Distribution.get().run("--workspace", workspace, "import", file, "--as", "firearm", "--strict");
        assertEquals(1, result.exitCode());
        String said = result.out() + result.err();
        assertTrue(said.contains("line 2") && said.contains("kind") && said.contains("cannon"), said);
        assertTrue(result.err().contains("refused strict.csv; nothing was stored\n"), result.err());
        assertFalse(result.err().contains("storing") || result.err().contains("imported"), result.err());
        assertEquals(before, Snapshot.of(workspace));
    }

    @Test
    void aWorkspaceInUseSayingWhoHoldsIt() throws Exception {
        Path big = folder.resolve("big");
        Distribution.get().run("sample", big, "--scale", "60");
        Path out = folder.resolve("holder.out");
        Process holder = Distribution.get()
                .start(
                        Path.of(""),
                        Map.of(),
                        out,
                        folder.resolve("holder.err"),
                        "--workspace",
                        folder.resolve("busy"),
                        "import",
                        big.resolve("seizures.csv"),
                        "--as",
                        "seizure");
        try {
            Distribution.Result result;
            do {
                assertTrue(holder.isAlive(), "The import ended before anyone else could ask");
                result = Distribution.get().run("--workspace", folder.resolve("busy"), "data", "batches");
            } while (result.exitCode() == 0 || result.err().contains("no workspace"));
            assertEquals(1, result.exitCode());
            assertEquals(1, result.complaint().lines().count(), result.err());
            assertTrue(
                    result.err().contains(String.valueOf(holder.pid()))
                            || result.err().contains("process"),
                    result.err());
        } finally {
            holder.destroyForcibly().waitFor();
        }
    }

    @Test
    void aMisspelledCommandIsAMatterOfUsage() throws Exception {
        Distribution.Result result = Distribution.get().run("imprt");
        assertEquals(2, result.exitCode());
        assertTrue(result.err().contains("import"), result.err());
    }

    private static Distribution.Result refused(String word, Object... arguments) throws Exception {
        Map<String, String> before = Snapshot.of(workspace);
        Object[] all = new Object[arguments.length + 2];
        all[0] = "--workspace";
        all[1] = workspace;
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        Distribution.Result result = Distribution.get().run(all);
        assertAll(
                () -> assertEquals(1, result.exitCode(), result.err()),
                () -> assertEquals(1, result.complaint().lines().count(), result.err()),
                () -> assertTrue(result.err().contains(word), result.err()),
                () -> assertFalse(result.err().contains("Exception"), result.err()),
                () -> assertEquals(before, Snapshot.of(workspace)));
        return result;
    }

    private static Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text, StandardCharsets.UTF_8);
        return file;
    }
}
