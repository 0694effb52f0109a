package org.opbrief.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.opbrief.api.data.Column.Constraint;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.ImportResult;

/** Days and numbers that are read as their whole column tells. */
class NotationTest extends StoreTestCase {
    private static final DataSet DAYS = Sets.of(
            "x",
            List.of(),
            List.of(),
            Sets.column("v", ColumnType.DATE, Constraint.NONE),
            Sets.column("w", ColumnType.DATE, Constraint.NONE));
    private static final DataSet NUMBERS = Sets.of(
            "x", List.of(), List.of(), Sets.decimal("v", 3, Constraint.NONE), Sets.decimal("w", 3, Constraint.NONE));

    @Test
    void one_day_that_can_only_have_the_month_first_tells_for_its_column() throws Exception {
        ImportResult result = load(DAYS, file("x.csv", "v,w\n5/6/2022,\n5/28/2022,\n12/12/2022,\n2022-01-02,\n"));
        assertEquals(List.of(), result.problems());
        assertEquals(List.of(), result.notes());
        assertEquals(
                List.of("2022-05-06", "2022-05-28", "2022-12-12", "2022-01-02"),
                rows("SELECT v FROM x ORDER BY _line"));
    }

    @Test
    void one_day_that_can_only_have_the_day_first_tells_for_its_column() throws Exception {
        ImportResult result = load(DAYS, file("x.csv", "v,w\n5/6/2022,\n28/5/2022 00:00,\n"));
        assertEquals(List.of(), result.problems());
        assertEquals(
                List.of("The dates of the column v were read with the day first, since 1 of them cannot be read"
                        + " otherwise."),
                result.notes());
        assertEquals(List.of("2022-06-05", "2022-05-28"), rows("SELECT v FROM x ORDER BY _line"));
    }

    @Test
    void a_day_that_tells_is_found_wherever_it_stands() throws Exception {
        StringBuilder text = new StringBuilder("v,w\n2022-01-01,\n");
        text.append("2022-01-01,\n".repeat(5000))
                .append("1/2/2022,\n".repeat(5000))
                .append("13/2/2022,\n");
        assertEquals(10_002, load(DAYS, file("x.csv", text.toString())).batch().rowsAccepted());
        assertEquals(
                List.of("2022-01-01|5001", "2022-02-01|5000", "2022-02-13|1"),
                rows("SELECT v, count(*) FROM x GROUP BY 1 ORDER BY 1"));
    }

    @Test
    void a_column_that_does_not_tell_is_read_like_the_other_one() throws Exception {
        ImportResult result = load(DAYS, file("x.csv", "v,w\n5/6/2022,1/2/2022\n,31/1/2022\n"));
        assertEquals(List.of("2022-06-05|2022-02-01", "null|2022-01-31"), rows("SELECT v, w FROM x ORDER BY _line"));
        assertEquals(
                "The dates of the column v could have the month or the day first; they were read with the day first,"
                        + " like those of the column w. If that is wrong, remove the batch, write dates like 2023-05-01"
                        + " and import again.",
                result.notes().get(0));
    }

    @Test
    void days_that_do_not_tell_are_read_the_american_way_and_it_is_said() throws Exception {
        ImportResult result = load(DAYS, file("x.csv", "v,w\n5/6/2022,2022-01-01\n6/6/2022,\n"));
        assertEquals(List.of("2022-05-06", "2022-06-06"), rows("SELECT v FROM x ORDER BY _line"));
        assertEquals(
                List.of("The dates of the column v could have the month or the day first; they were read with the month"
                        + " first, as is usual in the USA. If that is wrong, remove the batch, write dates like"
                        + " 2023-05-01 and import again."),
                result.notes());
    }

    @Test
    void a_column_that_contradicts_itself_keeps_only_what_is_certain() throws Exception {
        ImportResult result =
                load(DAYS, file("x.csv", "v,w\n5/28/2022,\n5/29/2022,\n28/5/2022,\n5/6/2022,\n6/6/2022,\n"));
        assertEquals(List.of("2022-05-28", "2022-05-29", "2022-06-06"), rows("SELECT v FROM x ORDER BY _line"));
        assertEquals(
                List.of(
                        "line 4, column v, value \"28/5/2022\": has the day first, unlike most dates of the column;"
                                + " write it like 2023-05-01",
                        "line 5, column v, value \"5/6/2022\": could be two days, since the column has dates with the"
                                + " month first and dates with the day first; write it like 2023-05-01"),
                result.problems().stream().map(Object::toString).toList());
        assertEquals(
                List.of("The dates of the column v are mixed: 2 can only have the month first, 1 only the day first."
                        + " Those with the day first and those that could be either were not read; write dates like"
                        + " 2023-05-01."),
                result.notes());
    }

    @Test
    void commas_between_thousands_are_read_where_the_column_has_decimal_points() throws Exception {
        ImportResult result = load(NUMBERS, file("x.csv", "v,w\n\"1,234\",\n\"1,234,567.5\",\n0.25,\n-7,\n"));
        assertEquals(List.of(), result.problems());
        assertEquals(List.of(), result.notes());
        assertEquals(List.of("1234.000", "1234567.500", "0.250", "-7.000"), rows("SELECT v FROM x ORDER BY _line"));
    }

    @Test
    void decimal_commas_are_read_where_the_column_can_have_no_other() throws Exception {
        ImportResult result = load(NUMBERS, file("x.csv", "v;w\n1234,5;\n1.234;\n1.234.567,25;\n8;\n-2,5E-1;\n"));
        assertEquals(List.of(), result.problems());
        assertEquals(
                List.of("The numbers of the column v were read with a decimal comma, since 3 of them cannot be read"
                        + " otherwise."),
                result.notes());
        assertEquals(
                List.of("1234.500", "1234.000", "1234567.250", "8.000", "-0.250"),
                rows("SELECT v FROM x ORDER BY _line"));
    }

    @Test
    void numbers_that_do_not_tell_are_read_the_american_way_and_it_is_said() throws Exception {
        ImportResult result = load(NUMBERS, file("x.csv", "v,w\n\"1,234\",\n5,\n"));
        assertEquals(List.of("1234.000", "5.000"), rows("SELECT v FROM x ORDER BY _line"));
        assertEquals(
                List.of("The numbers of the column v could have a decimal comma or commas between thousands; they were"
                        + " read with commas between thousands, as is usual in the USA. If that is wrong, remove the"
                        + " batch, write numbers like 1234.5 and import again."),
                result.notes());
    }

    @Test
    void a_decimal_comma_among_decimal_points_is_rejected() throws Exception {
        ImportResult result = load(NUMBERS, file("x.csv", "v,w\n0.5,\n\"1,5\",\n"));
        assertEquals(
                List.of("line 3, column v, value \"1,5\": is not a number like 1234.5"),
                result.problems().stream().map(Object::toString).toList());
        assertEquals(List.of("0.500"), rows("SELECT v FROM x"));
    }
}
