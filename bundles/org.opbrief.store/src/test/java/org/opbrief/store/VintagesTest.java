package org.opbrief.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
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
