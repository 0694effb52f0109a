package org.opbrief.output.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.Unit;
import org.opbrief.api.report.Section;
import org.opbrief.api.statistics.Table;

class ChartTest {
    private final Labels labels = new Labels(Locale.ENGLISH);

    @Test
    void anAxisEndsAtARoundNumberAboveAllValues() {
        assertEquals(new Axis(0, 100_000, 20_000), Axis.over(0, 96_904, 5));
        assertEquals(new Axis(0, 12, 2), Axis.over(3, 11.2, 6));
        assertEquals(
                List.of(0.0, 20_000.0, 40_000.0, 60_000.0, 80_000.0, 100_000.0),
                Axis.over(0, 100_000, 5).marks());
    }

    @Test
    void anAxisHoldsNegativeValuesAndZero() {
        Axis axis = Axis.over(-11.8, 31.3, 5);
        assertEquals(-20, axis.from());
        assertEquals(40, axis.until());
        assertEquals(1.0 / 3, axis.share(0), 1e-9);
    }

    @Test
    void anAxisOfNothingIsStillAnAxis() {
        assertEquals(new Axis(0, 1, 0.2), Axis.over(0, 0, 5));
        assertEquals(1, Axis.over(0, 0, 5).decimals());
    }

    @Test
    void theValuesOfADimensionBecomeSeriesWithGaps() {
        Table table = new Table(
                List.of(
                        Samples.key("form", "Form"),
                        Samples.key("drug", "Drug"),
                        Samples.measure("mass", "Mass", Unit.KILOGRAM, 1)),
                List.of(
                        Arrays.asList("Pill", "Fentanyl", new BigDecimal("1.5")),
                        Arrays.asList("Powder", "Fentanyl", new BigDecimal("2.5")),
                        Arrays.asList("Powder", "Cocaine", new BigDecimal("4"))));
        ChartData data =
                data(Samples.chart("c", Section.Kind.BAR, table, "form", List.of("mass"), Optional.of("drug")));
        assertEquals(List.of("Pill", "Powder"), data.categories());
        assertEquals("Mass (kg)", data.yTitle());
        assertEquals("Form", data.xTitle());
        assertEquals(
                List.of(
                        new ChartData.Series("Fentanyl", List.of(OptionalDouble.of(1.5), OptionalDouble.of(2.5))),
                        new ChartData.Series("Cocaine", List.of(OptionalDouble.empty(), OptionalDouble.of(4)))),
                data.series());
    }

    @Test
    void yearsStandAsFarApartAsTheyAre() {
        Table table = new Table(
                List.of(
                        new Table.Column("year", "Year", ColumnType.INTEGER, Optional.empty(), 0, false),
                        Samples.count("n", "Cases")),
                List.of(List.of(2018L, 5L), List.of(2020L, 6L)));
        assertEquals(
                List.of(2018.0, 2020.0),
                data(Samples.chart("c", Section.Kind.LINE, table, "year", List.of("n"), Optional.empty()))
                        .places());
    }

    @Test
    void drawingsOfUnusualDataAreWritten(@TempDir java.nio.file.Path folder) throws Exception {
        Pdf pdf = Pdf.of(
                Samples.of(
                        Samples.chart(
                                "Negative",
                                Section.Kind.BAR,
                                changes(5),
                                "division",
                                List.of("change"),
                                Optional.empty()),
                        Samples.chart(
                                "Many",
                                Section.Kind.BAR,
                                changes(200),
                                "division",
                                List.of("change"),
                                Optional.empty()),
                        Samples.chart("Days", Section.Kind.LINE, days(400), "day", List.of("a", "b"), Optional.empty()),
                        Samples.chart("One", Section.Kind.LINE, days(1), "day", List.of("a"), Optional.empty())),
                folder);
        assertTrue(pdf.text().contains("Change (%)"), pdf.text());
        assertEquals(List.of(), pdf.failures());
    }

    private ChartData data(Section.Chart chart) {
        return ChartData.of(chart, new Cells(chart.answer().table(), new Numbers(Locale.ENGLISH, labels), labels));
    }

    static Table changes(int count) {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(List.of("Division " + i, new BigDecimal(i * 7 % 11 - 4).movePointLeft(1)));
        }
        return new Table(
                List.of(Samples.key("division", "Division"), Samples.measure("change", "Change", Unit.RATIO, 3)), rows);
    }

    static Table days(int count) {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(List.of(LocalDate.of(2022, 5, 3).plusDays(i), 100L + i % 30, 220L - i % 70));
        }
        return new Table(
                List.of(
                        new Table.Column("day", "Day", ColumnType.DATE, Optional.empty(), 0, false),
                        Samples.count("a", "Arrests"),
                        Samples.count("b", "Seizures")),
                rows);
    }
}
