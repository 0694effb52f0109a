package org.opbrief.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.ImportRequest;
import org.opbrief.api.data.ImportResult;
import org.opbrief.api.data.Progress;
import org.opbrief.api.data.Store;
import org.opbrief.api.data.StoreException;
import org.opbrief.importer.csv.CsvImporter;
import org.opbrief.mapping.WorkspaceMappings;

/** A disk that is full in the midst of an import, or cannot be written; needs the right to mount one. */
class FullDiskTest {

    @TempDir
    Path temp;

    private Path disk;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(temp.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", disk.toString()), "cannot mount a small disk");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", disk.toString());
    }

    @Test
    void a_full_disk_is_one_sentence_and_the_workspace_stays_as_it_was() throws Exception {
        Path folder = disk.resolve("workspace");
        Path small = seizures("small.csv", 100, "s");
        Batch kept;
        try (Store store = open(folder)) {
            kept = load(store, small).batch();
        }
        // from one whose copy does not fit to one whose rows just do not
        byte[] before = Files.readAllBytes(folder.resolve("opbrief.duckdb"));
        for (int rows : new int[] {400_000, 150_000, 100_000, 80_000}) {
            Path large = seizures("large.csv", rows, "l");
            try (Store store = open(folder)) {
                StoreException refused = assertThrows(StoreException.class, () -> load(store, large), rows + " rows");
                assertEquals(
                        "Cannot import large.csv: the disk that holds the workspace " + folder
                                + " is full; free some space and try again. Nothing was changed.",
                        refused.getMessage());
                assertAsBefore(store, kept);
            }
            assertArrayEquals(before, Files.readAllBytes(folder.resolve("opbrief.duckdb")), rows + " rows");
            assertFalse(Files.exists(folder.resolve("opbrief.duckdb.wal")), rows + " rows");
            try (Store store = open(folder)) {
                assertAsBefore(store, kept);
            }
        }
    }

    @Test
    void a_disk_that_cannot_be_written_is_one_sentence() throws Exception {
        assumeTrue(run("mount", "-o", "remount,ro", disk.toString()));
        Path folder = disk.resolve("workspace");
        String reason = " the workspace " + folder
                + " cannot be written; ask for the right to write there or name another workspace.";
        assertEquals(
                "Cannot make a workspace:" + reason,
                assertThrows(StoreException.class, () -> open(folder)).getMessage());
        run("mount", "-o", "remount,rw", disk.toString());
        open(folder).close();
        run("mount", "-o", "remount,ro", disk.toString());
        assertEquals(
                "Cannot lock the workspace:" + reason,
                assertThrows(StoreException.class, () -> open(folder)).getMessage());
    }

    private static void assertAsBefore(Store store, Batch kept) throws Exception {
        assertEquals(List.of(kept), store.batches());
        assertEquals(100L, store.<Long>read("SELECT count(*) FROM seizure", List.of(), results -> {
            results.next();
            return results.getLong(1);
        }));
        try (var sources = Files.list(store.workspace().resolve("sources"))) {
            assertEquals(
                    List.of(kept.sha256()),
                    sources.map(path -> path.getFileName().toString()).toList());
        }
    }

    private static Store open(Path folder) throws StoreException {
        return new WorkspaceStores(new WorkspaceMappings(), List.of(new CsvImporter())).open(folder);
    }

    private static ImportResult load(Store store, Path file) throws Exception {
        return store.importFile(
                new ImportRequest(file, Sets.seizure(), LocalDate.of(2023, 5, 1), Set.of(), Progress.NONE));
    }

    private Path seizures(String name, int rows, String prefix) throws IOException {
        Path file = temp.resolve(name);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(StoreTestCase.HEADER);
            for (int row = 0; row < rows; row++) {
                out.write(prefix + row * 7919L + "-" + Integer.toHexString(row * 31) + ",IA,2022-06-01,ice," + row % 97
                        + "." + row % 1000 + "," + row + "\n");
            }
        }
        return file;
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
