package org.opbrief.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.Column.Reading;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.ImportRequest;
import org.opbrief.api.data.ImportResult;
import org.opbrief.api.data.Mapping;
import org.opbrief.api.data.Mapping.FromHeader;
import org.opbrief.api.data.Mapping.Through;
import org.opbrief.api.data.Progress;
import org.opbrief.api.data.Vocabulary;
import org.opbrief.api.data.Vocabulary.Belonging;
import org.opbrief.api.data.Vocabulary.Entry;
import org.opbrief.api.data.Vocabulary.Validity;

/** Divisions that are found through places, on the day of the row. */
class LookupTest extends StoreTestCase {
    private static final LocalDate OPENED = LocalDate.of(2018, 7, 8);
    private static final Validity BEFORE = new Validity(Optional.empty(), Optional.of(OPENED.minusDays(1)));
    private static final Validity SINCE = new Validity(Optional.of(OPENED), Optional.empty());

    private static final Vocabulary STATES = new Vocabulary(
            "state-division",
            "States and their divisions",
            "",
            "made up",
            Optional.of("division"),
            List.of(
                    entry("MO", "Missouri", new Belonging("St. Louis", Validity.ALWAYS)),
                    entry("MN", "27", new Belonging("Chicago", BEFORE), new Belonging("Omaha", SINCE)),
                    entry("IA", "19", new Belonging("Omaha", SINCE)),
                    entry(
                            "TX",
                            "48",
                            new Belonging("Dallas", Validity.ALWAYS),
                            new Belonging("Houston", Validity.ALWAYS)),
                    entry("WI", "55", new Belonging("Chicago", Validity.ALWAYS), new Belonging("Omaha", SINCE)),
                    entry("GU", "66")));

    private static Entry entry(String value, String synonym, Belonging... belongs) {
        return new Entry(Sets.term(value, synonym), Validity.ALWAYS, "", List.of(belongs));
    }

    private static DataSet dataSet() {
        return Sets.of(
                "s",
                List.of(),
                List.of(),
                new Column(
                        "division",
                        "Division",
                        "",
                        ColumnType.TEXT,
                        0,
                        Optional.empty(),
                        new Reading(List.of(), Optional.empty(), Optional.empty(), List.of(STATES)),
                        Sets.words(
                                true,
                                Sets.term("Chicago"),
                                Sets.term("Dallas"),
                                Sets.term("Houston"),
                                Sets.term("Omaha"),
                                Sets.term("St. Louis"))),
                Sets.column("day", ColumnType.DATE, Column.Constraint.NONE));
    }

    private ImportResult load(Mapping mapping, String content) throws Exception {
        return store.importFile(new ImportRequest(file("s.csv", content), dataSet(), DAY, Set.of(), Progress.NONE)
                .read(Map.of(), Optional.of(mapping)));
    }

    private static Mapping through(String vocabulary) {
        return new Mapping("s", Map.of("division", new Through("State", vocabulary), "day", FromHeader.plain("Date")));
    }

    private static List<String> problems(ImportResult result) {
        return result.problems().stream().map(Object::toString).toList();
    }

    @Test
    void a_word_leads_to_its_value_on_the_day_of_the_row() throws Exception {
        ImportResult result = load(
                through("state-division"),
                "State,Date\nmissouri,2018-01-01\n27,7/7/2018\nMN,7/8/2018\nIA,12/31/2022\nWI,1/15/2018\n");
        assertEquals(List.of(), problems(result));
        assertEquals(
                List.of("St. Louis", "Chicago", "Omaha", "Omaha", "Chicago"),
                rows("SELECT division FROM s ORDER BY _line"));
    }

    @Test
    void a_shared_word_is_never_given_to_one_of_those_that_share_it() throws Exception {
        ImportResult result = load(through("state-division"), "State,Date\nTX,2020-01-01\nWI,2020-01-01\n");
        assertEquals(0, result.batch().rowsAccepted());
        assertEquals(
                List.of(
                        "line 2, column State, value \"TX\": is shared by Dallas, Houston: only a part of it, e.g. a county"
                                + " or an office, leads to one",
                        "line 3, column State, value \"WI\": is shared by Chicago, Omaha (from 2018-07-08): only a part of"
                                + " it, e.g. a county or an office, leads to one"),
                problems(result));
    }

    @Test
    void what_depends_on_a_day_is_not_guessed_without_one() throws Exception {
        ImportResult result =
                load(through("state-division"), "State,Date\nMN,\nIA,2018-07-07\nGU,2020-01-01\nChicago,2020-01-01\n");
        assertEquals(
                List.of(
                        "line 2, column State, value \"MN\": leads to one on certain days only: Chicago (until"
                                + " 2018-07-07), Omaha (from 2018-07-08)",
                        "line 3, column State, value \"IA\": leads to one on certain days only: Omaha (from 2018-07-08)",
                        "line 4, column State, value \"GU\": leads to none of the values",
                        "line 5, column State, value \"Chicago\": is not one of MO, MN, IA, TX, WI, GU (States and their"
                                + " divisions)"),
                problems(result));
    }

    @Test
    void the_plan_says_which_words_were_read_as_which() throws Exception {
        ImportResult result = load(
                through("state-division"), "State,Date\nMO,2020-01-01\n19,2020-01-01\nIA,2020-01-03\nIA,2020-01-02\n");
        assertEquals(
                List.of("Words of State were read as values of division: \"IA\" (2 rows), \"19\" (1 row) as Omaha;"
                        + " \"MO\" (1 row) as St. Louis."),
                result.notes());
    }

    @Test
    void a_vocabulary_that_does_not_lead_there_is_refused() {
        ImportException refusal = assertThrows(
                ImportException.class, () -> load(through("state-divisions"), "State,Date\nMO,2020-01-01\n"));
        assertEquals(
                "The mapping reads division through the vocabulary state-divisions, which does not lead to it. Did you"
                        + " mean \"state-division\"?",
                refusal.getMessage());
    }
}
