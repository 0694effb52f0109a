package org.opbrief.output.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.Unit;
import org.opbrief.api.statistics.Table;

class NumbersTest {
    private final Labels english = new Labels(Locale.ENGLISH);
    private final Numbers numbers = new Numbers(Locale.ENGLISH, english);

    @Test
    void thousandsAreSeparatedAndDecimalsKept() {
        assertEquals("1,234,567.50", numbers.format(new BigDecimal("1234567.5"), 2));
        assertEquals("999", numbers.format(new BigDecimal("999"), 0));
        assertEquals("\u22121,000", numbers.format(new BigDecimal("-999.5"), 0));
        assertEquals("0", numbers.format(new BigDecimal("-0.4"), 0));
        assertEquals("1.234,5", new Numbers(Locale.GERMAN, english).format(new BigDecimal("1234.5"), 1));
    }

    @Test
    void aHeaderNamesTheUnitOnce() {
        assertEquals("Mass (lb)", Numbers.header(Samples.measure("mass", "Mass", Unit.POUND, 1)));
        assertEquals("Value ($)", Numbers.header(Samples.measure("value", "Value", Unit.US_DOLLAR, 0)));
        assertEquals("Fentanyl pills", Numbers.header(Samples.measure("pills", "Fentanyl pills", Unit.PILL, 0)));
        assertEquals("Change (%)", Numbers.header(Samples.measure("change", "Change", Unit.RATIO, 3)));
        assertEquals("Seizures", Numbers.header(Samples.count("n", "Seizures")));
    }

    @Test
    void aRatioIsShownInPercent() {
        Table.Column change = Samples.measure("change", "Change", Unit.RATIO, 3);
        assertEquals("55.1", numbers.cell(change, Optional.of(new BigDecimal("0.551"))));
        assertEquals("\u221211.8", numbers.cell(change, Optional.of(new BigDecimal("-0.1178"))));
    }

    @Test
    void aYearHasNoThousandsSeparator() {
        Table.Column year = new Table.Column("year", "Year", ColumnType.INTEGER, Optional.empty(), 0, false);
        assertEquals("2022", numbers.cell(year, Optional.of(2022L)));
    }

    @Test
    void anEmptyCellIsEmptyAndABooleanIsAWord() {
        assertEquals("", numbers.cell(Samples.key("a", "A"), Optional.empty()));
        Table.Column flag = new Table.Column("flag", "Flag", ColumnType.BOOLEAN, Optional.empty(), 0, false);
        assertEquals("Yes", numbers.cell(flag, Optional.of(true)));
        assertEquals(
                "S\u00ed",
                new Numbers(Locale.forLanguageTag("es"), new Labels(Locale.forLanguageTag("es")))
                        .cell(flag, Optional.of(true)));
    }

    @Test
    void largeValuesAreRoundedToATenthOfAMillion() {
        assertEquals("149.6 million\u00a0doses", numbers.rough(new BigDecimal("149612345"), Unit.DOSE));
        assertEquals("$2 billion", numbers.rough(new BigDecimal("2000000001"), Unit.US_DOLLAR));
        assertEquals("999,999", numbers.rough(new BigDecimal("999999.4"), Unit.COUNT));
    }

    @Test
    void datesThatAreAllFirstDaysAreMonths() {
        Table.Column day = new Table.Column("day", "Day", ColumnType.DATE, Optional.empty(), 0, false);
        Table months =
                new Table(List.of(day), List.of(List.of(LocalDate.of(2022, 5, 1)), List.of(LocalDate.of(2022, 6, 1))));
        Table days = new Table(List.of(day), List.of(List.of(LocalDate.of(2022, 5, 1)), Arrays.asList((Object)
                LocalDate.of(2022, 6, 2))));
        assertEquals("Jun 2022", new Cells(months, numbers, english).text(1, 0));
        assertEquals("2022-05-01", new Cells(days, numbers, english).text(0, 0));
    }

    @Test
    void datesAreWrittenInTheLanguage() {
        assertEquals("May 1, 2023", english.date(LocalDate.of(2023, 5, 1)));
        assertEquals("1 de mayo de 2023", new Labels(Locale.forLanguageTag("es-MX")).date(LocalDate.of(2023, 5, 1)));
        assertEquals("May 1, 2023", new Labels(Locale.FRENCH).date(LocalDate.of(2023, 5, 1)));
    }
}
