package org.opbrief.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.Column.Constraint;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.ImportResult;

/** What is accepted as a value of each type, and as what it is stored. */
class ValuesTest extends StoreTestCase {

    @Test
    void whole_numbers() throws Exception {
        assertEquals(
                List.of("12", "-5", "7", "3", "1000", "9223372036854775807", "null", "null"),
                stored(
                        Sets.column("v", ColumnType.INTEGER, Constraint.NONE),
                        "12",
                        "-5",
                        "+7",
                        "3.0",
                        "\"1,000\"",
                        "9223372036854775807",
                        "",
                        "   "));
        assertRejected(
                Sets.column("v", ColumnType.INTEGER, Constraint.NONE),
                "is not a whole number like 1234",
                "1.5",
                "1e3",
                "0x1F",
                "1_000",
                "\"1,00\"",
                "true",
                "12a",
                "--1");
        assertRejected(
                Sets.column("v", ColumnType.INTEGER, Constraint.NONE), "is too large a number", "9223372036854775808");
    }

    @Test
    void decimals_are_rounded_half_up_to_their_scale() throws Exception {
        assertEquals(
                List.of("1.235", "-1.235", "0.001", "0.000", "4500.000", "0.500", "5.000", "null"),
                stored(
                        Sets.decimal("v", 3, Constraint.NONE),
                        "1.2345",
                        "-1.2345",
                        "5e-4",
                        "4.9E-4",
                        "4.5e+3",
                        ".5",
                        "5.",
                        "\u00a0"));
        assertRejected(
                Sets.decimal("v", 3, Constraint.NONE),
                "is not a number like 1234.5",
                "nan",
                "inf",
                "1_0.5",
                "$5",
                "1e",
                "0x10");
        assertRejected(Sets.decimal("v", 3, Constraint.NONE), "is too large a number", "1e16", "1000000000000000");
    }

    @Test
    void random_decimals_are_stored_as_exact_arithmetic_says() throws Exception {
        Random random = new Random(11);
        List<String> texts = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int index = 0; index < 5000; index++) {
            BigDecimal value =
                    new BigDecimal(new java.math.BigInteger(1 + random.nextInt(40), random), random.nextInt(20));
            value = random.nextBoolean() ? value : value.negate();
            String text =
                    switch (random.nextInt(3)) {
                        case 0 -> value.toPlainString();
                        case 1 -> value.unscaledValue() + "e" + -value.scale();
                        default -> value.round(new java.math.MathContext(30)).toString();
                    };
            BigDecimal exact = new BigDecimal(text).setScale(6, RoundingMode.HALF_UP);
            texts.add(text);
            expected.add(text + " is " + exact.toPlainString());
        }
        List<String> found = stored(Sets.decimal("v", 6, Constraint.NONE), texts.toArray(String[]::new));
        for (int index = 0; index < texts.size(); index++) {
            assertEquals(expected.get(index), texts.get(index) + " is " + found.get(index));
        }
    }

    @Test
    void fifteen_digits_behind_the_point_are_kept() throws Exception {
        assertEquals(
                List.of("0.017416518698000", "99999999999999999999999.000000000000001"),
                stored(
                        Sets.decimal("v", 15, Constraint.NONE),
                        "0.017416518698",
                        "99999999999999999999999.000000000000001"));
        assertEquals(List.of("DECIMAL(38,15)"), rows("SELECT DISTINCT typeof(v) FROM x"));
    }

    @Test
    void days() throws Exception {
        Column day = Sets.column("v", ColumnType.DATE, Constraint.NONE);
        assertEquals(
                List.of("2023-05-01", "2023-05-01", "2014-06-28", "2014-06-28", "2014-06-06", "2024-02-29"),
                stored(
                        day,
                        "2023-05-01",
                        "2023-05-01T00:00:00",
                        "6/28/2014",
                        "06/28/2014 12:00:00 AM",
                        "06/06/2014",
                        "2024-02-29 00:00:00.000"));
        assertRejected(
                day,
                "is not a date like 2023-05-01",
                "2023-5-1",
                "2023/05/01",
                "infinity",
                "2023-05-01 10:30:00",
                "05/01/23",
                "20230501",
                "45047",
                "13/13/2014");
        assertRejected(day, "is a day that the calendar does not have", "2023-02-30", "2023-02-29");
        assertRejected(day, "is a day that the calendar does not have", "2/30/2023");
    }

    @Test
    void yes_and_no() throws Exception {
        Column flag = Sets.column("v", ColumnType.BOOLEAN, Constraint.NONE);
        assertEquals(
                List.of("true", "true", "true", "true", "false", "false", "false", "false", "null"),
                stored(flag, "yes", "TRUE", "1", "y", "No", "false", "0", "N", " "));
        assertRejected(flag, "is neither yes nor no", "maybe", "2");
    }

    @Test
    void words_are_stored_as_the_vocabulary_writes_them() throws Exception {
        Column word = Sets.column(
                "v", ColumnType.TEXT, Sets.words(false, Sets.term("Méxi'co", "mx", "MEX"), Sets.term("US", "usa")));
        assertEquals(
                List.of("Méxi'co", "Méxi'co", "Méxi'co", "US", "US", "null"),
                stored(word, "Méxi'co", "MÉXI'CO", " mEx ", "us", "USA", ""));
        assertRejected(word, "is not one of Méxi'co, US", "Canada");
    }

    @Test
    void numbers_stay_within_their_limits() throws Exception {
        Constraint limits =
                new Constraint(false, Optional.of(new BigDecimal("0.5")), Optional.of(BigDecimal.TEN), List.of());
        Column number = Sets.decimal("v", 2, limits);
        assertEquals(List.of("0.50", "10.00", "null"), stored(number, "0.5", "10", ""));
        assertRejected(number, "is less than 0.5", "0.49", "-3");
        assertRejected(number, "is more than 10", "10.01");
    }

    @Test
    void a_rule_over_columns_applies_only_when_it_says() throws Exception {
        DataSet set = Sets.of(
                "x",
                List.of(),
                List.of(new DataSet.Rule(
                        "pills need units", java.util.Map.of("form", "pill"), List.of("units"), List.of())),
                Sets.column("form", ColumnType.TEXT, Sets.words(false, Sets.term("pill"), Sets.term("powder"))),
                Sets.column("units", ColumnType.INTEGER, Constraint.NONE));
        ImportResult result = load(set, file("x.csv", "form,units\nPILL,\npill,3\npowder,\n,\npill,x\n"));
        assertEquals(
                List.of(
                        "line 2: pills need units",
                        "line 6, column units, value \"x\": is not a whole number like 1234"),
                result.problems().stream().map(Object::toString).toList());
    }

    @Test
    void a_key_of_several_columns_is_named_whole() throws Exception {
        DataSet set = Sets.of(
                "x",
                List.of("a", "b"),
                List.of(),
                Sets.column("a", ColumnType.TEXT, Constraint.NONE),
                Sets.column("b", ColumnType.INTEGER, Constraint.NONE));
        ImportResult result = load(set, file("x.csv", "a,b\nq,1\nq,2\nq,\nq,1\nq,\n"));
        assertEquals(
                List.of("line 5: the key q, 1 is already in line 2", "line 6: the key q, empty is already in line 4"),
                result.problems().stream().map(Object::toString).toList());
        assertEquals(List.of("3"), rows("SELECT count(*) FROM x"));
    }

    @Test
    void line_ends_quotes_and_long_values_come_through_unchanged() throws Exception {
        String value = "a\r\nb\rc\n\"d\", 'e' \\ \u00e9\ud834\udd1e";
        String last = "x".repeat(500_000);
        assertEquals(
                List.of(value, last),
                stored(
                        Sets.column("v", ColumnType.TEXT, Constraint.NONE),
                        '"' + value.replace("\"", "\"\"") + '"',
                        last));
    }

    private List<String> stored(Column column, String... values) throws Exception {
        ImportResult result = importOf(column, values);
        assertEquals(List.of(), result.problems());
        return rows(
                "SELECT v FROM x WHERE _batch = ? ORDER BY _line",
                result.batch().id());
    }

    private void assertRejected(Column column, String reason, String... values) throws Exception {
        ImportResult result = importOf(column, values);
        assertEquals(values.length, result.batch().rowsRejected());
        for (int index = 0; index < values.length; index++) {
            assertEquals(
                    "line " + (index + 2) + ", column v, value \"" + values[index].replace("\"", "") + "\": " + reason,
                    result.problems().get(index).toString());
        }
    }

    private ImportResult importOf(Column column, String... values) throws Exception {
        StringBuilder text = new StringBuilder("v,row\n");
        for (int row = 0; row < values.length; row++) {
            text.append(values[row]).append(',').append(row).append('\n');
        }
        return load(Sets.of("x", List.of(), List.of(), column), file("x.csv", text.toString()));
    }
}
