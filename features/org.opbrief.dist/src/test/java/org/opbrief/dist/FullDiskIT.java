package org.opbrief.dist;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that becomes full gives one sentence and exit code 1, and leaves everything as it was. */
class FullDiskIT {

    @TempDir
    private static Path folder;

    private static Path sample;
    private static Path small;
    private static Path workspace;

    @BeforeAll
    static void importSomething() throws Exception {
        sample = folder.resolve("sample");
        assertEquals(0, Distribution.get().run("sample", sample, "--scale", "8").exitCode());
        small = Distribution.firstLines(sample.resolve("seizures.csv"), 500, folder.resolve("small.csv"));
        workspace = folder.resolve("W");
        imported(workspace, small, 0);
    }

    @Test
    void anImportOntoAFullDisk() throws Exception {
        // too small for the copy of the file, for what is made of it, and for its rows
        for (int kilobytes : new int[] {6_000, 14_000, 20_000}) {
            try (SmallDisk disk = SmallDisk.mounted(folder.resolve("disk"), kilobytes)) {
                Path there = disk.folder().resolve("W");
                imported(there, small, 0);
                Map<String, String> before = Snapshot.of(there);
                Distribution.Result result = imported(there, sample.resolve("seizures.csv"), 1);
                assertFull(result, there);
                assertEquals(before, Snapshot.of(there), kilobytes + " kB");
            }
        }
    }

    @Test
    void aFirstImportOntoAFullDiskLeavesNoWorkspace() throws Exception {
        try (SmallDisk disk = SmallDisk.mounted(folder.resolve("disk"), 1_000)) {
            assertFull(imported(disk.folder().resolve("W"), sample.resolve("seizures.csv"), 1), disk.folder());
            assertEquals(Map.of("", "folder"), Snapshot.of(disk.folder()));
        }
    }

    @Test
    void aRunIntoAFolderOnAFullDisk() throws Exception {
        try (SmallDisk disk = SmallDisk.mounted(folder.resolve("disk"), 20)) {
            Path output = Files.createDirectory(disk.folder().resolve("O"));
            Files.writeString(output.resolve("hello.pdf"), "an earlier one");
            Map<String, String> before = Snapshot.of(disk.folder());
            Map<String, String> workspaceBefore = Snapshot.of(workspace);
            Distribution.Result result =
                    Distribution.get().run("--workspace", workspace, "run", "hello", "--out", output);
            assertFull(result, output);
            assertEquals(before, Snapshot.of(disk.folder()));
            assertEquals(workspaceBefore, Snapshot.of(workspace));
        }
    }

    @Test
    void aRunFromAWorkspaceOnAFullDiskWritesNothingThere() throws Exception {
        try (SmallDisk disk = SmallDisk.mounted(folder.resolve("disk"), 6_000)) {
            Path there = disk.folder().resolve("W");
            imported(there, small, 0);
            disk.fill();
            Map<String, String> before = Snapshot.of(disk.folder());
            Path output = folder.resolve("elsewhere");
            Distribution.Result elsewhere =
                    Distribution.get().run("--workspace", there, "run", "hello", "--out", output);
            assertEquals(0, elsewhere.exitCode(), elsewhere.err());
            assertTrue(Files.exists(output.resolve("hello.pdf")));
            assertEquals(before, Snapshot.of(disk.folder()));
            assertFull(Distribution.get().run("--workspace", there, "run", "hello"), there);
            assertEquals(before, Snapshot.of(disk.folder()));
        }
    }

    private static Distribution.Result imported(Path into, Path file, int exitCode) throws Exception {
        Distribution.Result result = Distribution.get().run("--workspace", into, "import", file, "--as", "seizure");
        assertEquals(exitCode, result.exitCode(), result.err());
        return result;
    }

    private static void assertFull(Distribution.Result result, Path where) {
        assertAll(
                () -> assertEquals(1, result.exitCode(), result.err()),
                () -> assertEquals(1, result.complaint().lines().count(), result.err()),
                () -> assertTrue(result.complaint().contains(" is full"), result.err()),
                () -> assertTrue(result.complaint().contains(where.toString()), result.err()),
                () -> assertTrue(result.complaint().toLowerCase().contains("free some space"), result.err()));
    }
}
