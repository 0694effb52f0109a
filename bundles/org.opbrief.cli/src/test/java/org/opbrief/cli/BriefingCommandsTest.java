package org.opbrief.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.output.Tracing.SourceRow;
import org.opbrief.api.report.RunRequest;

class BriefingCommandsTest {
    @TempDir
    Path root;

    private Cli cli;

    @BeforeEach
    void start() throws IOException {
        cli = new Cli(root);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void the_demo_imports_the_sample_once_and_writes_two_briefings() throws IOException {
        assertEquals(0, cli.run("demo", "--workspace", "W", "--out", "O"));
        assertTrue(cli.out.startsWith("These are generated sample data"), cli.out);
        assertTrue(cli.out.endsWith("""
                        Written:
                          O/operation-last-mile.pdf
                          O/operation-last-mile.xlsx
                          O/operation-last-mile.manifest.json
                          O/operation-last-mile-omaha.pdf
                          O/operation-last-mile-omaha.xlsx
                          O/operation-last-mile-omaha.manifest.json
                        Where a figure comes from: opbrief --workspace W trace O/operation-last-mile.manifest.json pills --rows
                        """), cli.out);
        assertEquals(6, names(cli.folder.resolve("O")).size());
        assertEquals(
                List.of(Map.of(), Map.of("division", "Omaha")),
                cli.reports.requests.stream().map(RunRequest::parameters).toList());
        assertEquals(List.of("opbrief.duckdb"), names(cli.folder.resolve("W")));

        assertEquals(0, cli.run("demo", "--workspace", "W", "--format", "pdf"));
        assertTrue(cli.out.contains("seizures.csv: is imported already, as batch 1 with 1 row.\n"), cli.out);
        assertTrue(cli.out.contains("opbrief trace W/out/operation-last-mile.manifest.json pills --rows"), cli.out);
        assertEquals(4, names(cli.folder.resolve("W/out")).size());
        assertEquals(1, cli.stores.requests.size());
        assertEquals(0, cli.stores.open);
    }

    @Test
    void the_demo_does_not_mix_its_rows_with_others() throws IOException {
        cli.file("own.csv", "name", "x");
        cli.run("import", "own.csv", "--as", "seizure");
        assertEquals(1, cli.run("demo"));
        assertEquals(
                "opbrief: The workspace " + cli.home.resolve("opbrief")
                        + " holds other data (batch 1, own.csv), which the demo would mix with generated rows: name"
                        + " another one with --workspace.\n",
                cli.err);
        assertEquals(0, cli.stores.open);
    }

    @Test
    void a_briefing_is_run_with_its_parameters() throws IOException {
        cli.run("import", cli.file("a.csv", "name", "x").toString(), "--as", "seizure");
        String line = "run operation -p division=Omaha -p note=a,b=c --edition public --lang es --format xlsx --out O";
        assertEquals(0, cli.run(line.split(" ")), cli.err);
        assertEquals("O/operation-last-mile-omaha.xlsx\nO/operation-last-mile-omaha.manifest.json\n", cli.out);
        RunRequest request = cli.reports.requests.get(0);
        assertEquals(Map.of("division", "Omaha", "note", "a,b=c"), request.parameters());
        assertEquals(Optional.of("public"), request.edition());
        assertEquals("es", request.language().toLanguageTag());
    }

    @Test
    void unknown_reports_and_formats_are_told_before_anything_is_opened() {
        assertEquals(1, cli.run("run", "operatoin"));
        assertEquals("opbrief: There is no report \"operatoin\". Did you mean \"operation\"?\n", cli.err);
        assertEquals(1, cli.run("run", "operation", "--format", "pdf,docx"));
        assertEquals("opbrief: There is no output format \"docx\". There are pdf and xlsx.\n", cli.err);
        assertTrue(cli.stores.opened.isEmpty());
    }

    @Test
    void an_output_that_fails_is_told_in_one_sentence() throws IOException {
        cli.run("import", cli.file("a.csv", "name", "x").toString(), "--as", "seizure");
        cli.reports.fails = true;
        assertEquals(1, cli.run("run", "operation", "--out", "O"));
        assertTrue(
                cli.err.endsWith(
                        "opbrief: The folder " + cli.folder.resolve("O") + " cannot be written: it is read-only.\n"),
                cli.err);
        assertEquals(0, cli.stores.open);
    }

    @Test
    void reports_are_listed_with_the_packs_that_are_not_used() {
        cli.installer.add(FakeInstaller.rejected("org.example.pack", "1.0.0", "report.yaml, line 3: no title."));
        assertEquals(0, cli.run("reports"));
        assertEquals("""
                operation: Operation briefing
                  What an operation came to.
                  -p division= Division; one of Omaha. Leave it out for the nation.
                  editions: internal; languages: en, es; data sets: seizure

                Packs that are not used:
                  org.example.pack 1.0.0: report.yaml, line 3: no title.
                """, cli.out);
        assertEquals(0, cli.run("reports", "--json"));
        assertTrue(cli.out.contains("\"reason\" : \"report.yaml, line 3: no title.\""), cli.out);
    }

    @Test
    void the_figures_of_a_manifest_are_listed() throws IOException {
        cli.file("O/x.manifest.json", "{}");
        assertEquals(0, cli.run("trace", "O/x.manifest.json"));
        assertEquals("""
                Operation Last Mile (internal)
                Division: Omaha
                figure   value  in words     what it is
                meth      4 lb  more than 4  Methamphetamine
                arrests      1  more than 1  Arrests
                ratio        4               A ratio (estimate)
                false     50 %               False (estimate)
                """, cli.out);
        assertEquals(0, cli.run("trace", "O/x.manifest.json", "--json"));
        assertTrue(cli.out.contains("\"id\" : \"meth\""), cli.out);
        assertTrue(cli.stores.opened.isEmpty());
    }

    @Test
    void a_passport_is_readable() throws IOException {
        cli.file("O/x.manifest.json", "{}");
        assertEquals(0, cli.run("trace", "O/x.manifest.json", "meth"));
        assertEquals("""
                Methamphetamine (meth)
                  Value:      4 lb
                  In words:   more than 4
                  Method:     sum of mass_kg over 2 rows of seizure
                  Parameters: division: Omaha
                  Batches:    seizures.csv: 2
                  Rows:       2
                  SQL:        select sum(mass_kg)
                              from seizure
                Its rows: opbrief trace O/x.manifest.json meth --rows
                """, cli.out);
        assertEquals(1, cli.run("trace", "O/x.manifest.json", "metn"));
        assertEquals("opbrief: \"Operation Last Mile\" has no figure \"metn\". Did you mean \"meth\"?\n", cli.err);
    }

    @Test
    void the_rows_of_a_figure_are_listed_and_add_up_to_it() throws IOException {
        cli.file("O/x.manifest.json", "{}");
        cli.file("W/opbrief.duckdb", "");
        cli.file("V/opbrief.duckdb", "");
        cli.tracing.holder = cli.folder.resolve("W");
        assertEquals(0, cli.run("trace", "O/x.manifest.json", "meth", "--rows"), cli.err);
        assertEquals("""
                Methamphetamine (meth): 4 lb, in words "more than 4"
                Workspace: %s

                file, place, value, content:
                seizures.csv, line 2, 1.000: a,1
                seizures.csv, line 4, 0.814369480: b,0.81436948

                meth: 2 rows, sum 1.81436948 kg = 4 lb: agrees with the figure.
                """.formatted(cli.folder.resolve("W")), cli.out);
        assertEquals(List.of(cli.folder.resolve("V"), cli.folder.resolve("W")), cli.stores.opened);
        assertEquals(0, cli.stores.open);
        assertEquals(0, cli.run("trace", "O/x.manifest.json", "arrests", "--rows"));
        assertTrue(cli.out.endsWith("arrests: 1 row: agrees with the figure.\n"), cli.out);
        assertEquals(0, cli.run("trace", "O/x.manifest.json", "ratio", "--rows"));
        assertTrue(cli.out.endsWith("""
                        meth: 2 rows, sum 1.81436948 kg = 4 lb: agrees with the figure.
                        arrests: 1 row: agrees with the figure.
                        ratio: meth by arrests: 4, which cannot be computed again here.
                        """), cli.out);
        assertEquals(0, cli.run("trace", "O/x.manifest.json", "meth", "--rows", "--json"));
        assertTrue(cli.out.contains("\"agreement\" : {\n    \"meth\" : true\n  }"), cli.out);
    }

    @Test
    void a_derived_figure_is_computed_again() throws IOException {
        cli.file("out/x.manifest.json", "{}");
        cli.file("opbrief.duckdb", "");
        cli.tracing.holder = cli.folder;
        assertEquals(1, cli.run("trace", "out/x.manifest.json", "false", "--rows"));
        assertTrue(
                cli.out.endsWith(
                        "false: change from one to another in percent of the former: 50 %: does NOT follow from"
                                + " them.\n"),
                cli.out);
        assertTrue(
                cli.err.endsWith("opbrief: The figure \"false\" does not follow from arrests and meth: the manifest was"
                        + " changed; write the briefing again.\n"),
                cli.err);
    }

    @Test
    void rows_that_do_not_give_the_figure_are_an_error() throws IOException {
        cli.file("out/x.manifest.json", "{}");
        cli.file("opbrief.duckdb", "");
        cli.tracing.holder = cli.folder;
        cli.tracing.rows.add(new SourceRow("meth", "seizures.csv", 5, "1", "d,1"));
        assertEquals(1, cli.run("trace", "out/x.manifest.json", "meth", "--rows"));
        assertTrue(cli.out.endsWith("meth: 3 rows, sum 2.81436948: does NOT agree with the figure, 4 lb.\n"), cli.out);
        assertEquals(
                "opbrief: The rows do not give the figure \"meth\": the data have changed since the briefing was"
                        + " written; write it again.\n",
                cli.err);
        assertEquals(1, cli.run("trace", "out/x.manifest.json", "meth", "--rows", "--json"));
    }

    @Test
    void a_workspace_that_is_not_found_is_never_made() throws IOException {
        cli.file("O/x.manifest.json", "{}");
        cli.file("V/opbrief.duckdb", "");
        cli.file("in-use/opbrief.duckdb", "");
        assertEquals(1, cli.run("trace", "O/x.manifest.json", "meth", "--rows"));
        assertEquals(
                "opbrief: No workspace was found that holds the data of x.manifest.json: name it with --workspace. "
                        + cli.folder.resolve("V") + " holds other data. The workspace " + cli.folder.resolve("in-use")
                        + " is in use by process 4711.\n",
                cli.err);
        assertFalse(Files.exists(cli.home.resolve("opbrief")));
        assertEquals(1, cli.run("trace", "O/x.manifest.json", "meth", "--rows", "--workspace", "none"));
        assertFalse(Files.exists(cli.folder.resolve("none")));
        assertEquals(1, cli.run("trace", "O/none.manifest.json"));
        assertEquals(0, cli.stores.open);
    }

    @Test
    void a_sample_is_written_and_what_comes_next_is_told() {
        assertEquals(0, cli.run("sample", "S", "--scale", "3"));
        assertEquals("""
                These are generated sample data: single rows are invented, only totals are the published ones of Operation Last Mile.
                file            data set  rows  as of
                S/seizures.csv  seizure      3  2023-05-01
                Next: opbrief import S/seizures.csv --as seizure --as-of 2023-05-01
                """, cli.out);
    }

    @Test
    void a_sample_is_not_written_over_a_file() throws IOException {
        Path file = cli.file("S", "mine");
        assertEquals(1, cli.run("sample", "S"));
        assertEquals("opbrief: " + file + " is a file: name a folder for the sample data.\n", cli.err);
        assertEquals("mine\n", Files.readString(file));
    }
}
