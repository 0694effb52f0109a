package org.opbrief.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
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
        assertEquals(
                List.of("DECIMAL(18,2)"),
                rows("SELECT data_type FROM duckdb_columns() WHERE table_name = 'two_words' AND column_name = 'size'"));
    }

    private static DataSet set(Column... columns) {
        return Sets.of("two-words", List.of(), List.of(), columns);
    }
}
