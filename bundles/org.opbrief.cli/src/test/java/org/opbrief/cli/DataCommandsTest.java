package org.opbrief.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.data.ImportRequest.Option;

class DataCommandsTest {
    @TempDir
    Path root;

    private Cli cli;

    @BeforeEach
    void start() throws IOException {
        cli = new Cli(root);
    }

    private Path workspace() {
        return cli.folder.resolve("W");
    }

    @Test
    void an_import_tells_its_counts_notes_and_problems() throws IOException {
        cli.file("a.csv", "name,extra", "x", "bad", "y");
        assertEquals(0, cli.run("--workspace", "W", "import", "a.csv", "--as", "seizure", "--as-of", "2023-05-01"));
        assertEquals("""
                a.csv as seizure (Seizures), as of 2023-05-01
                  Read as: CSV, UTF-8, comma, 1 column
                  Columns: 0 of 2 are filled, found by their names
                  Rows: 3 read, 2 to be imported, 1 rejected
                  Note: The column extra is not read.
                  Rejected: a.csv, line 3, column name, value "bad": is not good
                a.csv: 2 rows imported as batch 1. Rejected: 1; all of them: opbrief data rejects 1
                """, cli.out);
        assertEquals(workspace(), cli.stores.opened.get(0));
        assertEquals(0, cli.stores.open);
    }

    @Test
    void vocabularies_are_listed_and_shown_with_their_sources() throws IOException {
        assertEquals(0, cli.run("data", "vocabularies"));
        assertEquals("""
                vocabulary  words  leads to  title
                place           1            Places
                state           1  place     States
                """, cli.out);
        assertEquals(0, cli.run("data", "vocabularies", "place"));
        assertEquals("""
                place: Places
                Where it was.
                Source: made up

                word  label  in use           files may say
                01    Port   from 2018-07-08  harbor
                01: a letter
                """, cli.out);
        assertEquals(0, cli.run("data", "vocabularies", "state"));
        assertTrue(cli.out.contains("48    Texas  01, 02 (from 2018-07-08)"), cli.out);
        assertEquals(0, cli.run("data", "vocabularies", "state", "--json"));
        assertTrue(
                cli.out.replaceAll("\\s", "").contains("{\"to\":\"02\",\"from\":\"2018-07-08\",\"until\":\"\"}"),
                cli.out);
        assertEquals(1, cli.run("data", "vocabularies", "plce"));
        assertTrue(cli.err.contains("There is no vocabulary \"plce\". Did you mean \"place\"?"), cli.err);
    }

    @Test
    void whoever_is_at_a_terminal_is_asked_before_anything_is_stored() throws IOException {
        cli.file("a.csv", "name", "x");
        cli.answers.add("n");
        assertEquals(1, cli.run("import", "a.csv", "--as", "seizure"));
        assertTrue(cli.err.contains("Import 1 row as seizure? [y/N] "), cli.err);
        assertTrue(cli.err.endsWith("opbrief: a.csv was not imported.\n"), cli.err);
        cli.answers.add("y");
        assertEquals(0, cli.run("import", "a.csv", "--as", "seizure"));
        assertTrue(cli.out.endsWith("a.csv: 1 row imported as batch 1.\n"), cli.out);
    }

    @Test
    void a_plan_with_errors_needs_a_person() throws IOException {
        cli.file("a.csv", "name,wrong", "x");
        assertEquals(1, cli.run("import", "a.csv", "--as", "seizure", "--yes"));
        assertTrue(cli.out.contains("  Error: The column wrong is a guess."), cli.out);
        assertTrue(cli.err.endsWith("opbrief: a.csv was not imported: The column wrong is a guess.\n"), cli.err);
        cli.answers.add("y");
        assertEquals(0, cli.run("import", "a.csv", "--as", "seizure"));
    }

    @Test
    void choices_of_reading_reach_the_importer() throws IOException {
        cli.file("a.csv", "name", "x");
        assertEquals(0, cli.run("import", "a.csv", "--as", "seizure", "--read", "sheet=Table 1,header=4"));
        assertEquals(
                Map.of("sheet", "Table 1", "header", "4"),
                cli.stores.requests.get(0).layout());
        assertEquals(2, cli.run("import", "a.csv", "--as", "seizure", "--read", "sheet"));
        assertTrue(cli.err.contains("--read sheet: is not like sheet=2022."), cli.err);
    }

    @Test
    void more_problems_than_shown_are_pointed_to() throws IOException {
        String[] lines = Stream.concat(
                        Stream.of("name"), Stream.generate(() -> "bad").limit(1200))
                .toArray(String[]::new);
        cli.file("a.csv", lines);
        assertEquals(0, cli.run("import", "a.csv", "--as", "seizure", "--workspace", "W"));
        assertTrue(cli.out.contains("\n  and 1,180 more rejected\n"), cli.out);
        assertEquals(0, cli.run("data", "rejects", "1", "--workspace=W"));
        assertEquals(1200, cli.out.lines().count());
        assertTrue(cli.out.endsWith("a.csv, line 1201, column name, value \"bad\": is not good\n"));
        assertEquals(0, cli.run("data", "rejects", "1", "--workspace=W", "--json"));
        assertTrue(cli.out.contains("\"line\" : 1201,"));
    }

    @Test
    void rejected_rows_are_written_and_come_again_for_the_same_batch() throws IOException {
        cli.file("a.csv", "name", "x", "bad");
        assertEquals(0, cli.run("import", "a.csv", "--as", "seizure", "--as-of", "2023-05-01"));
        assertEquals(0, cli.run("data", "rejects", "1", "--out", "fixed.csv"));
        assertEquals(
                "1 row written to " + cli.folder.resolve("fixed.csv")
                        + ". Correct them there, then: opbrief import fixed.csv --corrects 1\n",
                cli.out);
        assertEquals("rejects of 1", Files.readString(cli.folder.resolve("fixed.csv")));
        cli.file("fixed.csv", "name", "good");
        assertEquals(0, cli.run("import", "fixed.csv", "--corrects", "1"));
        assertTrue(cli.out.endsWith("fixed.csv: 1 row imported as batch 2, which corrects batch 1.\n"), cli.out);
        assertEquals(LocalDate.of(2023, 5, 1), cli.stores.requests.get(1).asOf());
        assertEquals(0, cli.run("data", "batches"));
        assertTrue(cli.out.contains("fixed.csv (corrects 1)"), cli.out);
        assertEquals(0, cli.run("import", "fixed.csv", "--as", "seizure"));
        assertEquals(1, cli.run("data", "rejects", "3", "--out", "none.csv"));
        assertTrue(cli.err.contains("has no rejected rows; there is nothing to write."), cli.err);
    }

    @Test
    void a_correction_takes_all_else_from_its_batch() throws IOException {
        cli.file("a.csv", "name", "x", "bad");
        assertEquals(2, cli.run("import", "a.csv"));
        assertTrue(cli.err.contains("Missing: --as DATASET."), cli.err);
        assertEquals(0, cli.run("import", "a.csv", "--as", "seizure"));
        assertEquals(2, cli.run("import", "a.csv", "--corrects", "1", "--as-of", "2023-05-01"));
        assertTrue(cli.err.contains("--corrects takes everything from its batch; leave --as-of out."), cli.err);
        assertEquals(1, cli.run("import", "a.csv", "--corrects", "7"));
        assertTrue(cli.err.contains("There is no batch 7 in "), cli.err);
        assertEquals(2, cli.run("import", "a.csv", "a.csv", "--corrects", "1"));
    }

    @Test
    void the_default_day_is_today_and_options_reach_the_store() throws IOException {
        cli.file("a.csv", "name", "x");
        LocalDate before = LocalDate.now();
        assertEquals(0, cli.run("import", "a.csv", "--as", "seizure", "--strict"));
        LocalDate asOf = cli.stores.requests.get(0).asOf();
        assertTrue(!asOf.isBefore(before) && !asOf.isAfter(LocalDate.now()));
        assertEquals(Set.of(Option.STRICT), cli.stores.requests.get(0).options());
        assertEquals(cli.home.resolve("opbrief"), cli.stores.opened.get(0));
    }

    @Test
    void a_refused_file_fails_and_what_was_imported_before_is_told() throws IOException {
        cli.file("a.csv", "name", "x");
        cli.file("b.csv", "name", "bad");
        cli.file("c.csv", "name", "x");
        assertEquals(1, cli.run("import", "a.csv", "b.csv", "c.csv", "--as", "seizure", "--strict"));
        assertTrue(cli.out.contains("  Rows: 1 read, 0 to be imported, 1 rejected\n"), cli.out);
        assertTrue(cli.err.endsWith("""
                        Imported before the failure: a.csv. Not tried: c.csv.
                        opbrief: b.csv was refused: 1 row broke a rule; correct the file, or import its other rows without --strict.
                        """), cli.err);
        assertEquals(1, cli.run("import", "c.csv", cli.file("empty.csv", "name").toString(), "--as", "seizure"));
        assertTrue(cli.err.contains("Imported before the failure: c.csv."), cli.err);
        assertTrue(cli.err.endsWith("empty.csv has no rows.\n"), cli.err);
        assertEquals(0, cli.stores.open);
    }

    @Test
    void an_import_that_cannot_succeed_makes_no_workspace() throws IOException {
        cli.file("a.csv", "name", "x");
        assertEquals(1, cli.run("import", "a.csv", "--as", "seizures", "--workspace", "W"));
        assertEquals("opbrief: There is no data set \"seizures\". Did you mean \"seizure\"?\n", cli.err);
        assertEquals(1, cli.run("import", "a.csv", "none.csv", "--as", "seizure", "--workspace", "W"));
        assertEquals(
                "opbrief: There is no file " + cli.folder.resolve("none.csv") + ": check its name and folder.\n",
                cli.err);
        String empty = cli.file("empty.csv", "name").toString();
        assertEquals(1, cli.run("import", empty, "--as", "seizure", "--workspace", "W"));
        assertFalse(Files.exists(workspace()));
        Files.createDirectory(workspace());
        assertEquals(1, cli.run("import", empty, "--as", "seizure", "--workspace", "W"));
        assertTrue(Files.exists(workspace()));
    }

    @Test
    void a_dry_run_without_a_workspace_leaves_none() throws IOException {
        cli.file("a.csv", "name", "x");
        assertEquals(0, cli.run("import", "a.csv", "--as", "seizure", "--dry-run", "--workspace", "W"));
        assertTrue(cli.out.endsWith("a.csv: nothing was kept, since this was a dry run.\n"), cli.out);
        assertFalse(Files.exists(workspace()));
        assertFalse(Files.exists(cli.stores.opened.get(0)));
    }

    @Test
    void reading_makes_no_workspace_and_says_how_to() {
        for (String command : new String[] {"data batches", "data rejects 1", "data remove 1", "run operation"}) {
            assertEquals(1, cli.run((command + " --workspace W").split(" ")), command);
            assertEquals(
                    "opbrief: There is no workspace in " + workspace()
                            + " yet: \"opbrief import FILE --as DATASET\" or \"opbrief demo\" makes it, and --workspace"
                            + " names another.\n",
                    cli.err);
        }
        assertEquals(0, cli.run("data", "--workspace", "W"));
        assertTrue(cli.out.contains("There is no workspace in " + workspace()), cli.out);
        assertEquals(0, cli.run("data", "show", "seizure", "--workspace", "W"));
        assertFalse(Files.exists(workspace()));
    }

    @Test
    void a_file_that_is_named_as_the_workspace_is_called_a_file() throws IOException {
        Path file = cli.file("a.csv", "name", "x");
        assertEquals(1, cli.run("data", "batches", "--workspace", "a.csv"));
        assertEquals("opbrief: " + file + " is a file, no workspace; name a folder with --workspace.\n", cli.err);
    }

    @Test
    void the_workspace_may_come_from_the_environment() throws IOException {
        cli.environment.put("OPBRIEF_WORKSPACE", workspace().toString());
        cli.file("a.csv", "name", "x");
        assertEquals(0, cli.run("import", "a.csv", "--as", "seizure"));
        assertEquals(workspace(), cli.stores.opened.get(0));
        assertEquals(0, cli.run("import", "a.csv", "--as", "seizure", "--workspace", "V"));
        assertEquals(cli.folder.resolve("V"), cli.stores.opened.get(1));
    }

    @Test
    void data_sets_and_batches_are_listed() throws IOException {
        cli.file("a.csv", "name", "x", "bad");
        cli.run("import", "a.csv", "--as", "seizure", "--as-of", "2023-05-01");
        assertEquals(0, cli.run("data"));
        assertEquals("""
                data set        rows  batches  title
                border-seizure     0        0  Border seizures
                seizure            1        1  Seizures
                """, cli.out);
        assertEquals(0, cli.run("data", "list", "--json"));
        assertTrue(
                cli.out.contains(
                        "\"id\" : \"seizure\",\n  \"title\" : \"Seizures\",\n  \"rows\" : 1,\n  \"batches\" : 1"),
                cli.out);
        assertEquals(0, cli.run("data", "batches"));
        String sha = FakeStores.sha256(Files.readAllBytes(cli.folder.resolve("a.csv")));
        assertEquals(
                "batch  file   data set  as of       read  accepted  rejected  SHA-256\n"
                        + "    1  a.csv  seizure   2023-05-01     2         1         1  " + sha.substring(0, 12)
                        + "\n",
                cli.out);
        assertEquals(0, cli.run("data", "batches", "--json"));
        assertTrue(cli.out.contains("\"sha256\" : \"" + sha + "\""), cli.out);
    }

    @Test
    void a_data_set_is_shown_with_its_columns() {
        assertEquals(0, cli.run("data", "show", "seizure"));
        assertEquals("""
                seizure: Seizures
                One row is one seizure.

                column   type               unit  values
                drug     text                     fentanyl
                mass_kg  decimal, required  kg    from 0

                0 rows.
                """, cli.out);
        assertEquals(0, cli.run("data", "show", "seizure", "--json"));
        assertTrue(cli.out.contains("\"unit\" : \"kg\""), cli.out);
        assertEquals(1, cli.run("data", "show", "border"));
        assertEquals("opbrief: There is no data set \"border\". Did you mean \"border-seizure\"?\n", cli.err);
        assertEquals(1, cli.run("data", "show", "qqqq"));
        assertEquals("opbrief: There is no data set \"qqqq\". There are border-seizure and seizure.\n", cli.err);
    }

    @Test
    void a_new_data_set_has_a_name_that_is_free_and_plain() throws IOException {
        cli.file("a.csv", "name", "x");
        assertEquals(1, cli.run("import", "a.csv", "--as", "new:seizure"));
        assertEquals(
                "opbrief: There is a data set seizure already: import the file with --as seizure, or give the new one"
                        + " another name.\n",
                cli.err);
        assertEquals(2, cli.run("import", "a.csv", "--as", "new:Größere Fälle"));
        assertTrue(cli.err.contains("begins with a letter and has 60 at most, e.g. new:gro-ere-falle."), cli.err);
        assertEquals(2, cli.run("import", "a.csv", "--as", "new:x", "--supersedes", "1"));
        assertEquals(0, cli.run("import", "a.csv", "--as", "new:traffic-stop"));
        assertTrue(cli.stores.requests.get(0).dataSet().isUndefined());
        assertEquals("traffic-stop", cli.stores.requests.get(0).dataSet().id());
    }

    @Test
    void a_batch_is_removed_and_an_unknown_one_is_named() throws IOException {
        cli.file("a.csv", "name", "x");
        cli.run("import", "a.csv", "--as", "seizure");
        assertEquals(1, cli.run("data", "remove", "2"));
        assertTrue(cli.err.startsWith("opbrief: There is no batch 2 in "), cli.err);
        assertEquals(2, cli.run("data", "remove", "two"));
        assertEquals(0, cli.run("data", "remove", "1"));
        assertEquals("Removed batch 1: a.csv, 1 row of seizure.\n", cli.out);
        assertEquals(0, cli.run("data", "batches"));
        assertEquals("Nothing is imported in " + cli.home.resolve("opbrief") + ".\n", cli.out);
    }

    @Test
    void a_workspace_in_use_is_told_in_the_stores_words() throws IOException {
        cli.file("a.csv", "name", "x");
        assertEquals(1, cli.run("import", "a.csv", "--as", "seizure", "--workspace", "in-use"));
        assertEquals(
                "opbrief: The workspace " + cli.folder.resolve("in-use") + " is in use by process 4711.\n", cli.err);
    }
}
