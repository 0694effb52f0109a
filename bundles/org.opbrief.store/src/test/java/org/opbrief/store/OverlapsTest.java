package org.opbrief.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opbrief.api.data.Column.Constraint;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.DataSet.Overlap;
import org.opbrief.api.data.ImportResult;

/** Data sets that may hold the same things. */
class OverlapsTest extends StoreTestCase {
    private static final DataSet ALL = set("all");
    private static final DataSet AIR = set("air", new Overlap("all", "a seizure may stand in both"));

    private static DataSet set(String id, Overlap... overlaps) {
        return new DataSet(
                id,
                id,
                "",
                "",
                List.of(Sets.column("n", ColumnType.INTEGER, Constraint.NONE)),
                List.of(),
                false,
                List.of(),
                Optional.empty(),
                List.of(overlaps));
    }

    private List<String> findings(String content) throws Exception {
        ImportResult result = load(AIR, file("air.csv", content));
        return result.plan().findings().stream()
                .map(finding -> finding.severity() + " " + finding.text())
                .toList();
    }

    @Test
    void an_overlap_is_a_note_as_long_as_the_other_data_set_is_empty() throws Exception {
        assertEquals(
                List.of(
                        "NOTE air overlaps all: a seizure may stand in both. Figures of the two are not to be added up."),
                findings("n\n1\n"));
    }

    @Test
    void an_overlap_with_rows_of_the_workspace_is_a_warning() throws Exception {
        load(ALL, file("all.csv", "n\n1\n2\n"));
        assertEquals(
                List.of(
                        "WARNING air overlaps all, of which the workspace has 2 rows: a seizure may stand in both. Figures"
                                + " of the two are not to be added up."),
                findings("n\n1\n"));
    }
}
