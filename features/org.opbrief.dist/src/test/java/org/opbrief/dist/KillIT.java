package org.opbrief.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed at any moment: the workspace opens, the batch is whole or absent, and nothing stays in the way. */
class KillIT {

    private static final int TIMES = 20;

    @TempDir
    private Path folder;

    @Test
    void anImportThatIsKilledLeavesItsBatchWholeOrAbsent() throws Exception {
        Distribution opbrief = Distribution.get();
        Path sample = folder.resolve("sample");
        assertEquals(0, opbrief.run("sample", sample, "--scale", "4").exitCode());
        Path file = sample.resolve("seizures.csv");
        long rows;
        try (var lines = Files.lines(file)) {
            rows = lines.count() - 1;
        }
        long start = System.nanoTime();
        Path timed = folder.resolve("timed");
        assertEquals(
                0,
                opbrief.run("--workspace", timed, "import", file, "--as", "seizure")
                        .exitCode());
        long whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);

        Random random = new Random(20);
        int absent = 0;
        for (int i = 0; i < TIMES; i++) {
            Path workspace = folder.resolve("W" + i);
            Process process = opbrief.start(
                    Path.of(""),
                    Map.of(),
                    folder.resolve("out"),
                    folder.resolve("err"),
                    "--workspace",
                    workspace,
                    "import",
                    file,
                    "--as",
                    "seizure");
            process.waitFor(whole / 4 + random.nextLong(whole), TimeUnit.MILLISECONDS);
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
            if (!Files.exists(workspace.resolve("opbrief.duckdb"))) {
                absent++;
                continue;
            }
            var batches = opbrief.run("--workspace", workspace, "data", "batches", "--json");
            assertEquals(0, batches.exitCode(), batches.err());
            Matcher accepted =
                    Pattern.compile("\"rowsAccepted\"\\s*:\\s*(\\d+)").matcher(batches.out());
            if (accepted.find()) {
                assertEquals(rows, Long.parseLong(accepted.group(1)));
                try (var sources = Files.list(workspace.resolve("sources"))) {
                    assertEquals(1, sources.count());
                }
            } else {
                absent++;
                var again = opbrief.run("--workspace", workspace, "import", file, "--as", "seizure");
                assertEquals(0, again.exitCode(), again.err());
            }
        }
        assertTrue(absent > 0, "No import was killed before its end: the moments are chosen badly");
    }

    @Test
    void aRunThatIsKilledLeavesNothingThatTheNextOneDoesNotClear() throws Exception {
        Distribution opbrief = Distribution.get();
        Path workspace = folder.resolve("W");
        Path output = folder.resolve("O");
        assertEquals(
                0,
                opbrief.run("--workspace", workspace, "demo", "--out", output).exitCode());
        Map<String, String> whole = Snapshot.of(output);
        int left = 0;
        for (int i = 0; i < 3; i++) {
            Process process = opbrief.start(
                    Path.of(""),
                    Map.of(),
                    folder.resolve("out"),
                    folder.resolve("err"),
                    "--workspace",
                    workspace,
                    "run",
                    "operation",
                    "--out",
                    output);
            while (process.isAlive() && hidden(output) == 0) {
                Thread.sleep(1);
            }
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
            left += hidden(output) > 0 ? 1 : 0;
        }
        assertTrue(left > 0, "No run was killed while it wrote: the moments are chosen badly");
        assertEquals(
                0,
                opbrief.run("--workspace", workspace, "run", "operation", "--out", output)
                        .exitCode());
        assertEquals(whole, Snapshot.of(output));
    }

    private static long hidden(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith("."))
                    .count();
        }
    }
}
