package org.opbrief.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    private Console console(OutputStream out) {
        return new Console(out, errors, false, new TerminalKeyboard());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @Timeout(20)
    void it_runs_again_when_a_file_has_changed_and_goes_on_after_a_failure() {
        Path file = write(folder.resolve("report.yaml"), "0");
        Watch watch = new Watch(console(OutputStream.nullOutputStream()), new WatchedFolder(folder, List.of()));
        List<String> seen = new ArrayList<>();
        watch.run(() -> {
            seen.add(read(file));
            // somebody saves while it runs
            write(file, "0".repeat(seen.size() + 1));
            if (seen.size() == 2) {
                throw new CommandException("It is wrong.");
            }
            if (seen.size() == 3) {
                new Thread(watch::end).start();
            }
        });
        assertEquals(List.of("0", "00", "000"), seen);
        String said = errors.toString(StandardCharsets.UTF_8);
        assertTrue(said.contains("opbrief: It is wrong.\nNot written; waiting for changes in " + folder), said);
        assertEquals(
                2, said.lines().filter(line -> line.startsWith("Written in ")).count(), said);
    }

    @Test
    @Timeout(20)
    void it_ends_when_nobody_reads_its_output() {
        Console console = console(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        });
        List<String> rounds = new ArrayList<>();
        new Watch(console, new WatchedFolder(folder, List.of())).run(() -> {
            rounds.add("round");
            console.line("written");
        });
        assertEquals(1, rounds.size());
    }

    @Test
    void what_editors_and_runs_write_in_passing_does_not_count() throws IOException {
        WatchedFolder watched = new WatchedFolder(folder, List.of(folder.resolve("out")));
        Files.createDirectories(folder.resolve("out"));
        Files.createDirectories(folder.resolve(".git"));
        for (String name : new String[] {"out/x.pdf", ".git/HEAD", ".report.yaml.swp", "report.yaml~", "report.yaml"}) {
            Files.writeString(folder.resolve(name), "x");
        }
        assertEquals(
                List.of(folder.resolve("report.yaml")),
                List.copyOf(watched.state().keySet()));
    }
}
