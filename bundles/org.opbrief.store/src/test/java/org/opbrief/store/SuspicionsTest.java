package org.opbrief.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.Column.Constraint;
import org.opbrief.api.data.Column.Reading;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Unit;

/** What an import warns of though it breaks no rule. */
class SuspicionsTest extends StoreTestCase {
    private static final DataSet SET = Sets.of(
            "s",
            List.of(),
            List.of(),
            Sets.column("state", ColumnType.TEXT, Constraint.NONE),
            Sets.column("day", ColumnType.DATE, Constraint.NONE),
            new Column(
                    "weight",
                    "",
                    "",
                    ColumnType.DECIMAL,
                    3,
                    Optional.of(Unit.POUND),
                    new Reading(List.of("weight_lb"), Optional.empty(), Optional.empty()),
                    Constraint.NONE),
            Sets.column("events", ColumnType.INTEGER, Constraint.NONE));

    private List<String> warnings(String... lines) throws Exception {
        return load(SET, file("s.csv", String.join("\n", lines) + "\n")).notes().stream()
                .filter(note -> !note.startsWith("s.csv has no"))
                .toList();
    }

    @Test
    void days_after_the_state_of_the_data() throws Exception {
        assertEquals(
                List.of("1 row of day is after 2023-05-01, the day whose state the data describe."),
                warnings("day", "2023-05-01", "2023-05-02"));
    }

    @Test
    void wholes_among_their_parts() throws Exception {
        assertEquals(
                List.of(
                        "1 row with \"Total\" in state seems to sum up others: parts and wholes stand in one column, and a"
                                + " plain sum counts twice."),
                warnings("state,events", "IA,3", "NE,4", "Total,7"));
        assertEquals(List.of(), warnings("state,events", "IA,3", "Totalia,4", "NE,9"));
    }

    @Test
    void few_zeros_beside_what_was_counted() throws Exception {
        assertEquals(
                List.of(
                        "1 row has a zero in weight_lb and a number above zero in events: what was counted there was too"
                                + " little to show, or was not measured."),
                warnings("weight_lb,events", "1,1", "2,2", "0,1", "3,1", "0,0", "4,1"));
        assertEquals(List.of(), warnings("weight_lb,events", "0,1", "0,2", "2,1"));
    }

    @Test
    void a_blank_beside_what_was_counted() throws Exception {
        assertEquals(
                List.of(
                        "1 row has no value in weight_lb and a number above zero in events: what was counted there was not"
                                + " measured, and blank is not zero."),
                warnings("weight_lb,events", "1,1", "2,2", ",1", "3,1", ",0", "4,1"));
        assertEquals(
                List.of(
                        "1 row has a zero in weight_lb and a number above zero in events: what was counted there was too"
                                + " little to show, or was not measured. 1 row has no value in weight_lb and a number above"
                                + " zero in events."),
                warnings("weight_lb,events", "1,1", "2,2", ",1", "3,1", "0,1", "4,1"));
    }

    @Test
    void totals_whatever_their_language_and_case() throws Exception {
        for (String total : List.of("GRAND TOTAL", "subtotal", "All drugs", "Insgesamt", "Suma", " Total ")) {
            List<String> warnings = warnings("state,events", "IA,3", total + ",3", "NE,4");
            assertEquals(1, warnings.size(), total);
            assertTrue(
                    warnings.get(0).startsWith("1 row with \"" + total.strip() + "\" in state seems"), warnings.get(0));
        }
    }

    @Test
    void several_things_at_once_are_found_in_one_pass() throws Exception {
        assertEquals(
                List.of(
                        "1 row with \"Total\" in state seems to sum up others: parts and wholes stand in one column, and a"
                                + " plain sum counts twice.",
                        "1 row of day is after 2023-05-01, the day whose state the data describe.",
                        "1 row has a zero in weight_lb and a number above zero in events: what was counted there was too"
                                + " little to show, or was not measured."),
                warnings(
                        "state,day,weight_lb,events",
                        "IA,2023-01-01,1,1",
                        "NE,,2,1",
                        "SD,2023-01-02,0,4",
                        "ND,2023-01-02,1,4",
                        "MN,2024-01-01,3,1",
                        "Total,2023-01-01,7,11"));
    }

    @Test
    void a_column_that_begins_later_than_the_others() throws Exception {
        assertEquals(
                List.of(
                        "events has no value in the 3 rows before 2022-01-03 and mostly has one from then on: blank is not"
                                + " zero there."),
                warnings(
                        "day,events",
                        "2021-12-31,",
                        "2022-01-01,",
                        "2022-01-02,",
                        "2022-01-03,5",
                        "2022-01-04,",
                        "2022-01-05,6"));
        assertEquals(List.of(), warnings("day,events", "2022-01-01,1", "2022-01-02,", "2022-01-03,5"));
    }
}
