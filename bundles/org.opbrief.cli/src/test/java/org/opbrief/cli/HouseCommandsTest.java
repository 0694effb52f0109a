package org.opbrief.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.report.House;
import org.opbrief.api.report.Marking;

class HouseCommandsTest {
    private static final String SEALED = """
            Agency: Office of Reports
            Seal: 40 x 30 pixels, SHA-256 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
            Marking of the edition internal: LIMITED USE (#003366)
            Font: DejaVu Serif
            """;

    @TempDir
    Path root;

    private Cli cli;

    @BeforeEach
    void start() throws IOException {
        cli = new Cli(root);
        cli.file("W/opbrief.duckdb", "");
    }

    @Test
    void an_agency_is_set_shown_and_taken_away() {
        assertEquals(
                0,
                cli.run(
                        "house",
                        "set",
                        "--workspace",
                        "W",
                        "--name",
                        "Office of Reports",
                        "--seal",
                        "seal.png",
                        "--marking",
                        "internal=LIMITED USE",
                        "--color",
                        "internal=#003366",
                        "--font",
                        "DejaVu Serif"),
                cli.err);
        assertEquals(SEALED, cli.out);
        assertEquals(0, cli.run("house", "--workspace", "W"));
        assertEquals(SEALED, cli.out);
        assertEquals(0, cli.run("house", "clear", "--workspace", "W"));
        assertEquals(House.NONE, cli.houses.kept);
        assertTrue(cli.out.startsWith("Briefings of this workspace show no agency; to set one: "), cli.out);
    }

    @Test
    void what_is_not_named_stays() {
        cli.run("house", "set", "--workspace", "W", "--name", "Office", "--marking", "internal=FOR RELEASE");
        assertEquals(0, cli.run("house", "set", "--workspace", "W", "--font", "DejaVu Sans"));
        assertEquals("Office", cli.houses.kept.name());
        assertEquals("FOR RELEASE", cli.houses.kept.markings().get("internal").text());
        assertEquals("#8a1c1c", cli.houses.kept.markings().get("internal").color());
    }

    @Test
    void what_cannot_be_set_is_told_and_changes_nothing() {
        assertMisuse("a color is written #rrggbb, e.g. #8a1c1c.", "--marking", "internal=A", "--color", "internal=red");
        assertMisuse(
                "the agency has no marking for that edition; give it with --marking draft=TEXT.",
                "--color",
                "draft=#000000");
        assertMisuse("--marking internal: is not EDITION=VALUE.", "--marking", "internal");
        assertMisuse("There is no font \"DejaVu Serf\". Did you mean \"DejaVu Serif\"?", "--font", "DejaVu Serf");
        assertMisuse("--name: is not one line of at most 200 characters.", "--name", "x".repeat(201));
        assertMisuse("Nothing is to be changed: give --name, --seal, --marking, --no-marking, --color or --font.");
        assertMisuse(
                "--no-marking internal: the edition is named by --marking too.",
                "--no-marking",
                "internal",
                "--marking",
                "internal=A");
    }

    @Test
    void an_edition_that_no_report_has_is_told_with_the_nearest() {
        assertEquals(1, cli.run("house", "set", "--workspace", "W", "--marking", "internl=LIMITED USE"));
        assertEquals(
                "opbrief: --marking internl: no report has the edition \"internl\". Did you mean \"internal\"?\n",
                cli.err);
        assertEquals(1, cli.run("house", "set", "--workspace", "W", "--no-marking", "draft"));
        assertEquals("opbrief: --no-marking draft: no report has the edition \"draft\". There is internal.\n", cli.err);
        assertEquals(House.NONE, cli.houses.kept);
    }

    @Test
    void no_marking_at_all_is_another_thing_than_none_of_the_agency() {
        assertEquals(0, cli.run("house", "set", "--workspace", "W", "--no-marking", "internal"), cli.err);
        assertEquals(Map.of("internal", new Marking("", "#8a1c1c")), cli.houses.kept.markings());
        assertTrue(cli.out.contains("Marking of the edition internal: none\n"), cli.out);
        assertEquals(0, cli.run("house", "set", "--workspace", "W", "--marking", "internal="), cli.err);
        assertEquals(House.NONE, cli.houses.kept);
    }

    @Test
    void the_marking_of_an_edition_that_went_can_be_taken_away() {
        Marking old = new Marking("OLD", "#000000");
        cli.houses.kept = new House("", Optional.empty(), Map.of("old", old), Optional.empty());
        assertEquals(0, cli.run("house", "set", "--workspace", "W", "--marking", "old="), cli.err);
        assertEquals(House.NONE, cli.houses.kept);
    }

    @Test
    void an_agency_is_told_as_json() {
        assertEquals(0, cli.run("house", "--json", "--workspace", "W"), cli.err);
        assertEquals("""
                {
                  "name" : "",
                  "seal" : null,
                  "markings" : [ ],
                  "font" : ""
                }
                """, cli.out);
        cli.run("house", "set", "--workspace", "W", "--name", "Office", "--seal", "s.png", "--no-marking", "internal");
        assertEquals(0, cli.run("house", "--json", "--workspace", "W"), cli.err);
        assertEquals("""
                {
                  "name" : "Office",
                  "seal" : {
                    "sha256" : "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                    "width" : 40,
                    "height" : 30
                  },
                  "markings" : [ {
                    "edition" : "internal",
                    "text" : "",
                    "color" : "#8a1c1c"
                  } ],
                  "font" : ""
                }
                """, cli.out);
    }

    private void assertMisuse(String message, String... options) {
        String[] arguments = new String[options.length + 4];
        System.arraycopy(new String[] {"house", "set", "--workspace", "W"}, 0, arguments, 0, 4);
        System.arraycopy(options, 0, arguments, 4, options.length);
        assertEquals(2, cli.run(arguments));
        assertTrue(cli.err.contains(message), cli.err);
        assertEquals(House.NONE, cli.houses.kept);
    }
}
