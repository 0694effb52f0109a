package org.opbrief.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opbrief.api.data.Approval;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.ImportRequest;
import org.opbrief.api.data.ImportResult;
import org.opbrief.api.data.Importer;
import org.opbrief.api.data.Progress;
import org.opbrief.importer.csv.CsvImporter;
import org.opbrief.importer.excel.ExcelImporter;
import org.opbrief.importer.json.JsonImporter;
import org.opbrief.importer.parquet.ParquetImporter;

/**
 * Thousands of damaged files, the same ones each time: whatever is imported adds up, whatever is not costs one sentence
 * and leaves nothing. {@code -Dmutations=N} makes so many of each file, {@code -Dmutations.seed=N} others.
 */
class MutatedFilesTest extends StoreTestCase {
    private static final int EACH = Integer.getInteger("mutations", 40);
    private static final long SEED = Long.getLong("mutations.seed", 1);
    private static final int SECONDS = 20;
    private static final int MOST_FAULTS = 30;
    private static final int LONGEST_SENTENCE = 1_500;
    private static final Set<String> USUAL =
            Set.of("opbrief.duckdb", "opbrief.duckdb.wal", ".lock", "sources", "mappings");

    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "import");
        thread.setDaemon(true);
        return thread;
    });

    private final List<String> faults = new ArrayList<>();
    private int imported;
    private int all;
    private int refused;

    @Override
    List<Importer> importers() {
        return List.of(new CsvImporter(), new ExcelImporter(), new JsonImporter(), new ParquetImporter());
    }

    @Test
    void every_damaged_file_is_imported_whole_or_refused_with_a_sentence() throws Exception {
        for (Map.Entry<String, byte[]> sound : SoundFiles.all(temp).entrySet()) {
            Path file = temp.resolve(sound.getKey());
            Files.write(file, sound.getValue());
            offer(file, "sound");
            assertEquals(1, imported, sound.getKey() + faults);
            Random random = new Random(SEED * 31 + sound.getKey().hashCode());
            for (int round = 0; round < EACH && faults.size() < MOST_FAULTS; round++) {
                Mutation mutation = Mutation.values()[random.nextInt(Mutation.values().length)];
                Files.write(file, mutation.of(sound.getValue(), random));
                offer(file, mutation + " " + round);
            }
            all += imported;
            imported = 0;
        }
        assertEquals("", String.join("\n", faults));
        assertTrue(all > EACH && refused > EACH, all + " imported, " + refused + " refused");
    }

    private void offer(Path file, String what) throws Exception {
        try {
            try {
                check(worker.submit(() -> store.importFile(request(file))).get(SECONDS, TimeUnit.SECONDS));
                imported++;
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof ImportException)) {
                    throw new AssertionError("It fails otherwise: " + e.getCause(), e.getCause());
                }
                checkSentence(e.getCause().getMessage());
                refused++;
            } catch (TimeoutException e) {
                fail("It still runs after " + SECONDS + " s");
            }
            checkNothingIsLeft();
        } catch (AssertionError e) {
            faults.add(file.getFileName() + ", " + what + ": " + e.getMessage());
            Path kept = Path.of("target", "mutated-" + faults.size() + "-" + file.getFileName());
            Files.copy(file, kept, StandardCopyOption.REPLACE_EXISTING);
            for (Batch left : store.batches()) {
                store.remove(left.id());
            }
        }
    }

    private static ImportRequest request(Path file) {
        return new ImportRequest(file, Sets.seizure(), DAY, Set.of(), Progress.NONE).approvedBy(Approval.ALWAYS);
    }

    private void check(ImportResult result) throws Exception {
        Batch batch = result.batch();
        assertEquals(batch.rowsRead(), batch.rowsAccepted() + batch.rowsRejected());
        assertEquals(List.of(String.valueOf(batch.rowsAccepted())), rows("SELECT count(*) FROM seizure"));
        assertEquals(
                batch.rowsRejected(), store.rejects(batch.id(), 0, 1_000_000).size());
        assertEquals(Set.of(batch.sha256()), sources());
        result.notes().forEach(MutatedFilesTest::checkSentence);
        result.problems().forEach(problem -> checkSentence(problem.at(batch.place()) + "."));
        store.remove(batch.id());
    }

    private static void checkSentence(String sentence) {
        assertTrue(sentence.matches("(?s)\\S.*[.?]"), sentence);
        assertTrue(sentence.length() < LONGEST_SENTENCE, sentence);
        assertTrue(sentence.chars().noneMatch(Character::isISOControl), sentence);
        String own = sentence.replaceAll("\"[^\"]*\"", "");
        assertFalse(own.matches("(?s).*(Exception|\\bnull\\b|Error:|org\\.|java\\.|\\.java).*"), sentence);
    }

    private void checkNothingIsLeft() throws Exception {
        assertEquals(List.of(), store.batches());
        assertEquals(Set.of(), sources());
        try (Stream<Path> entries = Files.list(folder())) {
            List<String> left = entries.map(entry -> entry.getFileName().toString())
                    .filter(entry -> !USUAL.contains(entry))
                    .toList();
            assertEquals(List.of(), left);
        }
    }
}
