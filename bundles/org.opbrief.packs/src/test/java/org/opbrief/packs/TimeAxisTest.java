package org.opbrief.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.statistics.Answer;
import org.opbrief.api.statistics.DataQuery;
import org.opbrief.api.statistics.DataQuery.Against;
import org.opbrief.api.statistics.DataQuery.Comparison;
import org.opbrief.api.statistics.DataQuery.Dimension;
import org.opbrief.api.statistics.DataQuery.Function;
import org.opbrief.api.statistics.DataQuery.Grain;
import org.opbrief.api.statistics.DataQuery.Measure;
import org.opbrief.api.statistics.DataQuery.Order;
import org.opbrief.api.statistics.Passport;
import org.opbrief.api.statistics.Table;

class TimeAxisTest {
    private static final Table.Column MONTH = column("at", ColumnType.DATE);
    private static final Table.Column YEAR = column("at", ColumnType.INTEGER);
    private static final Table.Column DRUG = column("drug", ColumnType.TEXT);
    private static final List<Table.Column> MEASURES = List.of(
            column("rows", ColumnType.INTEGER), column("mass", ColumnType.DECIMAL), column("mean", ColumnType.DECIMAL));

    @Test
    void aMonthWithoutRowsHasNoneAndNoAverage() {
        assertEquals(
                List.of(
                        "2022-11-01 1 1.5 1.5",
                        "2022-12-01 0 0 null",
                        "2023-01-01 0 0 null",
                        "2023-02-01 2 4.0 2.0",
                        "null 1 1.0 1.0"),
                completed(
                        query(Grain.MONTH, false),
                        table(
                                MONTH,
                                row(day(11), 1L, "1.5", "1.5"),
                                row(day(14), 2L, "4.0", "2.0"),
                                row(null, 1L, "1.0", "1.0")),
                        Optional.empty()));
    }

    @Test
    void quartersAndYearsFollowEachOtherToo() {
        assertEquals(
                List.of("2022-10-01 1 1 1", "2023-01-01 0 0 null", "2023-04-01 1 1 1"),
                completed(
                        query(Grain.QUARTER, false),
                        table(MONTH, row(day(10), 1L, "1", "1"), row(day(16), 1L, "1", "1")),
                        Optional.empty()));
        assertEquals(
                List.of("2022 1 1 1", "2021 0 0 null", "2020 1 1 1"),
                completed(
                        query(Grain.FISCAL_YEAR, true),
                        table(YEAR, row(2022L, 1L, "1", "1"), row(2020L, 1L, "1", "1")),
                        Optional.empty()));
    }

    @Test
    void aYearThatCannotBeTrueDoesNotFillTheAxis() {
        Table table = table(YEAR, row(2022L, 1L, "1", "1"), row(20_220_000_000L, 1L, "1", "1"));
        assertEquals(
                List.of("2022 1 1 1", "20220000000 1 1 1"),
                completed(query(Grain.FISCAL_YEAR, false), table, Optional.empty()));
    }

    @Test
    void eachSeriesReachesOverAllPeriodsInItsOldOrder() {
        Table table = table(
                DRUG,
                List.of(YEAR),
                row("meth", 2020L, 1L, "1", "1"),
                row("fentanyl", 2020L, 3L, "3", "1"),
                row("fentanyl", 2022L, 5L, "5", "1"));
        assertEquals(
                List.of(
                        "meth 2020 1 1 1",
                        "fentanyl 2020 3 3 1",
                        "meth 2021 0 0 null",
                        "fentanyl 2021 0 0 null",
                        "meth 2022 0 0 null",
                        "fentanyl 2022 5 5 1"),
                completed(query(Grain.YEAR, false), table, Optional.of("drug")));
    }

    @Test
    void aWholeNumberIsAYearIfItIsComparedWithThePreviousOne() {
        Table table = table(YEAR, row(2020L, 1L, "1", "1"), row(2022L, 1L, "1", "1"));
        DataQuery plain = query(Grain.VALUE, false);
        assertSame(table, complete(plain, table, Optional.empty()));
        DataQuery compared = with(plain, Optional.of(new Comparison("mass", Against.PREVIOUS)), OptionalInt.empty());
        assertEquals(3, complete(compared, table, Optional.empty()).rowCount());
    }

    @Test
    void nothingIsAddedToACompleteAnswerOrToOneThatIsCut() {
        Table complete = table(YEAR, row(2021L, 1L, "1", "1"), row(2022L, 1L, "1", "1"));
        assertSame(complete, complete(query(Grain.YEAR, false), complete, Optional.empty()));
        Table cut = table(YEAR, row(2022L, 9L, "1", "1"), row(2020L, 8L, "1", "1"));
        DataQuery limited = with(query(Grain.YEAR, false), Optional.empty(), OptionalInt.of(2));
        assertSame(cut, complete(limited, cut, Optional.empty()));
        Table none = table(YEAR);
        assertSame(none, complete(query(Grain.YEAR, false), none, Optional.empty()));
    }

    private static List<String> completed(DataQuery query, Table table, Optional<String> split) {
        Table full = complete(query, table, split);
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < full.rowCount(); row++) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < full.columns().size(); column++) {
                cells.add(full.cell(row, column).map(Object::toString).orElse("null"));
            }
            lines.add(String.join(" ", cells));
        }
        return lines;
    }

    private static Table complete(DataQuery query, Table table, Optional<String> split) {
        Passport passport = new Passport(
                "counted", Optional.empty(), Optional.empty(), Map.of(), List.of(), 0, List.of(), Optional.empty());
        return TimeAxis.complete(query, new Answer(table, passport), "at", split)
                .table();
    }

    private static DataQuery query(Grain grain, boolean descending) {
        return new DataQuery(
                "q",
                "seizure",
                List.of(),
                List.of(new Dimension("drug", "", "drug", Grain.VALUE), new Dimension("at", "", "seized", grain)),
                List.of(
                        measure("rows", Function.COUNT),
                        measure("mass", Function.SUM),
                        measure("mean", Function.AVERAGE)),
                Optional.empty(),
                List.of(new Order("at", descending)),
                OptionalInt.empty());
    }

    private static DataQuery with(DataQuery query, Optional<Comparison> compare, OptionalInt limit) {
        return new DataQuery(
                query.id(), query.from(), query.where(), query.by(), query.measures(), compare, query.order(), limit);
    }

    private static Measure measure(String name, Function function) {
        return new Measure(name, "", function, Optional.of("mass_kg"), List.of(), Optional.empty(), 1);
    }

    private static Table.Column column(String name, ColumnType type) {
        return new Table.Column(name, name, type, Optional.empty(), 0, type == ColumnType.DECIMAL);
    }

    private static Table table(Table.Column first, Object[]... rows) {
        return table(first, List.of(), rows);
    }

    private static Table table(Table.Column first, List<Table.Column> second, Object[]... rows) {
        List<Table.Column> columns = new ArrayList<>(List.of(first));
        columns.addAll(second);
        columns.addAll(MEASURES);
        return new Table(columns, Arrays.stream(rows).map(Arrays::asList).toList());
    }

    /** The last two cells are decimals. */
    private static Object[] row(Object... cells) {
        Object[] row = cells.clone();
        for (int i = row.length - 2; i < row.length; i++) {
            row[i] = new BigDecimal((String) row[i]);
        }
        return row;
    }

    /** The first day of a month, 1 is January 2022. */
    private static LocalDate day(int month) {
        return LocalDate.of(2021, 12, 1).plusMonths(month);
    }
}
