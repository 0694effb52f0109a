package org.opbrief.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.Column.Constraint;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.ImportRequest;
import org.opbrief.api.data.ImportResult;
import org.opbrief.api.data.ImportResult.Outcome;
import org.opbrief.api.data.Lineage;
import org.opbrief.api.data.Mapping;
import org.opbrief.api.data.Mapping.FromHeader;
import org.opbrief.api.data.Problem;
import org.opbrief.api.data.Progress;
import org.opbrief.api.data.StoreException;

/** Rejected rows leave, are corrected and come again. */
class CorrectionTest extends StoreTestCase {
    private static final LocalDate LATER = LocalDate.of(2023, 7, 7);
    private static final String START = "\ufeffrejected line,rejected column,rejected value,reason of rejection,";
    /** Line 4 stands behind a quoted line end. */
    private static final String FILE = HEADER
            + "S1,\"I\nA\",2022-06-01,fentanyl,1,\n"
            + "=S2,\"N\"\"E\",2022-06-31,\"me,th\",2.5,\n"
            + "S3,NE,2022-06-03,meth,3,\n"
            + "S4,NE,2022-06-04,meth,-4,\n"
            + "S3,NE,2022-06-05,meth,5,\n";

    private String rejects(long batch) throws IOException, StoreException {
        Path file = temp.resolve("rejects.csv");
        Files.deleteIfExists(file);
        store.writeRejects(batch, file);
        return Files.readString(file);
    }

    private ImportResult correct(long batch, String content) throws Exception {
        return correct(Sets.seizure(), batch, content);
    }

    private ImportResult correct(DataSet dataSet, long batch, String content) throws Exception {
        ImportRequest request = new ImportRequest(file("fixed.csv", content), dataSet, LATER, Set.of(), Progress.NONE);
        return store.importFile(request.of(Lineage.NONE.correcting(batch)));
    }

    private String lines(long batch) throws StoreException {
        return store.rejects(batch, 0, 100).stream()
                .map(problem -> String.valueOf(problem.line()))
                .collect(Collectors.joining(" "));
    }

    private List<String> masses() throws StoreException {
        return rows("SELECT seizure_id, mass_kg, _batch, _line FROM seizure ORDER BY ALL");
    }

    @Test
    void rejected_rows_leave_as_they_stand_in_the_source_each_once_with_all_its_reasons() throws Exception {
        assertEquals(3, load(FILE).batch().rowsRejected());
        assertEquals(
                START + HEADER
                        + "4,seized,2022-06-31,\"is a day that the calendar does not have; also column drug, value \"\"me,th\"\": is not"
                        + " one of fentanyl, methamphetamine, other\",'=S2,\"N\"\"E\",2022-06-31,\"me,th\",2.5,\n"
                        + "6,mass_kg,-4,is less than 0,S4,NE,2022-06-04,meth,-4,\n"
                        + "7,seizure_id,S3,is already in line 5,S3,NE,2022-06-05,meth,5,\n",
                rejects(1));
    }

    @Test
    void corrected_rows_count_once_and_lead_to_their_lines_of_the_original() throws Exception {
        load(FILE);
        String fixed = rejects(1).replace(",-4,\n", ",4,\n").replace("2022-06-31,\"me,th\"", "2022-06-30,meth");
        ImportResult result = correct(1, fixed);
        assertEquals(Outcome.IMPORTED, result.outcome());
        assertEquals(2, result.batch().rowsAccepted());
        assertEquals(DAY, result.batch().asOf());
        assertEquals(List.of("=S2|2.500|2|2", "S1|1.000|1|2", "S3|3.000|1|5", "S4|4.000|2|3"), masses());
        assertEquals("line 3 for line 6 of seizures.csv", store.place(2, 3));
        assertTrue(store.sourceRecord(2, 3).orElseThrow().endsWith("S4,NE,2022-06-04,meth,4,"));
        assertEquals("7", lines(1));
        assertEquals(
                List.of(new Problem(
                        4,
                        Optional.of("seizure_id"),
                        Optional.of("S3"),
                        "is already in line 5 of batch 1 (seizures.csv)")),
                store.rejects(2, 0, 9));
        Batch first = store.batches().get(0);
        Batch second = store.batches().get(1);
        assertEquals(
                List.of(3L, 2L, 1L),
                List.of(first.rowsRejected(), first.lineage().correctedRows(), first.rowsOpen()));
        assertEquals(List.of(1L, 0L), List.of(second.rowsRejected(), second.rowsOpen()));
        assertEquals(START + HEADER + "7,seizure_id,S3,is already in line 5,S3,NE,2022-06-05,meth,5,\n", rejects(1));
    }

    @Test
    void a_line_that_was_corrected_is_not_corrected_again() throws Exception {
        load(FILE);
        String fixed = rejects(1).replace(",-4,\n", ",4,\n");
        correct(1, fixed);
        ImportResult again = correct(
                1,
                fixed.replace("S4", "S5")
                        + "7,,,,S7,NE,2022-06-05,meth,7,\n9,,,,S9,NE,2022-06-05,meth,9,\nx,,,,S8,NE,2022-06-05,meth,8,\n"
                        + "7,,,,S6,NE,2022-06-05,meth,7,\n");
        assertEquals(
                List.of(
                        "line 3, column rejected line, value \"6\": was corrected already, by batch 2",
                        "line 5, column rejected line, value \"7\": stands in the file before; the first one counts",
                        "line 6, column rejected line, value \"9\": is no rejected row of batch 1",
                        "line 7, column rejected line, value \"x\": does not name a rejected row"),
                again.problems().stream()
                        .filter(problem -> problem.column().equals(Optional.of("rejected line")))
                        .map(Problem::toString)
                        .filter(text -> !text.contains("line 8"))
                        .toList());
        assertEquals(Outcome.DECLINED, again.outcome());
        assertEquals(
                "No row of the file corrects a rejected row of batch 1.",
                again.notes().get(0));
        assertEquals(List.of("S1|1.000|1|2", "S3|3.000|1|5", "S4|4.000|2|3"), masses());
    }

    @Test
    void what_a_removed_batch_had_corrected_is_rejected_again() throws Exception {
        load(FILE);
        correct(1, rejects(1).replace(",-4,\n", ",4,\n"));
        assertEquals(
                "Batch 2 (fixed.csv) brings corrected rows of batch 1 (seizures.csv); remove that one first.",
                assertThrows(StoreException.class, () -> store.remove(1)).getMessage());
        store.remove(2);
        reopen();
        assertEquals("4 6 7", lines(1));
        assertEquals(List.of("S1|1.000|1|2", "S3|3.000|1|5"), masses());
        store.remove(1);
        assertEquals(List.of(), masses());
    }

    @Test
    void corrections_go_with_the_batch_that_is_superseded_and_come_back_with_it() throws Exception {
        load(FILE);
        correct(1, rejects(1).replace(",-4,\n", ",4,\n"));
        ImportRequest newer = new ImportRequest(
                file("newer.csv", HEADER + "S4,NE,2022-06-04,meth,4.5,\n"),
                Sets.seizure(),
                DAY,
                Set.of(),
                Progress.NONE);
        assertThrows(ImportException.class, () -> store.importFile(newer.of(Lineage.NONE.superseding(2))));
        store.importFile(newer.of(Lineage.NONE.superseding(1)));
        assertEquals(List.of("S4|4.500|3|2"), masses());
        assertEquals(List.of(1L, 2L), store.batches().get(2).lineage().supersedes());
        assertEquals(1, store.compare(Sets.seizure(), 1, 3).changed());
        assertThrows(ImportException.class, () -> correct(1, START + HEADER + "6,,,,S9,NE,2022-06-04,meth,4,\n"));
        store.remove(3);
        assertEquals(List.of("S1|1.000|1|2", "S3|3.000|1|5", "S4|4.000|2|3"), masses());
    }

    @Test
    void corrected_rows_are_read_as_their_batch_was() throws Exception {
        String header = "number,st,day,substance,pounds\n";
        ImportRequest request = new ImportRequest(
                file("lab.csv", header + "E1,IA,28/5/2022,Ice,2\nE2,IA,6/5/2022,Ice,x\n"),
                Sets.seizure(),
                DAY,
                Set.of(),
                Progress.NONE);
        Mapping mapping = new Mapping(
                "seizure",
                Map.of(
                        "seizure_id", FromHeader.plain("number"),
                        "seized", FromHeader.plain("day"),
                        "drug", FromHeader.plain("substance"),
                        "mass_kg", FromHeader.plain("pounds")));
        store.importFile(request.read(Map.of(), Optional.of(mapping)));
        ImportResult result = correct(1, rejects(1).replace("Ice,x\n", "Ice,3\n"));
        assertEquals(1, result.batch().rowsAccepted());
        // by itself it would be the 5th of June
        assertEquals(
                List.of("E1|2022-05-28", "E2|2022-05-06"), rows("SELECT seizure_id, seized FROM seizure ORDER BY ALL"));
    }

    @Test
    void a_record_without_fields_leaves_as_the_text_that_it_is() throws Exception {
        load(HEADER + "S1,IA,2022-06-01,fentanyl,1,\nS2,IA,2022-06-02,meth\nS3,NE,2022-06-03,meth,-1,\n");
        assertEquals(
                START + "rejected text," + HEADER
                        + "3,,,has 4 fields where the header has 6,\"S2,IA,2022-06-02,meth\",,,,,,\n"
                        + "4,mass_kg,-1,is less than 0,,S3,NE,2022-06-03,meth,-1,\n",
                rejects(1));
        String fixed = rejects(1).replace("meth\",,,,,,", "meth\",S2,IA,2022-06-02,meth,2,");
        assertEquals(1, correct(1, fixed).batch().rowsAccepted());
        assertEquals("4", lines(1));
    }

    @Test
    void rows_of_one_record_are_corrected_one_by_one() throws Exception {
        DataSet words = Sets.of(
                "w",
                List.of(),
                List.of(),
                Sets.column("word", ColumnType.TEXT, Sets.words(true, Sets.term("a"), Sets.term("b"))));
        Mapping mapping = new Mapping(
                "w",
                Map.of(
                        "word",
                        new FromHeader("words", Optional.empty(), Map.of(), Optional.empty(), Optional.of(";"))));
        ImportRequest request =
                new ImportRequest(file("words.csv", "words,n\na;x;y,1\n"), words, DAY, Set.of(), Progress.NONE);
        store.importFile(request.read(Map.of(), Optional.of(mapping)));
        String rejected = rejects(1);
        assertTrue(rejected.contains("\n2,words,x,"), rejected);
        assertTrue(rejected.contains("\n2 (2),words,y,"), rejected);
        assertEquals(
                1, correct(words, 1, rejected.replace("y,1\n", "b,1\n")).batch().rowsAccepted());
        assertEquals(List.of("a|1", "b|2"), rows("SELECT word, _batch FROM w ORDER BY ALL"));
        assertEquals(1, store.batches().get(0).rowsOpen());
        assertTrue(rejects(1).contains("\n2,words,x,"));
    }

    @Test
    void a_key_that_a_file_may_repeat_may_be_corrected_into_the_same_file_only() throws Exception {
        DataSet parts = new DataSet(
                "p",
                "p",
                "",
                "",
                List.of(
                        Sets.column("k", ColumnType.TEXT, Sets.REQUIRED),
                        Sets.column("n", ColumnType.INTEGER, Constraint.NONE)),
                List.of("k"),
                true,
                List.of());
        load(parts, file("one.csv", "k,n\nA,1\nB,2\n"));
        load(parts, file("two.csv", "k,n\nC,1\nD,x\nE,y\n"));
        String fixed = rejects(2).replace("D,x\n", "C,5\n").replace("E,y\n", "A,6\n");
        assertEquals(1, correct(parts, 2, fixed).batch().rowsAccepted());
        assertEquals(List.of("A|1", "B|2", "C|1", "C|5"), rows("SELECT k, n FROM p ORDER BY ALL"));
    }

    @Test
    void columns_of_the_same_names_do_not_mix() throws Exception {
        DataSet named =
                Sets.of("named", List.of(), List.of(), Sets.column("rejected line", ColumnType.INTEGER, Sets.REQUIRED));
        load(named, file("named.csv", "Rejected Line,x\nz,\n"));
        String rejected = rejects(1);
        assertTrue(rejected.startsWith("\ufeffrejected line *,"), rejected);
        assertEquals(
                1, correct(named, 1, rejected.replace("z,\n", "7,\n")).batch().rowsAccepted());
    }

    @Test
    void what_cannot_be_corrected_is_refused_with_the_reason() throws Exception {
        load(FILE);
        assertEquals(
                "There is no batch 7 to correct; list the batches to see which there are.",
                assertThrows(ImportException.class, () -> correct(7, FILE + "S9,,,,,\n"))
                        .getMessage());
        assertEquals(
                "fixed.csv has no column \"rejected line\", which tells the rejected row of batch 1 that each of its rows"
                        + " corrects; write them with data rejects 1 --out FILE and correct that file.",
                assertThrows(ImportException.class, () -> correct(1, FILE + "S9,,,,,\n"))
                        .getMessage());
        correct(1, rejects(1).replace(",-4,\n", ",4,\n"));
        assertEquals(
                "Batch 2 (fixed.csv) brings corrected rows of batch 1, where those that it could not are still rejected;"
                        + " correct that one.",
                assertThrows(ImportException.class, () -> correct(2, rejects(1)))
                        .getMessage());
    }

    @Test
    void a_file_that_is_there_is_not_overwritten_and_a_failure_leaves_none() throws Exception {
        load(FILE);
        Path file = file("mine.csv", "corrections");
        assertEquals(
                file + " is there already and may hold corrections; name another file, or move that one.",
                assertThrows(StoreException.class, () -> store.writeRejects(1, file))
                        .getMessage());
        assertEquals("corrections", Files.readString(file));
        assertEquals(
                "The name rejects.doc does not tell a format; give it the ending .csv.",
                assertThrows(StoreException.class, () -> store.writeRejects(1, temp.resolve("rejects.doc")))
                        .getMessage());
        Path nowhere = temp.resolve("none/rejects.csv");
        assertTrue(assertThrows(StoreException.class, () -> store.writeRejects(1, nowhere))
                .getMessage()
                .startsWith(nowhere + " cannot be written: there is no such file or folder"));
        assertFalse(Files.exists(nowhere));
    }

    @Test
    void a_workspace_of_an_earlier_version_lists_its_rejects_and_says_why_they_cannot_be_corrected() throws Exception {
        load(FILE);
        store.close();
        try (Connection old = DriverManager.getConnection("jdbc:duckdb:" + folder().resolve("opbrief.duckdb"));
                Statement statement = old.createStatement()) {
            statement.execute("ALTER TABLE _opbrief.reject DROP COLUMN part");
            statement.execute("ALTER TABLE _opbrief.reject DROP COLUMN fields");
            statement.execute("DROP TABLE _opbrief.correction");
            statement.execute("DROP TABLE _opbrief.reading");
        }
        store = open();
        assertEquals("4 6 7", lines(1));
        assertEquals(3, store.batches().get(0).rowsOpen());
        String kept = "Batch 1 (seizures.csv) was imported by a version that did not keep ";
        assertTrue(assertThrows(StoreException.class, () -> rejects(1))
                .getMessage()
                .startsWith(kept));
        assertTrue(
                assertThrows(ImportException.class, () -> correct(1, START + HEADER + "4,,,,S9,,2022-01-01,meth,1,\n"))
                        .getMessage()
                        .startsWith(kept));
        assertEquals(1, load(HEADER + "S7,,,,,\n").batch().rowsRejected());
    }
}
