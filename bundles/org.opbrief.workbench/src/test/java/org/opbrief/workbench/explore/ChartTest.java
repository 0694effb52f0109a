package org.opbrief.workbench.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.Column.Constraint;
import org.opbrief.api.data.Column.Reading;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Unit;
import org.opbrief.api.report.Section.Kind;
import org.opbrief.api.statistics.DataQuery.Function;
import org.opbrief.api.statistics.DataQuery.Grain;
import org.opbrief.api.statistics.Table;
import org.opbrief.workbench.TestWindow;

class ChartTest {
    private static final Column DRUG = column("drug", "Drug", ColumnType.TEXT);
    private static final Column SEIZED = column("seized", "Seized", ColumnType.DATE);
    private static final Column MASS = column("mass_kg", "Mass", ColumnType.DECIMAL);
    private static final DataSet SET =
            new DataSet("seizure", "Seizures", "", "", List.of(DRUG, SEIZED, MASS), List.of(), List.of());
    private static final Question.Cut BY_DRUG = new Question.Cut(DRUG, Grain.VALUE);
    private static final Question.Cut BY_MONTH = new Question.Cut(SEIZED, Grain.MONTH);
    private static final Question.Cut BY_QUARTER = new Question.Cut(SEIZED, Grain.QUARTER);

    private static Column column(String name, String title, ColumnType type) {
        return new Column(name, title, "", type, 1, Optional.empty(), Reading.PLAIN, Constraint.NONE);
    }

    private static ChartContent chart(Kind kind, Function function, List<Question.Cut> by, List<List<Object>> rows) {
        Question.Sum sum = new Question.Sum(function, Optional.of(MASS));
        List<Table.Column> columns = new ArrayList<>();
        by.forEach(cut -> columns.add(
                new Table.Column(cut.name(), cut.title(), cut.column().type(), Optional.empty(), 0, false)));
        columns.add(new Table.Column(sum.name(), sum.title(), ColumnType.DECIMAL, Optional.of(Unit.KILOGRAM), 1, true));
        return new ChartBuilder(new Question(SET, by, List.of(sum), List.of(), kind), new Table(columns, rows)).build();
    }

    private static LocalDate month(int month) {
        return LocalDate.of(2022, month, 1);
    }

    private static List<Object> row(Object... cells) {
        return Arrays.asList(cells);
    }

    private static List<String> values(ChartContent chart, int series) {
        return chart.series().get(series).values().stream()
                .map(value -> value.map(chart::text).orElse("none"))
                .toList();
    }

    @Test
    void monthsWithoutRowsAreOnTheLineAsNothingSeized() {
        ChartContent chart = chart(
                Kind.LINE,
                Function.SUM,
                List.of(BY_MONTH),
                List.of(row(month(1), 4), row(month(4), 2.5), row(null, 7)));
        assertEquals(List.of("2022-01", "2022-02", "2022-03", "2022-04"), chart.categories());
        assertEquals(List.of("4.0", "0.0", "0.0", "2.5"), values(chart, 0));
        assertEquals("Rows without a date are in the table only.", chart.note());
    }

    @Test
    void anAverageOfNothingIsNotDrawnAndBarsKeepWhatHasNoDate() {
        ChartContent chart = chart(
                Kind.BAR,
                Function.AVERAGE,
                List.of(BY_QUARTER),
                List.of(row(month(1), 4), row(month(7), 2.5), row(null, 7)));
        assertEquals(List.of("2022 Q1", "2022 Q2", "2022 Q3", "(none)"), chart.categories());
        assertEquals(List.of("4.0", "none", "2.5", "7.0"), values(chart, 0));
        assertEquals("", chart.note());
    }

    @Test
    void twoColumnsMakeASeriesOfEachValueWithTheTimeAlongTheAxis() {
        ChartContent chart = chart(
                Kind.LINE,
                Function.SUM,
                List.of(BY_DRUG, BY_MONTH),
                List.of(row("Cocaine", month(2), 5), row("Heroin", month(1), 3), row("Heroin", month(2), 1)));
        assertEquals("Sum of Mass (kg): Drug, Seized by month", chart.title());
        assertEquals(List.of("2022-01", "2022-02"), chart.categories());
        assertEquals("Cocaine", chart.series().get(0).name());
        assertEquals(List.of("0.0", "5.0"), values(chart, 0));
        assertEquals(List.of("3.0", "1.0"), values(chart, 1));
    }

    @Test
    void ofManySeriesTheLargestAreDrawnAndTheRestIsSaid() {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 1; i <= 9; i++) {
            rows.add(row("Drug " + i, month(1), i));
        }
        ChartContent chart = chart(Kind.BAR, Function.SUM, List.of(BY_DRUG, BY_MONTH), rows);
        assertEquals(
                List.of("Drug 4", "Drug 5", "Drug 6", "Drug 7", "Drug 8", "Drug 9"),
                chart.series().stream().map(ChartContent.Series::name).toList());
        assertEquals("The 6 largest of 9; the table has the others.", chart.note());
    }

    @Test
    void barsThatHaveNoRoomAreSaidWithTheirSumIfThereIsOne() {
        List<List<Object>> rows = List.of(row("Cocaine", 5), row("Heroin", 3), row("Other", 1.5));
        assertEquals(
                "and 2 more, together 4.5",
                chart(Kind.BAR, Function.SUM, List.of(BY_DRUG), rows).more(1));
        assertEquals(
                "and 2 more",
                chart(Kind.BAR, Function.AVERAGE, List.of(BY_DRUG), rows).more(1));
        List<List<Object>> cut =
                Stream.generate(() -> row("Drug", 1)).limit(Question.ROWS).toList();
        assertEquals(
                "and 0 more",
                chart(Kind.BAR, Function.SUM, List.of(BY_DRUG), cut).more(1));
    }

    @Test
    void aLineIsOnlyDrawnOverTime() {
        assertEquals(
                Kind.BAR,
                chart(Kind.LINE, Function.SUM, List.of(BY_DRUG), List.of(row("Cocaine", 5)))
                        .kind());
        assertEquals(
                Kind.BAR,
                chart(
                                Kind.LINE,
                                Function.SUM,
                                List.of(BY_DRUG, BY_MONTH, BY_QUARTER),
                                List.of(row("Cocaine", month(1), month(1), 5)))
                        .kind());
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
    void linesAndGroupsOfBarsAreDrawn() throws Exception {
        List<List<Object>> rows = new ArrayList<>();
        List<String> drugs = List.of("Methamphetamine", "Cocaine", "Fentanyl", "Heroin");
        for (int month = 1; month <= 12; month++) {
            for (int drug = 0; drug < drugs.size(); drug++) {
                rows.add(row(drugs.get(drug), month(month), 1200 * (5 - drug) + 700 * ((month * (drug + 2)) % 5)));
            }
        }
        try (TestWindow window = new TestWindow(800, 420)) {
            ChartCanvas canvas = new ChartCanvas(window.shell());
            window.open();
            canvas.show(chart(Kind.LINE, Function.SUM, List.of(BY_DRUG, BY_MONTH), rows));
            window.shoot("explore-lines");
            canvas.show(chart(Kind.BAR, Function.SUM, List.of(BY_DRUG, BY_MONTH), rows));
            window.shoot("explore-groups");
            canvas.show(chart(Kind.LINE, Function.AVERAGE, List.of(BY_MONTH), List.of(row(month(3), 0))));
            window.shoot("explore-point");
        }
    }
}
