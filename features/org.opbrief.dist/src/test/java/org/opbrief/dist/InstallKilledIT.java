package org.opbrief.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed at any moment of an install, the packs are those before it or those after it. */
class InstallKilledIT {

    private static final int TIMES = 20;

    @TempDir
    private Path folder;

    @Test
    void anInstallThatIsKilledIsDoneOrNotDone() throws Exception {
        Workspace workspace = Workspace.in(folder.resolve("W"));
        // of a size that takes a moment to copy
        byte[] noise = new byte[4 << 20];
        new Random(1).nextBytes(noise);
        Path[] jars = new Path[2];
        for (int i = 0; i < jars.length; i++) {
            jars[i] = PackJar.visits("1." + i + ".0")
                    .entry("OPBRIEF-INF/noise.bin", noise)
                    .write(folder.resolve("visits-" + i + ".jar"));
        }
        workspace.does("install", jars[0]);
        long start = System.nanoTime();
        workspace.does("install", jars[1], "--yes");
        long whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);

        Random random = new Random(20);
        int done = 0;
        int current = 1;
        for (int i = 0; i < TIMES; i++) {
            int other = 1 - current;
            String before = Files.readString(workspace.lock());
            Process process = Distribution.get()
                    .start(
                            Path.of(""),
                            Map.of(),
                            folder.resolve("out"),
                            folder.resolve("err"),
                            "--workspace",
                            workspace.folder(),
                            "install",
                            "--yes",
                            jars[other]);
            process.waitFor(whole / 3 + random.nextLong(whole * 2 / 3), TimeUnit.MILLISECONDS);
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
            boolean changed = !Files.readString(workspace.lock()).equals(before);
            if (changed) {
                done++;
                current = other;
            }
            assertPresent(workspace, jars[current]);
            if (i % 5 == 0) {
                assertListed(workspace, current);
            }
        }
        assertTrue(done < TIMES, "No install was killed before its end: the moments are chosen badly");
        workspace.does("install", "--yes", jars[1 - current]);
        assertListed(workspace, 1 - current);
        workspace.does("packs", "prune");
        try (var left = Files.list(workspace.folder().resolve("packs"))) {
            assertEquals(
                    1,
                    left.filter(file -> Files.isRegularFile(file) && !file.equals(workspace.lock()))
                            .count());
        }
    }

    /** The list of packs names this one, and its file is whole. */
    private static void assertPresent(Workspace workspace, Path jar) throws Exception {
        String sha256 = Snapshot.sha256(jar);
        assertTrue(Files.readString(workspace.lock()).contains(sha256));
        try (var files = Files.list(workspace.folder().resolve("packs"))) {
            Path file = files.filter(each -> each.toString().endsWith("-" + sha256.substring(0, 12) + ".jar"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(sha256, Snapshot.sha256(file));
        }
    }

    private static void assertListed(Workspace workspace, int minor) throws Exception {
        String listed = workspace.does("packs");
        assertTrue(listed.matches("(?s).*org.example.visits +1\\." + minor + "\\.0 +installed .*"), listed);
    }
}
