package org.opbrief.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.ImportRequest;
import org.opbrief.api.data.ImportRequest.Option;
import org.opbrief.api.data.ImportResult;
import org.opbrief.api.data.ImportResult.Outcome;
import org.opbrief.api.data.StoreException;

class ImportTest extends StoreTestCase {
    private static final String TWO = HEADER + "S1,IA,2022-06-01,Fentanyl,1.25,\nS2,,2022-06-02,ICE,,400\n";

    @Test
    void rows_are_stored_typed_with_batch_and_line() throws Exception {
        ImportResult result = load(TWO);
        assertEquals(Outcome.IMPORTED, result.outcome());
        assertEquals(List.of(), result.problems());
        assertEquals(
                List.of("Words of drug were read as values of drug: \"ICE\" (1 row) as methamphetamine."),
                result.notes());
        assertEquals(
                List.of("S1|IA|2022-06-01|fentanyl|1.250|null|1|2", "S2|null|2022-06-02|methamphetamine|null|400|1|3"),
                rows("SELECT * FROM seizure ORDER BY _line"));
        assertEquals(
                List.of("VARCHAR|VARCHAR|DATE|VARCHAR|DECIMAL(18,3)|BIGINT|BIGINT|BIGINT"),
                rows("SELECT typeof(seizure_id), typeof(state), typeof(seized), typeof(drug), typeof(mass_kg),"
                        + " typeof(units), typeof(_batch), typeof(_line) FROM seizure LIMIT 1"));
    }

    @Test
    void a_batch_says_what_was_imported_and_survives_a_restart() throws Exception {
        Path file = file("seizures.csv", TWO);
        Batch batch = load(Sets.seizure(), file).batch();
        assertEquals(1, batch.id());
        assertEquals("seizure", batch.dataSet());
        assertEquals("seizures.csv", batch.file());
        assertEquals(Files.size(file), batch.bytes());
        assertEquals(DAY, batch.asOf());
        assertEquals("CSV, UTF-8, comma, 6 columns", batch.form());
        assertEquals(2, batch.rowsRead());
        assertEquals(2, batch.rowsAccepted());
        assertEquals(0, batch.rowsRejected());
        assertEquals(NOW, batch.imported());
        assertEquals(Set.of(batch.sha256()), sources());
        assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(folder().resolve("sources/" + batch.sha256())));
        reopen();
        assertEquals(List.of(batch), store.batches());
        assertEquals(List.of("2"), rows("SELECT count(*) FROM seizure"));
    }

    @Test
    void each_row_that_breaks_a_rule_is_rejected_with_line_column_value_and_reason() throws Exception {
        ImportResult result = load(HEADER
                + "S1,IA,2022-06-01,fentanyl,1.25,\n"
                + ",IA,2022-06-01,fentanyl,1.25,\n"
                + "S3,IA,1 June,fentanyl,1.25,\n"
                + "S4,IA,2022-06-01,flour,1.25,\n"
                + "S5,IA,2022-06-01,fentanyl,much,\n"
                + "S6,IA,2022-06-01,fentanyl,-1,\n"
                + "S7,IA,2022-06-01,fentanyl,,1.5\n"
                + "S8,IA,2022-06-01,fentanyl, ,\n"
                + "S9,IA,2022-06-01,,x,y\n"
                + "S10,IA\n"
                + "S1,IA,2022-06-01,fentanyl,1.25,\n");
        assertEquals(
                List.of(
                        "line 3, column seizure_id: is empty, but a value is required",
                        "line 4, column seized, value \"1 June\": is not a date like 2023-05-01",
                        "line 5, column drug, value \"flour\": is not one of fentanyl, methamphetamine, other",
                        "line 6, column mass_kg, value \"much\": is not a number like 1234.5",
                        "line 7, column mass_kg, value \"-1\": is less than 0",
                        "line 8, column units, value \"1.5\": is not a whole number like 1234",
                        "line 9: has neither a mass nor a number of units",
                        "line 10, column drug: is empty, but a value is required; also column mass_kg, value \"x\":"
                                + " is not a number like 1234.5; also column units, value \"y\": is not a whole number"
                                + " like 1234",
                        "line 11: has 2 fields where the header has 6",
                        "line 12, column seizure_id, value \"S1\": is already in line 2"),
                result.problems().stream().map(Object::toString).toList());
        assertEquals(11, result.batch().rowsRead());
        assertEquals(1, result.batch().rowsAccepted());
        assertEquals(10, result.batch().rowsRejected());
        assertEquals(List.of("S1"), rows("SELECT seizure_id FROM seizure"));
        assertEquals(result.problems(), store.rejects(1, 0, 100));
        assertEquals(result.problems().subList(3, 5), store.rejects(1, 3, 2));
    }

    @Test
    void a_result_shows_the_first_problems_and_the_store_has_all() throws Exception {
        StringBuilder text = new StringBuilder(HEADER);
        for (int index = 0; index < 50; index++) {
            text.append("S").append(index).append(",IA,never,fentanyl,1,\n");
        }
        assertEquals(20, load(text.toString()).problems().size());
        assertEquals(50, store.rejects(1, 0, 1000).size());
    }

    @Test
    void strict_refuses_the_whole_file_and_keeps_nothing() throws Exception {
        ImportResult result = load(TWO + "S3,IA,never,fentanyl,1,\n", Option.STRICT);
        assertEquals(Outcome.REFUSED, result.outcome());
        assertEquals(0, result.batch().id());
        assertEquals(1, result.batch().rowsRejected());
        assertEquals(1, result.problems().size());
        assertNothingKept();
        assertEquals(Outcome.IMPORTED, load(TWO, Option.STRICT).outcome());
    }

    @Test
    void a_dry_run_checks_and_keeps_nothing() throws Exception {
        ImportResult result = load(TWO + "S3,IA,never,fentanyl,1,\n", Option.DRY_RUN);
        assertEquals(Outcome.CHECKED, result.outcome());
        assertEquals(2, result.batch().rowsAccepted());
        assertEquals(1, result.problems().size());
        assertNothingKept();
        assertEquals(1, load(TWO).batch().id());
    }

    @Test
    void the_same_content_is_refused_again_in_the_same_data_set() throws Exception {
        load(TWO);
        ImportException refused =
                assertThrows(ImportException.class, () -> load(Sets.seizure(), file("other name.csv", TWO)));
        assertEquals(
                "other name.csv was imported already: batch 1 (seizures.csv, as of 2023-05-01) of seizure has the same"
                        + " content; remove that batch first to import it anew.",
                refused.getMessage());
        assertEquals(1, store.batches().size());
    }

    @Test
    void a_key_that_an_earlier_batch_has_is_rejected_and_the_other_row_is_named() throws Exception {
        load(TWO);
        ImportResult second =
                load(Sets.seizure(), file("more.csv", HEADER + "S2,,2022-07-01,meth,,7\nS3,,2022-07-01,meth,,7\n"));
        assertEquals(
                List.of("line 2, column seizure_id, value \"S2\": is already in line 3 of batch 1 (seizures.csv)"),
                second.problems().stream().map(Object::toString).toList());
        assertEquals(List.of("S1", "S2", "S3"), rows("SELECT seizure_id FROM seizure ORDER BY 1"));
        assertEquals(List.of("400"), rows("SELECT units FROM seizure WHERE seizure_id = 'S2'"));
    }

    @Test
    void removing_a_batch_removes_rows_rejects_and_source() throws Exception {
        load(TWO + "S3,IA,never,fentanyl,1,\n");
        Batch second = load(Sets.seizure(), file("more.csv", HEADER + "S3,,2022-07-01,meth,,7\n"))
                .batch();
        store.remove(1);
        assertEquals(List.of(second), store.batches());
        assertEquals(List.of(), store.rejects(1, 0, 10));
        assertEquals(List.of("S3"), rows("SELECT seizure_id FROM seizure"));
        assertEquals(Set.of(second.sha256()), sources());
        StoreException unknown = assertThrows(StoreException.class, () -> store.remove(1));
        assertTrue(unknown.getMessage().startsWith("There is no batch 1 in the workspace "), unknown.getMessage());
        assertEquals(3, load(TWO).batch().id());
    }

    @Test
    void a_source_that_two_batches_share_stays_until_the_last_is_removed() throws Exception {
        var other = Sets.of(
                "other", List.of(), List.of(), Sets.seizure().columns().toArray(org.opbrief.api.data.Column[]::new));
        Batch first = load(TWO).batch();
        load(other, temp.resolve("seizures.csv"));
        store.remove(1);
        assertEquals(Set.of(first.sha256()), sources());
        store.remove(2);
        assertEquals(Set.of(), sources());
    }

    @Test
    void the_text_of_a_record_is_found_with_its_line_ends() throws Exception {
        load(HEADER + "S1,\"Io\r\nwa\",2022-06-01,fentanyl,1,\r\n\r\nS2,IA,never,meth,,1\rS3,é,2022-06-01,ice,,1");
        assertEquals(Optional.of("S1,\"Io\r\nwa\",2022-06-01,fentanyl,1,"), store.sourceRecord(1, 2));
        assertEquals(Optional.of("S2,IA,never,meth,,1"), store.sourceRecord(1, 5));
        assertEquals(Optional.of("S3,é,2022-06-01,ice,,1"), store.sourceRecord(1, 6));
        assertEquals(Optional.of("S1,\"Io\r\nwa\",2022-06-01,fentanyl,1,"), store.sourceRecord(1, 2));
        assertEquals(Optional.empty(), store.sourceRecord(1, 3));
        assertEquals(Optional.empty(), store.sourceRecord(1, 99));
        assertEquals(Optional.empty(), store.sourceRecord(7, 2));
    }

    @Test
    void the_texts_of_many_records_are_found_forwards_and_backwards() throws Exception {
        StringBuilder text = new StringBuilder(HEADER);
        int records = 10_000;
        for (int index = 0; index < records; index++) {
            text.append("S")
                    .append(index)
                    .append(",\"I\nA\",2022-06-01,ice,,")
                    .append(index)
                    .append('\n');
        }
        load(text.toString());
        for (int index = 0; index < records; index++) {
            assertEquals(
                    Optional.of("S" + index + ",\"I\nA\",2022-06-01,ice,," + index),
                    store.sourceRecord(1, 2 + 2L * index));
        }
        for (int index = records - 1; index >= 0; index -= 997) {
            assertEquals(
                    Optional.of("S" + index + ",\"I\nA\",2022-06-01,ice,," + index),
                    store.sourceRecord(1, 2 + 2L * index));
        }
    }

    @Test
    void no_scratch_is_left() throws Exception {
        load(TWO);
        assertFalse(Files.exists(folder().resolve(".staging")));
        store.close();
        try (var entries = Files.list(folder())) {
            assertEquals(
                    List.of(".lock", "opbrief.duckdb", "sources"),
                    entries.map(entry -> entry.getFileName().toString())
                            .sorted()
                            .toList());
        }
    }

    private void assertNothingKept() throws Exception {
        assertEquals(List.of(), store.batches());
        assertEquals(Set.of(), sources());
        assertThrows(StoreException.class, () -> rows("SELECT * FROM seizure"));
        assertEquals(List.of(), store.rejects(1, 0, 10));
    }

    @Test
    void a_large_file_that_is_only_checked_or_refused_leaves_every_byte_as_it_was() throws Exception {
        load(TWO);
        reopen();
        Map<String, String> before = contents();
        StringBuilder large = new StringBuilder(HEADER);
        for (int row = 0; row < 260_000; row++) {
            large.append('L')
                    .append(row * 7919L)
                    .append(",IA,2022-06-01,ice,")
                    .append(row % 977)
                    .append(",\n");
        }
        assertEquals(260_000, load(large.toString(), Option.DRY_RUN).batch().rowsAccepted());
        large.append("L0,IA,2022-06-01,ice,1,\n");
        assertEquals(Outcome.REFUSED, load(large.toString(), Option.STRICT).outcome());
        reopen();
        assertEquals(before, contents());
        assertEquals(260_000, load(large.toString()).batch().rowsAccepted());
        reopen();
        assertEquals(List.of("260002"), rows("SELECT count(*) FROM seizure"));
    }

    @Test
    void progress_tells_what_is_true_of_each_outcome() throws Exception {
        String bad = TWO + ",IA,2022-06-01,fentanyl,1,\n";
        List<String> start = List.of("copying a.csv", "reading a.csv", "checking a.csv");
        assertEquals(with(start, "checked a.csv; nothing was stored"), steps(TWO, Option.DRY_RUN));
        assertEquals(
                with(start, "looking at rejected rows of a.csv", "refused a.csv; nothing was stored"),
                steps(bad, Option.STRICT));
        assertEquals(with(start, "storing a.csv", "imported a.csv"), steps(TWO));
    }

    private List<String> steps(String content, Option... options) throws Exception {
        List<String> steps = new ArrayList<>();
        store.importFile(new ImportRequest(
                file("a.csv", content), Sets.seizure(), DAY, Set.of(options), (step, fraction) -> steps.add(step)));
        return steps.stream().distinct().toList();
    }

    private static List<String> with(List<String> start, String... more) {
        return Stream.concat(start.stream(), Stream.of(more)).toList();
    }
}
