package org.opbrief.output.excel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opbrief.api.data.Unit;

class PartsTest {

    @Test
    void sheetNamesAreLegalShortAndDifferent() {
        Names names = new Names();
        assertEquals("A b c", names.sheet("A/b*c"));
        assertEquals("a B c (2)", names.sheet("a B c"));
        assertEquals("Seizures of methamphetamine in", names.sheet("Seizures of methamphetamine in all divisions"));
        assertEquals("Seizures of methamphetamine (2)", names.sheet("Seizures of methamphetamine in all states"));
        assertEquals("x".repeat(31), names.sheet("x".repeat(40)));
        assertEquals("History_", names.sheet("History"));
        assertEquals("quoted", names.sheet("'quoted'"));
        assertEquals("_", names.sheet("?"));
    }

    @Test
    void namesOfTablesAndCellsAreNoReferences() {
        Names names = new Names();
        assertEquals("pills", names.name("pills"));
        assertEquals("Pills_2", names.name("Pills"));
        assertEquals("_Q1", names.name("Q1"));
        assertEquals("_R1C1", names.name("R1C1"));
        assertEquals("_c", names.name("c"));
        assertEquals("_true", names.name("true"));
        assertEquals("_2022", names.name("2022"));
        assertEquals("a_b", names.name("a-b"));
    }

    @Test
    void whatXmlCannotHoldIsEscaped() {
        assertEquals("a_x0000_b_x000D_c\t\n", CellText.escape("a\0b\rc\t\n"));
        assertEquals("_x005F_x0041_ _x41_ _", CellText.escape("_x0041_ _x41_ _"));
        assertEquals(
                "\uFFFD\uFFFD\uD83D\uDE00\uFFFD",
                CellText.escape("\uD800\uDC00\uDE00\uD83D\uDE00\uFFFE"
                        .substring(2)
                        .replace("\uDE00\uD83D", "\uDE00\uFFFF\uD83D")));
    }

    @Test
    void whatExcelWouldComputeIsKnown() {
        for (String text : new String[] {"=1", "+1", "-1", "@a", "\t=1", "\r=1"}) {
            assertTrue(CellText.looksLikeFormula(text), text);
        }
        assertFalse(CellText.looksLikeFormula("a=1"));
        assertFalse(CellText.looksLikeFormula(""));
    }

    @Test
    void numbersKeepAllDigitsThatExcelCanHold() {
        assertEquals("0.10", NumberText.of(new BigDecimal("0.10")));
        assertEquals("-12345.678", NumberText.of(new BigDecimal("-12345.678")));
        assertEquals(6512.3456789012345678, Double.parseDouble(NumberText.of(new BigDecimal("6512.3456789012345678"))));
        assertEquals("1.0E9", NumberText.of(new BigDecimal("1E9")));
        assertTrue(NumberText.isExact(999_999_999_999_999L));
        assertFalse(NumberText.isExact(1_000_000_000_000_000L));
        assertFalse(NumberText.isExact(Long.MIN_VALUE));
    }

    @Test
    void daysAreCountedWhereExcelCountsThemRight() {
        assertEquals(Optional.of(61L), NumberText.serial(LocalDate.of(1900, 3, 1)));
        assertEquals(Optional.empty(), NumberText.serial(LocalDate.of(1900, 2, 28)));
        assertEquals(Optional.of(45047L), NumberText.serial(LocalDate.of(2023, 5, 1)));
        assertEquals(Optional.of(2958465L), NumberText.serial(LocalDate.of(9999, 12, 31)));
    }

    @Test
    void formatsNameTheUnit() {
        assertEquals("#,##0", Formats.of(Unit.COUNT, 0));
        assertEquals("#,##0.00\" lb\"", Formats.of(Unit.POUND, 2));
        assertEquals("$#,##0", Formats.of(Unit.US_DOLLAR, 0));
        assertEquals("0.0%", Formats.of(Unit.RATIO, 3));
        assertEquals("0%", Formats.of(Unit.PERCENT, 0));
        assertEquals("Mass (lb)", Formats.titled("Mass", Optional.of(Unit.POUND)));
        assertEquals("Fentanyl pills", Formats.titled("Fentanyl pills", Optional.of(Unit.PILL)));
        assertEquals("[=0]0;#,##0,,\"M\"", Formats.axis(Unit.PILL, 0, 2e7));
        assertEquals(new BigDecimal("0.55"), Formats.stored(new BigDecimal("55"), Optional.of(Unit.PERCENT)));
        assertEquals(new BigDecimal("0.55"), Formats.stored(new BigDecimal("0.55"), Optional.of(Unit.RATIO)));
    }
}
