package org.opbrief.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
    @TempDir
    Path root;

    private Cli cli;

    @BeforeEach
    void start() throws IOException {
        cli = new Cli(root);
    }

    @Test
    void without_a_command_the_help_is_an_error() {
        assertEquals(2, cli.run());
        assertEquals("", cli.out);
        for (String command : new String[] {
            "demo",
            "sample",
            "import",
            "data",
            "reports",
            "run",
            "trace",
            "packs",
            "install",
            "update",
            "uninstall",
            "rollback",
            "trust",
            "house",
            "new",
            "pack",
            "repo",
            "version"
        }) {
            assertTrue(cli.err.lines().anyMatch(line -> line.startsWith("  " + command + " ")), cli.err);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "sample",
                "import",
                "data",
                "data list",
                "data show",
                "data batches",
                "data rejects",
                "data remove",
                "reports",
                "run",
                "trace",
                "packs",
                "packs list",
                "packs prune",
                "install",
                "update",
                "uninstall",
                "rollback",
                "trust",
                "trust list",
                "trust add",
                "trust remove",
                "trust policy",
                "trust revocations",
                "house",
                "house set",
                "house clear",
                "new",
                "new report",
                "new java-pack",
                "pack",
                "repo",
                "repo index",
                "repo bundle",
                "version"
            })
    void every_command_has_help(String command) {
        assertEquals(0, cli.run((command + " --help").split(" ")));
        assertTrue(cli.out.startsWith("Usage: opbrief " + command), cli.out);
        assertTrue(cli.out.contains("--workspace=DIR"), cli.out);
        assertEquals("", cli.err);
        assertTrue(cli.stores.opened.isEmpty());
    }

    @Test
    void help_may_come_first() {
        assertEquals(0, cli.run("help", "import"));
        assertTrue(cli.out.startsWith("Usage: opbrief import"), cli.out);
        assertEquals(0, cli.run("--help"));
        assertTrue(cli.out.startsWith("Usage: opbrief"), cli.out);
    }

    @ParameterizedTest
    @CsvSource({
        "imprt x, There is no command \"imprt\". Did you mean \"import\"?",
        "data shwo seizure, There is no command \"data shwo\". Did you mean \"data show\"?",
        "demo --worspace W, There is no option --worspace. Did you mean --workspace?",
        "import f --a seizure, There is no option --a. Did you mean --as?",
        "import f, Missing: --as DATASET.",
        "import, Missing: --as DATASET.",
        "sample, Missing: DIR.",
        "trace, Missing: MANIFEST.",
        "data remove, Missing: BATCH.",
        "import --as seizure, 'Missing: FILE, or --from URL.'",
        "version extra, \"extra\" is one argument too many.",
        "demo --json, There is no option --json.",
        "--json demo, demo has no --json.",
        "sample d --scale x, --scale x: is not a whole number like 10.",
        "sample d --scale 0, --scale 0: is below 1.",
        "import f --as seizure --as-of 1.5.2023, --as-of 1.5.2023: is not a date like 2023-05-01.",
        "run operation -p division, -p division: is not name=value.",
        "trace x.manifest.json --rows, --rows wants a FIGURE.",
        "run operation --watch, --watch wants --pack DIR.",
        "install, 'Missing: PACK, or --lock FILE.'",
        "update, Missing: --repo DIR.",
        "uninstall, Missing: NAME.",
        "pack, Missing: DIR.",
        "pack . --alias a, --alias wants --sign KEYSTORE.",
        "new, '\"new\" is not a command by itself: there is new report and new java-pack.'",
        "new reprt x, There is no command \"new reprt\". Did you mean \"new report\"?",
        "repo bundle a, Missing: --out FILE.",
        "trust policy sined-only, There is no policy \"sined-only\". Did you mean \"signed-only\"?"
    })
    void a_wrong_command_line_is_told_in_one_line_with_a_hint(String line, String message) throws IOException {
        cli.file("x.manifest.json", "{}");
        assertEquals(2, cli.run(line.split(" ")), cli.err);
        assertEquals("opbrief: " + message, cli.err.lines().findFirst().orElse(""));
        assertEquals(2, cli.err.lines().count(), cli.err);
        assertTrue(cli.err.contains("See: opbrief"), cli.err);
        assertEquals("", cli.out);
    }

    @Test
    void a_defect_is_one_sentence_and_a_stack_trace_only_if_asked_for() {
        cli.sample = (folder, scale) -> {
            throw new IllegalStateException("boom");
        };
        assertEquals(1, cli.run("sample", "d"));
        assertEquals(1, cli.err.lines().count(), cli.err);
        assertTrue(cli.err.contains("boom"), cli.err);
        assertEquals(1, cli.run("sample", "d", "--debug"));
        assertTrue(cli.err.contains("\tat org.opbrief.cli"), cli.err);
    }

    @Test
    void too_little_memory_is_told_with_the_way_out() {
        cli.sample = (folder, scale) -> {
            throw new OutOfMemoryError("Java heap space");
        };
        assertEquals(1, cli.run("sample", "d"));
        assertEquals(
                "opbrief: There is not enough memory for this; give more, e.g. with JAVA_OPTS=-Xmx4g in the"
                        + " environment.\n",
                cli.err);
    }

    @Test
    void a_reader_that_goes_away_is_no_error() {
        cli.target = new Broken("Broken pipe");
        assertEquals(0, cli.run("reports"));
        assertEquals("", cli.err);
    }

    @Test
    void an_output_that_is_full_is_an_error() {
        cli.target = new Broken("No space left on device");
        assertEquals(1, cli.run("reports"));
        assertEquals("opbrief: The output could not be written: the disk is full.\n", cli.err);
    }

    private static final class Broken extends OutputStream {
        private final String message;

        Broken(String message) {
            this.message = message;
        }

        @Override
        public void write(int b) throws IOException {
            throw new IOException(message);
        }
    }

    @Test
    void a_missing_part_is_named() {
        Services none = new Services(new Services.Lookup() {
            @Override
            public <T> Optional<T> find(Class<T> type) {
                return Optional.empty();
            }
        });
        CommandException e = org.junit.jupiter.api.Assertions.assertThrows(CommandException.class, none::stores);
        assertEquals(
                "The part of Opbrief for workspaces (org.opbrief.store) did not start: install it again.",
                e.getMessage());
    }

    @Test
    void the_version_is_told_for_people_and_as_json() {
        assertEquals(0, cli.run("version"));
        assertTrue(cli.out.startsWith("Opbrief 0.1.0\nJava "), cli.out);
        assertEquals(0, cli.run("--json", "version"));
        assertTrue(cli.out.startsWith("{\n  \"opbrief\" : \"0.1.0\","), cli.out);
        assertEquals(0, cli.run("--version"));
        assertTrue(cli.out.startsWith("Opbrief 0.1.0"), cli.out);
    }

    @Test
    void progress_is_a_bar_on_a_terminal_and_a_line_a_step_elsewhere() {
        assertEquals("[##############..............] 50% reading", ProgressDisplay.bar("reading", 0.5));
        assertEquals(0, cli.run("demo"));
        assertTrue(cli.err.startsWith("reading seizures.csv\ncomputing Operation briefing\n"), cli.err);
        assertFalse(cli.err.contains("["), cli.err);
        cli.terminal = true;
        assertEquals(0, cli.run("demo"));
        assertTrue(cli.err.contains("\r\u001b[K[............................] 0% computing"), cli.err);
        assertTrue(cli.err.endsWith("\r\u001b[K"), cli.err);
    }

    @Test
    void versionTakesWhatTheLauncherActsUpon() {
        assertEquals(0, cli.run("version", "--verify"));
    }
}
