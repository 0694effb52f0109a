package org.opbrief.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.Column.Constraint;
import org.opbrief.api.data.Column.Reading;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Finding;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.ImportRequest;
import org.opbrief.api.data.ImportResult;
import org.opbrief.api.data.Mapping;
import org.opbrief.api.data.Mapping.Constant;
import org.opbrief.api.data.Mapping.FromHeader;
import org.opbrief.api.data.Mapping.FromPeriod;
import org.opbrief.api.data.Mapping.SameUnit;
import org.opbrief.api.data.Mapping.UnitOfRow;
import org.opbrief.api.data.Progress;
import org.opbrief.api.data.Unit;

/** Columns that are filled as a mapping says. */
class MappingTest extends StoreTestCase {
    private static final DataSet SEIZED = Sets.of(
            "s",
            List.of(),
            List.of(),
            Sets.column("drug", ColumnType.TEXT, Constraint.NONE),
            Sets.column("day", ColumnType.DATE, Constraint.NONE),
            number("mass_kg", ColumnType.DECIMAL, 6, Unit.KILOGRAM),
            number("units", ColumnType.INTEGER, 0, Unit.PILL));

    private static Column number(String name, ColumnType type, int scale, Unit unit) {
        return new Column(name, name, "", type, scale, Optional.of(unit), Reading.PLAIN, Constraint.NONE);
    }

    private static FromHeader from(String header, Mapping.NumberUnit unit) {
        return new FromHeader(header, Optional.of(unit), Map.of(), Optional.empty(), Optional.empty());
    }

    private ImportResult load(String content, Map<String, Mapping.Field> fields) throws Exception {
        return store.importFile(new ImportRequest(file("s.csv", content), SEIZED, DAY, Set.of(), Progress.NONE)
                .read(Map.of(), Optional.of(new Mapping("s", fields))));
    }

    @Test
    void pounds_become_kilograms_to_the_last_digit() throws Exception {
        ImportResult result = load(
                "lbs\n1\n\"6,500\"\n1e-3\n-2.5\n99999999999\n",
                Map.of("mass_kg", from("lbs", new SameUnit(Unit.POUND))));
        assertEquals(List.of(), result.problems());
        assertEquals(
                List.of("0.453592", "2948.350405", "0.000454", "-1.133981", "45359236999.546408"),
                rows("SELECT mass_kg FROM s ORDER BY _line"));
    }

    @Test
    void each_row_is_read_in_its_own_unit_and_goes_to_the_column_that_measures_it() throws Exception {
        UnitOfRow unit = new UnitOfRow("unit", Map.of("DU", Unit.PILL, "GM", Unit.GRAM));
        ImportResult result = load(
                "n,unit\n500,GM\n2,lb\n3,Ounces\n40,DU\n5,\n6,barrels\n",
                Map.of("mass_kg", from("n", unit), "units", from("n", unit)));
        assertEquals(
                List.of("0.500000|null", "0.907185|null", "0.085049|null", "null|40"),
                rows("SELECT mass_kg, units FROM s ORDER BY _line"));
        assertEquals(
                List.of(
                        "line 6, column n, value \"5\": has no unit; also column n, value \"5\": has no unit",
                        "line 7, column n, value \"6\": has the unknown unit \"barrels\"; also column n, value \"6\": has"
                                + " the unknown unit \"barrels\""),
                result.problems().stream().map(Object::toString).toList());
    }

    @Test
    void a_month_of_a_fiscal_year_is_a_day_of_the_calendar() throws Exception {
        ImportResult result = load(
                "FY,Month\nFY 2023,OCT\n2023,September\n2023 (FYTD),1\n23,JAN\n2023,13\n",
                Map.of("day", new FromPeriod("FY", Optional.of("Month"), true)));
        assertEquals(List.of("2022-10-01", "2023-09-01", "2023-01-01"), rows("SELECT day FROM s ORDER BY _line"));
        assertEquals(2, result.batch().rowsRejected());
        assertEquals("is not a date like 2023-05-01", result.problems().get(0).reason());
    }

    @Test
    void a_year_alone_begins_in_january_or_if_fiscal_in_october() throws Exception {
        load("y\n2023\n", Map.of("day", new FromPeriod("y", Optional.empty(), false)));
        load("y\n2023\n\n", Map.of("day", new FromPeriod("y", Optional.empty(), true)));
        assertEquals(List.of("2023-01-01", "2022-10-01"), rows("SELECT day FROM s ORDER BY _batch"));
    }

    @Test
    void days_are_read_by_their_pattern_alone() throws Exception {
        FromHeader pattern =
                new FromHeader("seized", Optional.empty(), Map.of(), Optional.of("dd.MM.yyyy"), Optional.empty());
        ImportResult result = load("seized\n31.12.2022\n1.2.2023\n2023-05-01\n12/31/2022\n", Map.of("day", pattern));
        assertEquals(List.of("2022-12-31", "2023-02-01"), rows("SELECT day FROM s ORDER BY _line"));
        assertEquals(2, result.batch().rowsRejected());
    }

    @Test
    void words_of_the_file_are_replaced_and_constants_fill_what_it_lacks() throws Exception {
        FromHeader words = new FromHeader(
                "what", Optional.empty(), Map.of("Ice", "methamphetamine"), Optional.empty(), Optional.empty());
        load("what\n ICE \nheroin\n", Map.of("drug", words, "day", new Constant("2023-05-01")));
        assertEquals(
                List.of("methamphetamine|2023-05-01", "heroin|2023-05-01"),
                rows("SELECT drug, day FROM s ORDER BY _line"));
    }

    @Test
    void a_cell_with_several_values_becomes_several_rows() throws Exception {
        FromHeader list = new FromHeader("drugs", Optional.empty(), Map.of(), Optional.empty(), Optional.of(";"));
        ImportResult result =
                load("drugs,n\nheroin; fentanyl,2\n,3\n", Map.of("drug", list, "units", FromHeader.plain("n")));
        assertEquals(
                List.of("fentanyl|2|2", "heroin|2|2", "null|3|3"),
                rows("SELECT drug, units, _line FROM s ORDER BY 3, 1"));
        assertEquals(3, result.batch().rowsRead());
        assertTrue(result.plan()
                .findings()
                .contains(Finding.warning("A row of s.csv becomes a row for each value in"
                                + " drugs; sums of its other columns count it as often.")
                        .of("drugs")));
    }

    @Test
    void a_mapping_that_names_what_the_file_does_not_have_is_refused() {
        assertEquals(
                "s.csv has no column b, from which the mapping fills drug; correct the mapping.",
                assertThrows(ImportException.class, () -> load("a\n1\n", Map.of("drug", FromHeader.plain("b"))))
                        .getMessage());
    }
}
