package org.opbrief.dist;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that may not grow, as those on a disk that is full: one sentence, exit code 1, everything as it was. Any user
 * may set such a limit, so that this runs wherever {@link FullDiskIT} cannot.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
class FileLimitIT {

    @TempDir
    private static Path folder;

    private static Path sample;
    private static Path workspace;

    @BeforeAll
    static void importSomething() throws Exception {
        Distribution opbrief = Distribution.get();
        sample = folder.resolve("sample");
        assertEquals(0, opbrief.run("sample", sample, "--scale", "8").exitCode());
        Path small = Distribution.firstLines(sample.resolve("seizures.csv"), 500, folder.resolve("small.csv"));
        workspace = folder.resolve("W");
        assertEquals(
                0,
                opbrief.run("--workspace", workspace, "import", small, "--as", "seizure")
                        .exitCode());
        // the caches are as they are for anyone who does not start for the first time
        assertEquals(
                0,
                opbrief.run("--workspace", workspace, "run", "hello", "--out", folder.resolve("first"))
                        .exitCode());
    }

    @Test
    void anImportThatMayNotWriteItsFiles() throws Exception {
        for (int kilobytes : new int[] {3_000, 1_000}) {
            Map<String, String> before = Snapshot.of(workspace);
            Distribution.Result result = Distribution.get()
                    .limited(
                            kilobytes,
                            "--workspace",
                            workspace,
                            "import",
                            sample.resolve("seizures.csv"),
                            "--as",
                            "seizure");
            assertLimit(result, workspace);
            assertEquals(before, Snapshot.of(workspace));
        }
    }

    @Test
    void aRunThatMayNotWriteItsFiles() throws Exception {
        Path output = Files.createDirectory(folder.resolve("O"));
        Files.writeString(output.resolve("hello.pdf"), "an earlier one");
        Map<String, String> before = Snapshot.of(output);
        Map<String, String> workspaceBefore = Snapshot.of(workspace);
        assertLimit(Distribution.get().limited(8, "--workspace", workspace, "run", "hello", "--out", output), output);
        assertEquals(before, Snapshot.of(output));
        assertEquals(workspaceBefore, Snapshot.of(workspace));
    }

    private static void assertLimit(Distribution.Result result, Path where) {
        assertAll(
                () -> assertEquals(1, result.exitCode(), result.err()),
                () -> assertEquals(1, result.complaint().lines().count(), result.err()),
                () -> assertTrue(result.complaint().contains("larger than the system allows"), result.err()),
                () -> assertTrue(result.complaint().contains(where.toString()), result.err()),
                () -> assertTrue(result.complaint().contains("ulimit -f"), result.err()));
    }
}
