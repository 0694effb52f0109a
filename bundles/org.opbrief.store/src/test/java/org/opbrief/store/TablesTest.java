package org.opbrief.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.Column.Constraint;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.StoreException;

/** How tables follow the definitions of data sets. */
class TablesTest extends StoreTestCase {
    private static final Column NAME = Sets.column("name", ColumnType.TEXT, Constraint.NONE);
    private static final Column SIZE = Sets.column("size", ColumnType.INTEGER, Constraint.NONE);

    @Test
    void prepared_data_sets_can_be_queried_before_anything_is_imported() throws Exception {
        store.prepare(List.of(Sets.seizure(), set(NAME)));
        store.prepare(List.of(Sets.seizure(), set(NAME)));
        assertEquals(List.of("0"), rows("SELECT count(*) FROM seizure"));
        assertEquals(List.of(), rows("SELECT name, _batch, _line FROM two_words"));
    }

    @Test
    void preparing_and_asking_write_nothing() throws Exception {
        load(set(NAME), file("a.csv", "name\nx\n"));
        reopen();
        Map<String, String> before = contents();
        store.prepare(List.of(Sets.seizure(), set(NAME, SIZE)));
        assertEquals(List.of("0"), rows("SELECT count(*) FROM seizure"));
        assertEquals(List.of("x|null|1|2"), rows("SELECT name, size, _batch, _line FROM two_words"));
        assertEquals(before, contents());
        store.close();
        assertEquals(before, contents());
        store = open();
        assertThrows(StoreException.class, () -> rows("SELECT * FROM seizure"));
    }

    @Test
    void what_is_imported_after_the_preparation_is_seen() throws Exception {
        store.prepare(List.of(Sets.seizure(), set(NAME)));
        assertEquals(List.of(), rows("SELECT name FROM two_words"));
        load(set(NAME), file("a.csv", "name\nx\n"));
        assertEquals(List.of("x"), rows("SELECT name FROM two_words"));
        assertEquals(List.of("0"), rows("SELECT count(*) FROM seizure"));
    }

    @Test
    void a_new_column_is_added_and_empty_in_the_rows_there_are() throws Exception {
        load(set(NAME), file("a.csv", "name\nx\n"));
        load(set(NAME, SIZE), file("b.csv", "name,size\ny,3\n"));
        assertEquals(List.of("x|null", "y|3"), rows("SELECT name, size FROM two_words ORDER BY name"));
    }

    @Test
    void a_column_that_a_definition_dropped_stays_in_the_rows_there_are() throws Exception {
        load(set(NAME, SIZE), file("b.csv", "name,size\ny,3\n"));
        load(set(NAME), file("a.csv", "name\nx\n"));
        assertEquals(List.of("x|null", "y|3"), rows("SELECT name, size FROM two_words ORDER BY name"));
    }

    @Test
    void another_type_is_refused_in_words_while_there_are_rows() throws Exception {
        load(set(NAME, SIZE), file("b.csv", "name,size\ny,3\n"));
        DataSet changed = set(NAME, Sets.decimal("size", 2, Constraint.NONE));
        assertEquals(
                "The workspace holds rows of two-words whose column size is BIGINT, but the installed pack defines it"
                        + " as DECIMAL(18,2); remove the batches of two-words and import them anew, or install the pack"
                        + " that they were imported with.",
                assertThrows(StoreException.class, () -> store.prepare(List.of(changed)))
                        .getMessage());
        store.remove(1);
        store.prepare(List.of(changed));
        assertEquals(List.of("DECIMAL(18,2)|0"), rows("SELECT typeof(max(size)), count(*) FROM two_words"));
        load(changed, file("c.csv", "name,size\nz,1.25\n"));
        assertEquals(List.of("z|1.25"), rows("SELECT name, size FROM two_words"));
    }

    private static DataSet set(Column... columns) {
        return Sets.of("two-words", List.of(), List.of(), columns);
    }
}
