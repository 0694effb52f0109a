package org.opbrief.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opbrief.api.data.Column.Constraint;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.ImportResult;

/** What others publish: words that are new, sums in parts, later files of the same months. */
class ImportNotesTest extends StoreTestCase {
    private static final String HEADER = "month,drug,lb\n";

    @Test
    void words_that_an_open_vocabulary_does_not_know_are_kept_and_told() throws Exception {
        ImportResult result = load(
                published(),
                file("x.csv", HEADER + "1,FENT,1\n2,Xylazine,2\n3,xylazine ,3\n4,Xylazine,4\n5,Fentanly,5\n6,,6\n"));
        assertEquals(List.of("line 7, column drug: is empty, but a value is required"), problems(result));
        assertEquals(
                List.of("fentanyl", "Xylazine", "xylazine", "Xylazine", "Fentanly"),
                rows("SELECT drug FROM published ORDER BY _line"));
        assertEquals(
                List.of(
                        "The column drug has 3 values that the vocabulary of drug does not know, kept as they stand:"
                                + " \"Xylazine\" (2 rows), \"Fentanly\" (1 row; is it \"fentanyl\"?), \"xylazine\" (1 row).",
                        "Words of drug were read as values of drug: \"FENT\" (1 row) as fentanyl."),
                result.notes());
    }

    @Test
    void rows_of_one_file_may_repeat_a_key_and_equal_ones_are_told() throws Exception {
        ImportResult result =
                load(published(), file("x.csv", HEADER + "1,heroin,1\n1,heroin,2\n1,heroin,1\n2,heroin,1\n"));
        assertEquals(List.of(), problems(result));
        assertEquals(
                List.of("1 row equals an earlier row of the file in all columns of published, first line 4, which"
                        + " equals line 2. All of them count; remove from the file what stands there twice by"
                        + " mistake."),
                result.notes());
        assertEquals(List.of("5.0"), rows("SELECT sum(lb) FROM published"));
    }

    @Test
    void what_an_earlier_file_has_does_not_count_twice() throws Exception {
        load(published(), file("old.csv", HEADER + "1,heroin,1\n1,heroin,2\n2,heroin,1\n"));
        ImportResult result =
                load(published(), file("new.csv", HEADER + "1,heroin,4\n2,heroin,1\n3,heroin,1\n3,heroin,5\n"));
        assertEquals(
                List.of(
                        "line 2: the key 1, heroin is already in line 2 of batch 1 (old.csv)",
                        "line 3: the key 2, heroin is already in line 4 of batch 1 (old.csv)"),
                problems(result));
        assertEquals(
                List.of(
                        "2 rows repeat what batch 1 (old.csv) has already; the earlier rows stay, so that nothing counts"
                                + " twice. To take this file's rows instead, import it with --supersedes 1."),
                result.notes());
        assertEquals(List.of("10.0"), rows("SELECT sum(lb) FROM published"));
    }

    private static DataSet published() {
        Constraint drug = new Constraint(
                true,
                Optional.empty(),
                Optional.empty(),
                List.of(Sets.term("fentanyl", "fent"), Sets.term("heroin")),
                true);
        return new DataSet(
                "published",
                "Published",
                "",
                "",
                List.of(
                        Sets.column("month", ColumnType.INTEGER, Sets.REQUIRED),
                        Sets.column("drug", ColumnType.TEXT, drug),
                        Sets.decimal("lb", 1, Sets.NOT_NEGATIVE)),
                List.of("month", "drug"),
                true,
                List.of());
    }

    private static List<String> problems(ImportResult result) {
        return result.problems().stream().map(Object::toString).toList();
    }
}
