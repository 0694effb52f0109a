package org.opbrief.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.opbrief.api.data.Batch;

/** Processes that import are killed at random moments; afterwards each batch is whole or absent. */
class CrashTest extends StoreTestCase {
    private static final int KILLS = 20;
    private static final int ROWS = 2000;
    private static final int REJECTED = 20;
    private static final Pattern DONE = Pattern.compile("(imported|removed) (\\d+)");

    @Test
    void a_killed_import_leaves_each_batch_whole_or_absent() throws Exception {
        Random random = new Random(20230501);
        Path scratch = Files.createDirectory(temp.resolve("scratch"));
        int batches = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            store.close();
            OtherProcess.Running running = OtherProcess.start("import", folder(), scratch);
            // counted in imports, so that a slow machine is killed in the midst of one too
            running.await("opened", 1);
            running.await("imported", random.nextInt(4));
            Thread.sleep(random.nextInt(200));
            assertTrue(running.process().isAlive(), "the process ended by itself: " + running.told());
            String told = running.kill();
            store = open();
            assertWhole(told);
            batches = store.batches().size();
            Workspace.deleteTree(temp.resolve("tmp"));
        }
        assertTrue(batches > KILLS / 2, "too few batches to prove anything: " + batches);
    }

    private void assertWhole(String told) throws Exception {
        List<Batch> batches = store.batches();
        Set<String> hashes = new HashSet<>();
        for (Batch batch : batches) {
            assertEquals(ROWS, batch.rowsRead());
            assertEquals(REJECTED, batch.rowsRejected());
            assertEquals(REJECTED, store.rejects(batch.id(), 0, ROWS).size());
            hashes.add(batch.sha256());
            byte[] source = Files.readAllBytes(folder().resolve("sources/" + batch.sha256()));
            assertEquals(
                    batch.sha256(),
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(source)));
        }
        assertEquals(hashes, sources());
        assertEquals(
                batches.stream()
                        .map(batch -> batch.id() + "|" + batch.rowsAccepted())
                        .toList(),
                batches.isEmpty() ? List.of() : rows("SELECT _batch, count(*) FROM seizure GROUP BY 1 ORDER BY 1"));
        Set<Long> promised = new TreeSet<>();
        Matcher done = DONE.matcher(told);
        while (done.find()) {
            long id = Long.parseLong(done.group(2));
            if (done.group(1).equals("imported") && id % 3 != 0) {
                promised.add(id);
            }
        }
        assertTrue(batches.stream().map(Batch::id).toList().containsAll(promised), "a told batch is lost: " + promised);
    }

    /** A file of which one row in a hundred is rejected. */
    static Path write(Path file, long number) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(HEADER);
            for (int row = 0; row < ROWS; row++) {
                out.write("S" + number + "-" + row + ",IA," + (row % 100 == 7 ? "never" : "2022-06-01") + ",ice,1."
                        + row % 1000 + "," + row + "\n");
            }
        }
        return file;
    }
}
