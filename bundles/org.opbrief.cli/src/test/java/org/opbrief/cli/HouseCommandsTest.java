package org.opbrief.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.report.House;

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
        cli.run("house", "set", "--workspace", "W", "--name", "Office", "--marking", "public=FOR RELEASE");
        assertEquals(0, cli.run("house", "set", "--workspace", "W", "--font", "DejaVu Sans"));
        assertEquals("Office", cli.houses.kept.name());
        assertEquals("FOR RELEASE", cli.houses.kept.markings().get("public").text());
        assertEquals("#8a1c1c", cli.houses.kept.markings().get("public").color());
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
        assertMisuse("Nothing is to be changed: give --name, --seal, --marking, --color or --font.");
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
