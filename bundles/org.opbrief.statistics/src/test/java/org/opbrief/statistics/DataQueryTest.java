package org.opbrief.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.opbrief.statistics.Fixture.by;
import static org.opbrief.statistics.Fixture.count;
import static org.opbrief.statistics.Fixture.in;
import static org.opbrief.statistics.Fixture.is;
import static org.opbrief.statistics.Fixture.lines;
import static org.opbrief.statistics.Fixture.measure;
import static org.opbrief.statistics.Fixture.over;
import static org.opbrief.statistics.Fixture.seizures;
import static org.opbrief.statistics.Fixture.test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.StoreException;
import org.opbrief.api.data.Unit;
import org.opbrief.api.statistics.Answer;
import org.opbrief.api.statistics.DataQuery.Against;
import org.opbrief.api.statistics.DataQuery.Condition.AnyOf;
import org.opbrief.api.statistics.DataQuery.Function;
import org.opbrief.api.statistics.DataQuery.Grain;
import org.opbrief.api.statistics.DataQuery.Operator;
import org.opbrief.api.statistics.StatisticsException;
import org.opbrief.api.statistics.Table;

class DataQueryTest {
    private final MemoryStore store = Fixture.store();

    @AfterEach
    void close() throws StoreException {
        store.close();
    }

    private Answer answer(Fixture.Asked asked) throws StatisticsException {
        return over(store).answer(asked.query());
    }

    private List<String> rows(Fixture.Asked asked) throws StatisticsException {
        return lines(answer(asked).table());
    }

    @Test
    void groupsAndShowsLabelsAndUnits() throws StatisticsException {
        Answer answer = answer(seizures()
                .by(by("drug"))
                .measures(
                        count("seizures"),
                        in(Unit.POUND, measure("mass", Function.SUM, "mass_kg")),
                        measure("units", Function.SUM, "units")));
        assertEquals(
                List.of(
                        "Fentanyl | 3 | 4.960400899159745566266910530263108 | 1436",
                        "Methamphetamine | 4 | 651.4681893789350998121948127125683 | "),
                lines(answer.table()));
        assertEquals(
                new Table.Column("drug", "Drug", ColumnType.TEXT, Optional.empty(), 0, false),
                answer.table().columns().get(0));
        assertEquals(
                new Table.Column("seizures", "Count", ColumnType.INTEGER, Optional.of(Unit.COUNT), 0, true),
                answer.table().columns().get(1));
        assertEquals(
                new Table.Column("mass", "Mass", ColumnType.DECIMAL, Optional.of(Unit.POUND), 1, true),
                answer.table().columns().get(2));
    }

    @Test
    void theSqlIsWhatRan() throws StatisticsException {
        Answer answer = answer(seizures()
                .where(is("division", "Omaha"), test("seized", Operator.AT_LEAST, "2018-05-01"))
                .by(by("drug"))
                .measures(measure("mass", Function.SUM, "mass_kg"))
                .order("-mass")
                .limit(5));
        String sql = "select \"drug\" as \"drug\", sum(\"mass_kg\") as \"mass\" from \"drug_seizure\""
                + " where (\"division\" = 'Omaha' and \"seized\" >= date '2018-05-01')"
                + " group by \"drug\" order by \"mass\" desc nulls last, \"drug\" asc nulls last limit 5";
        assertEquals(Optional.of(sql), answer.passport().sql());
        assertEquals(sql, store.asked.get(0));
        assertEquals(
                "sum of mass_kg over 3 rows of drug-seizure by drug",
                answer.passport().method());
        assertEquals(
                Map.of("division", "Omaha", "seized", "at least 2018-05-01"),
                answer.passport().parameters());
        assertEquals(3, answer.passport().rows());
        assertEquals(
                List.of("1: 1", "2: 2"),
                answer.passport().batches().stream()
                        .map(source -> source.batch().id() + ": " + source.rows())
                        .toList());
    }

    @Test
    void takesDatesByTheirGrain() throws StatisticsException {
        assertEquals(
                List.of("2018 | 3", "2019 | 1", "2020 | 2", " | 1"),
                rows(seizures().by(by("year", Grain.YEAR))));
        assertEquals(
                List.of("2018 | 1", "2019 | 3", "2020 | 2", " | 1"),
                rows(seizures().by(by("fy", Grain.FISCAL_YEAR))));
        assertEquals(
                List.of(
                        "2018-01-01 | 1",
                        "2018-10-01 | 2",
                        "2019-07-01 | 1",
                        "2020-01-01 | 1",
                        "2020-04-01 | 1",
                        " | 1"),
                rows(seizures().by(by("quarter", Grain.QUARTER))));
        assertEquals(
                List.of("2018-02-01 | 1", "2018-10-01 | 1", "2018-12-01 | 1"),
                rows(seizures().by(by("seized", Grain.MONTH)).limit(3)));
    }

    @Test
    void totalsAllRowsWithoutGroups() throws StatisticsException {
        assertEquals(
                List.of("7 | 297.751 | 2 | 100.000 | 0.001"),
                rows(seizures()
                                .measures(
                                        count("n"),
                                        measure("mass", Function.SUM, "mass_kg"),
                                        measure("places", Function.COUNT_DISTINCT, "division"),
                                        measure("omaha", Function.MIN, "mass_kg", is("division", "Omaha")),
                                        measure("least", Function.MIN, "mass_kg")))
                        .stream()
                        .map(line -> line.replace("| 100 |", "| 100.000 |"))
                        .toList());
    }

    @Test
    void averagesAreExact() throws StatisticsException {
        assertEquals(
                List.of("Dallas | 20.2505", "Omaha | 127.5", " | 2.25"),
                rows(seizures().by(by("division")).measures(measure("mean", Function.AVERAGE, "mass_kg"))));
        assertEquals(
                List.of("Omaha | 127.5", "Dallas | 20.2505"),
                rows(seizures()
                        .by(by("division"))
                        .measures(measure("mean", Function.AVERAGE, "mass_kg"))
                        .order("-mean")
                        .limit(2)));
    }

    @Test
    void conditionsOfAMeasureAreItsOwn() throws StatisticsException {
        Answer answer = answer(seizures()
                .by(by("division"))
                .measures(count("all"), count("meth", is("drug", "ICE")), count("none", is("drug"))));
        assertEquals(List.of("Dallas | 2 | 2 | 0", "Omaha | 4 | 2 | 0", " | 1 | 0 | 0"), lines(answer.table()));
        assertEquals(
                "select \"division\" as \"division\", count(*) as \"all\","
                        + " count(*) filter (where \"drug\" = 'meth') as \"meth\","
                        + " count(*) filter (where false) as \"none\" from \"drug_seizure\""
                        + " group by \"division\" order by \"division\" asc nulls last",
                answer.passport().sql().orElseThrow());
    }

    @Test
    void everyOperatorIsUnderstood() throws StatisticsException {
        assertEquals(List.of("1"), rows(seizures().where(test("division", Operator.EMPTY))));
        assertEquals(List.of("6"), rows(seizures().where(test("division", Operator.PRESENT))));
        assertEquals(List.of("5"), rows(seizures().where(test("division", Operator.NOT_IN, "Dallas"))));
        assertEquals(List.of("7"), rows(seizures().where(test("division", Operator.NOT_IN))));
        assertEquals(List.of("1"), rows(seizures().where(test("units", Operator.ABOVE, "436"))));
        assertEquals(List.of("2"), rows(seizures().where(test("mass_kg", Operator.BELOW, "40.5"))));
        assertEquals(List.of("3"), rows(seizures().where(test("mass_kg", Operator.AT_MOST, "40.5"))));
        assertEquals(List.of("3"), rows(seizures().where(is("lab", "yes"))));
        assertEquals(
                List.of("3"),
                rows(seizures()
                        .where(new AnyOf(
                                List.of(is("division", "Dallas"), test("units", Operator.AT_LEAST, "1000"))))));
        assertEquals(
                List.of("2"),
                rows(seizures().by(by("year", Grain.YEAR)).where(is("year", "2020"))).stream()
                        .map(line -> line.substring(7))
                        .toList());
    }

    @Test
    void quotesInValuesStayValues() throws StatisticsException {
        assertEquals(List.of("0"), rows(seizures().where(is("division", "O'Neill' or 1=1 --"))));
    }

    @Test
    void comparesWithTheYearBefore() throws StatisticsException {
        Answer answer = answer(seizures()
                .where(is("drug", "meth"))
                .by(by("division"), by("year", Grain.YEAR))
                .measures(measure("mass", Function.SUM, "mass_kg"))
                .compare("mass", Against.PREVIOUS)
                .order("-mass_change"));
        // Dallas has no year 2019, so that nothing stands before its 2020
        assertEquals(
                List.of(
                        "Omaha | 2019 | 155 | 0.55",
                        "Dallas | 2018 | 40.5 | ",
                        "Dallas | 2020 | 0.001 | ",
                        "Omaha | 2018 | 100 | "),
                lines(answer.table()));
        assertEquals(
                new Table.Column("mass_change", "Mass, change", ColumnType.DECIMAL, Optional.of(Unit.RATIO), 3, true),
                answer.table().columns().get(3));
    }

    @Test
    void sharesAreOfAllGroupsAlsoOfThoseCutAway() throws StatisticsException {
        assertEquals(
                List.of("Omaha | 4 | 0.5714285714285714285714285714285714"),
                rows(seizures()
                        .by(by("division"))
                        .compare("seizures", Against.TOTAL)
                        .order("-seizures")
                        .limit(1)));
    }

    @Test
    void ordersByTheLabelsThatAReaderSees() throws StatisticsException {
        var state = Fixture.text("state", "State", Fixture.term("ND", "North Dakota"), Fixture.term("NE", "Nebraska"));
        var places = new DataSet("place", "Places", "", "", List.of(state), List.of(), List.of());
        store.batch(places, "'ND'", "'NE'", "null");
        var calculation = new StoreCalculation(Engine.duckDb(), store, 10, List.of(places), List.of(), id -> List.of());
        assertEquals(
                List.of("Nebraska | 1", "North Dakota | 1"),
                lines(calculation
                        .answer(Fixture.from("place").by(by("state")).limit(2).query())
                        .table()));
    }

    @Test
    void anOpenVocabularyHasOtherValuesThatStandForThemselves() throws StatisticsException {
        var terms = List.of(Fixture.term("other", "Any other"), Fixture.term("NE", "Nebraska"));
        var state = new Column(
                "state",
                "State",
                "",
                ColumnType.TEXT,
                0,
                Optional.empty(),
                Column.Reading.PLAIN,
                new Column.Constraint(false, Optional.empty(), Optional.empty(), terms, true));
        var places = new DataSet("place", "Places", "", "", List.of(state), List.of(), List.of());
        store.batch(places, "'other'", "'Guam'", "'NE'", "'Guam'");
        var calculation = new StoreCalculation(Engine.duckDb(), store, 10, List.of(places), List.of(), id -> List.of());
        assertEquals(
                List.of("Any other | 1", "Guam | 2", "Nebraska | 1"),
                lines(calculation
                        .answer(Fixture.from("place").by(by("state")).query())
                        .table()));
        assertEquals(
                List.of("2"),
                lines(calculation
                        .answer(Fixture.from("place")
                                .where(Fixture.is("state", "Guam"))
                                .query())
                        .table()));
    }

    @Test
    void equalQuestionsAreAskedOnce() throws StatisticsException {
        var calculation = over(store);
        calculation.answer(seizures().query());
        calculation.answer(seizures().query());
        assertEquals(2, store.asked.size());
    }
}
