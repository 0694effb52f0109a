package org.opbrief.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthoringCommandsTest {
    @TempDir
    Path root;

    private Cli cli;

    @BeforeEach
    void start() throws IOException {
        cli = new Cli(root);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(cli.folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void a_report_is_begun_and_what_comes_next_is_told() throws IOException {
        assertEquals(0, cli.run("new", "report", "visits", "--from", "seizure", "--workspace", "W"));
        assertEquals("""
                Made, in the order in which to read them:
                  visits/OPBRIEF-INF/reports/visits/report.yaml
                  visits/seizure.md
                Run it, and again on each change: opbrief --workspace W run --watch --pack visits visits
                Check it and make it one file: opbrief --workspace W pack visits
                """, cli.out);
        cli.file("visits/pack.yaml", "");
        assertEquals(1, cli.run("new", "report", "visits"));
        assertEquals(
                "opbrief: The folder " + cli.folder.resolve("visits") + " exists: choose another name.\n", cli.err);
        assertEquals(0, cli.run("new", "java-pack", "ports"));
        assertTrue(cli.out.endsWith("  ports/pom.xml\nBuild it: mvn package, in ports\n"), cli.out);
    }

    @Test
    void all_problems_are_told_with_file_and_line_and_nothing_is_written() throws IOException {
        cli.file("visits/pack.yaml", "name: wrong", "version: 1.0.0", "title: wrong");
        assertEquals(1, cli.run("pack", "visits"));
        assertEquals("""
                visits/pack.yaml, line 1: "name: wrong" is not right.
                visits/pack.yaml, line 3: "title: wrong" is not right.
                opbrief: The pack has 2 problems, told above: mend them and run this again.
                """, cli.err);
        assertEquals("", cli.out);
        assertEquals(List.of("visits"), files());
    }

    @Test
    void a_pack_is_written_under_its_name_and_its_checksum_told() throws IOException {
        cli.file("visits/pack.yaml", "name: visits");
        assertEquals(0, cli.run("pack", "visits"), cli.err);
        String sha256 = FakeStores.sha256("name: visits\n".getBytes());
        assertEquals("org.example.visits-1.0.0.jar\nSHA-256: " + sha256 + "\n", cli.out);
        assertEquals(List.of("org.example.visits-1.0.0.jar", "visits"), files());
        cli.file("mine.jar", "old");
        assertEquals(0, cli.run("pack", "visits", "--out", "mine.jar"), cli.err);
        assertEquals("name: visits\n", Files.readString(cli.folder.resolve("mine.jar")));
        assertEquals(1, cli.run("pack", "visits", "--out", "absent/mine.jar"));
        assertTrue(cli.err.contains(cli.folder.resolve("absent") + " cannot be written"), cli.err);
        assertEquals(1, cli.run("pack", "visits", "--out", "visits"));
        assertEquals(1, cli.run("pack", "ports"));
        assertEquals(
                "opbrief: There is no folder " + cli.folder.resolve("ports")
                        + ": make one with opbrief new report ports\n",
                cli.err);
        assertEquals(1, cli.run("pack", "mine.jar"));
    }

    @Test
    void a_password_comes_from_a_file_a_variable_or_the_terminal_and_is_never_told() throws IOException {
        cli.file("visits/pack.yaml", "name: visits");
        cli.file("desk.p12", "");
        String[] line = {"pack", "visits", "--sign", "desk.p12"};
        assertEquals(1, cli.run(line));
        assertTrue(cli.err.contains("desk.p12 needs a password: name a file"), cli.err);
        assertFalse(Files.exists(cli.folder.resolve("org.example.visits-1.0.0.jar")));
        cli.answers.add("typed");
        assertEquals(0, cli.run(line));
        assertEquals("Password of desk.p12: ", cli.err);
        cli.environment.put("OPBRIEF_KEYSTORE_PASSWORD", "variable");
        assertEquals(0, cli.run(line));
        cli.file("secret", "from file", "more");
        String[] all = {"--alias", "desk", "--store-password-file", "secret", "--debug"};
        assertEquals(0, cli.run(Stream.concat(Stream.of(line), Stream.of(all)).toArray(String[]::new)));
        assertFalse((cli.out + cli.err).contains("from file"));
        assertEquals(
                List.of("desk.p12 - typed", "desk.p12 - variable", "desk.p12 desk from file"), cli.authoring.signers);
        assertEquals(1, cli.run("pack", "visits", "--sign", "absent.p12"));
        assertTrue(cli.err.contains("There is no keystore"), cli.err);
    }

    @Test
    void a_report_runs_from_a_folder() throws IOException {
        cli.run("import", cli.file("a.csv", "name", "x").toString(), "--as", "seizure");
        cli.file("visits/pack.yaml", "name: visits");
        assertEquals(0, cli.run("run", "--pack", "visits", "operation", "--format", "pdf", "--out", "O"), cli.err);
        assertEquals("O/operation-last-mile.pdf\nO/operation-last-mile.manifest.json\n", cli.out);
        assertEquals(List.of("pack-1.jar"), cli.installer.tried);
        cli.file("visits/pack.yaml", "name: wrong");
        assertEquals(1, cli.run("run", "--pack", "visits", "operation", "--out", "O"));
        assertEquals("""
                visits/pack.yaml, line 1: "name: wrong" is not right.
                opbrief: The pack has a problem, told above: mend it and run this again.
                """, cli.err);
        assertEquals(1, cli.installer.tried.size());
        assertEquals(0, cli.installer.open);
        assertEquals(0, cli.stores.open);
    }
}
