package org.opbrief.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.opbrief.api.data.Column.Constraint;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.Comparison;
import org.opbrief.api.data.Comparison.Revision;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.ImportRequest;
import org.opbrief.api.data.ImportRequest.Option;
import org.opbrief.api.data.ImportResult;
import org.opbrief.api.data.ImportResult.Outcome;
import org.opbrief.api.data.Lineage;
import org.opbrief.api.data.Progress;

/** The same data, published again. */
class VintagesTest extends StoreTestCase {
    private static final String FIRST =
            HEADER + "S1,IA,2022-06-01,fentanyl,1,\nS2,IA,2022-06-02,meth,2.5,\nS3,NE,2022-06-03,meth,3,\n";
    private static final String SECOND =
            HEADER + "S1,IA,2022-06-01,fentanyl,1,\nS2,NE,2022-06-02,meth,2.75,\nS4,NE,2022-06-04,meth,4,\n";

    private ImportResult replace(long batch, String content) throws Exception {
        ImportRequest request =
                new ImportRequest(file("new.csv", content), Sets.seizure(), DAY, Set.of(), Progress.NONE);
        return store.importFile(request.of(Lineage.NONE.superseding(batch)));
    }

    private List<String> masses() throws Exception {
        return rows("SELECT seizure_id, mass_kg FROM seizure ORDER BY seizure_id");
    }

    @Test
    void queries_use_the_newest_and_the_old_is_kept() throws Exception {
        load(FIRST);
        assertEquals(0, replace(1, SECOND).batch().rowsRejected());
        assertEquals(List.of("S1|1.000", "S2|2.750", "S4|4.000"), masses());
        assertEquals(OptionalLong.of(2), store.batches().get(0).lineage().supersededBy());
        assertEquals(List.of(1L), store.batches().get(1).lineage().supersedes());
        assertEquals("S3,NE,2022-06-03,meth,3,", store.sourceRecord(1, 4).orElseThrow());
    }

    @Test
    void what_was_revised_is_told() throws Exception {
        load(FIRST);
        replace(1, SECOND);
        Comparison comparison = store.compare(Sets.seizure(), 1, 2);
        assertEquals(List.of("seizure_id"), comparison.key());
        assertEquals(
                List.of(1L, 1L, 1L, 1L),
                List.of(comparison.same(), comparison.added(), comparison.removed(), comparison.changed()));
        assertEquals(
                List.of(
                        new Revision(List.of("S2"), Optional.of("mass_kg"), Optional.of("2.500"), Optional.of("2.750")),
                        new Revision(List.of("S2"), Optional.of("state"), Optional.of("IA"), Optional.of("NE")),
                        new Revision(List.of("S3"), Optional.empty(), Optional.of("a row"), Optional.empty()),
                        new Revision(List.of("S4"), Optional.empty(), Optional.empty(), Optional.of("a row"))),
                comparison.revisions());
        assertEquals(new BigDecimal("6.5"), comparison.totals().get(0).earlier());
        assertEquals(new BigDecimal("7.75"), comparison.totals().get(0).later());
    }

    @Test
    void what_a_removed_batch_had_superseded_counts_again() throws Exception {
        load(FIRST);
        replace(1, SECOND);
        store.remove(2);
        assertEquals(List.of("S1|1.000", "S2|2.500", "S3|3.000"), masses());
        assertEquals(OptionalLong.empty(), store.batches().get(0).lineage().supersededBy());
        replace(1, SECOND + "S5,NE,2022-06-04,meth,5,\n");
        store.remove(1);
        reopen();
        assertEquals(List.of("S1|1.000", "S2|2.750", "S4|4.000", "S5|5.000"), masses());
        assertEquals(1, store.batches().size());
    }

    @Test
    void a_chain_of_vintages_closes_over_one_that_is_removed() throws Exception {
        load(FIRST);
        replace(1, SECOND);
        replace(2, HEADER + "S9,IA,2022-06-01,fentanyl,9,\n");
        store.remove(2);
        assertEquals(List.of("S9|9.000"), masses());
        assertEquals(OptionalLong.of(3), store.batches().get(0).lineage().supersededBy());
        store.remove(3);
        assertEquals(List.of("S1|1.000", "S2|2.500", "S3|3.000"), masses());
    }

    private ImportResult publish(LocalDate asOf, String file, String content, Option... options) throws Exception {
        DataSet published = new DataSet(
                "published",
                "published",
                "",
                "",
                List.of(
                        Sets.column("office", ColumnType.TEXT, Sets.REQUIRED),
                        Sets.column("day", ColumnType.DATE, Sets.REQUIRED),
                        Sets.column("n", ColumnType.INTEGER, Constraint.NONE)),
                List.of("office", "day"),
                false,
                List.of(),
                Optional.of(new DataSet.Renewal("day", List.of("office"))));
        return store.importFile(new ImportRequest(
                file(file, "office,day,n\n" + content), published, asOf, Set.of(options), Progress.NONE));
    }

    private List<String> published() throws Exception {
        return rows("SELECT office, day, n FROM published ORDER BY ALL");
    }

    @Test
    void a_file_of_the_same_source_that_covers_the_period_takes_the_place_of_an_earlier_one() throws Exception {
        publish(DAY, "jan.csv", "A,2022-01-01,1\nA,2022-01-31,2\n");
        publish(DAY, "feb.csv", "A,2022-02-01,3\n");
        publish(DAY, "other.csv", "B,2022-01-01,9\n");
        ImportResult result = publish(DAY.plusDays(1), "year.csv", "A,2022-01-01,10\nA,2022-01-31,2\nA,2022-12-31,4\n");
        assertEquals(Outcome.IMPORTED, result.outcome());
        assertEquals(0, result.batch().rowsRejected());
        assertEquals(List.of(1L, 2L), result.batch().lineage().supersedes());
        assertEquals(
                "Batch 1 (jan.csv, as of 2023-05-01) is superseded: this file is of the same source and covers its period,"
                        + " 2022-01-01 to 2022-01-31. Its rows are kept and count no more; if both are to count, import this"
                        + " file with --supersedes none.",
                result.notes().get(0));
        assertEquals(List.of("A|2022-01-01|10", "A|2022-01-31|2", "A|2022-12-31|4", "B|2022-01-01|9"), published());
        store.remove(4);
        assertEquals(List.of("A|2022-01-01|1", "A|2022-01-31|2", "A|2022-02-01|3", "B|2022-01-01|9"), published());
    }

    @Test
    void what_covers_only_a_part_or_is_older_needs_a_person() throws Exception {
        publish(DAY, "year.csv", "A,2022-01-01,1\nA,2022-12-31,2\nB,2022-06-30,5\n");
        ImportResult part = publish(DAY, "june.csv", "A,2022-06-01,3\n");
        assertEquals(Outcome.DECLINED, part.outcome());
        assertEquals(
                "Batch 1 (year.csv, as of 2023-05-01) is of the same source and has the period 2022-01-01 to 2022-12-31, of"
                        + " which this file has only a part; both would count. To count this file alone, import it with"
                        + " --supersedes 1; if both are to count, with --supersedes none.",
                part.notes().get(0));
        assertEquals(
                Outcome.DECLINED,
                publish(DAY, "a.csv", "A,2022-01-01,1\nA,2022-12-31,2\n").outcome());
        ImportResult older = publish(DAY.minusDays(1), "older.csv", "A,2022-01-01,7\nA,2022-12-31,2\nB,2022-06-30,5\n");
        assertEquals(Outcome.DECLINED, older.outcome());
        assertEquals(List.of("A|2022-01-01|1", "A|2022-12-31|2", "B|2022-06-30|5"), published());
        assertEquals(
                Outcome.IMPORTED,
                publish(DAY, "june.csv", "A,2022-06-01,3\n", Option.BESIDE).outcome());
        assertEquals(4, published().size());
    }

    @Test
    void only_a_batch_that_counts_can_be_superseded() throws Exception {
        load(FIRST);
        replace(1, SECOND);
        assertEquals(
                "Batch 1 (seizures.csv) is superseded by batch 2 already; supersede that one.",
                assertThrows(ImportException.class, () -> replace(1, HEADER + "S9,IA,2022-06-01,fentanyl,9,\n"))
                        .getMessage());
        assertEquals(
                "There is no batch 7 to supersede; list the batches to see which there are.",
                assertThrows(ImportException.class, () -> replace(7, HEADER + "S9,IA,2022-06-01,fentanyl,9,\n"))
                        .getMessage());
        assertEquals(List.of("S1|1.000", "S2|2.750", "S4|4.000"), masses());
    }

    @Test
    void the_same_rows_in_other_bytes_and_another_order_are_recognised() throws Exception {
        DataSet keyless = Sets.of("k", List.of(), List.of(), Sets.column("v", ColumnType.INTEGER, Constraint.NONE));
        load(keyless, file("one.csv", "v\n1\n2\n2\n"));
        ImportResult again = load(keyless, file("two.csv", "v\n2\n2\n\"1\"\n"));
        assertEquals(Outcome.DECLINED, again.outcome());
        assertEquals(
                "The rows are those of batch 1 (one.csv) in other bytes and would count twice; there is no need to import"
                        + " them, or say that they supersede that batch.",
                again.notes().get(0));
        assertEquals(
                Outcome.IMPORTED,
                load(keyless, file("three.csv", "v\n2\n2\n3\n")).outcome());
    }
}
