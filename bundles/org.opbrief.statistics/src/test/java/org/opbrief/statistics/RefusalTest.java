package org.opbrief.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.opbrief.statistics.Fixture.by;
import static org.opbrief.statistics.Fixture.count;
import static org.opbrief.statistics.Fixture.from;
import static org.opbrief.statistics.Fixture.in;
import static org.opbrief.statistics.Fixture.is;
import static org.opbrief.statistics.Fixture.measure;
import static org.opbrief.statistics.Fixture.over;
import static org.opbrief.statistics.Fixture.seizures;
import static org.opbrief.statistics.Fixture.test;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.opbrief.api.data.StoreException;
import org.opbrief.api.data.Unit;
import org.opbrief.api.statistics.DataQuery.Against;
import org.opbrief.api.statistics.DataQuery.Condition;
import org.opbrief.api.statistics.DataQuery.Dimension;
import org.opbrief.api.statistics.DataQuery.Function;
import org.opbrief.api.statistics.DataQuery.Grain;
import org.opbrief.api.statistics.DataQuery.Operator;
import org.opbrief.api.statistics.StatisticsException;

class RefusalTest {
    private final MemoryStore store = Fixture.store();

    @AfterEach
    void close() throws StoreException {
        store.close();
    }

    private void assertRefused(String expected, Fixture.Asked asked) {
        StatisticsException e =
                assertThrows(StatisticsException.class, () -> over(store).answer(asked.query()));
        assertEquals("Query by_drug: " + expected, e.getMessage());
        assertEquals(List.of(), store.asked);
    }

    @Test
    void unknownDataSetsAndColumnsAreNamedWithTheNearest() {
        assertRefused("there is no data set drug-seizures. Did you mean \"drug-seizure\"?", from("drug-seizures"));
        assertRefused("there is no data set arrest. There is drug-seizure.", from("arrest"));
        assertRefused(
                "data set drug-seizure has no column drugs. Did you mean \"drug\"?",
                seizures().by(by("drugs")));
        assertRefused(
                "data set drug-seizure has no column _batch. There are division, seized, drug, mass_kg, units and lab.",
                seizures().where(is("_batch", "1")));
        assertRefused(
                "data set drug-seizure has no column mas_kg. Did you mean \"mass_kg\"?",
                seizures().measures(measure("mass", Function.SUM, "mas_kg")));
    }

    @Test
    void measuresMustFitTheirColumns() {
        assertRefused(
                "it computes nothing; give at least one measure.", seizures().measures());
        assertRefused(
                "measure x takes the sum of column division, which holds text; take a column of numbers, or count.",
                seizures().measures(measure("x", Function.SUM, "division")));
        assertRefused(
                "measure x takes the largest of column lab, which holds true or false; take a column of numbers, or count.",
                seizures().measures(measure("x", Function.MAX, "lab")));
        assertRefused(
                "measure x takes the average of column seized, which holds dates; take a column of numbers, or count.",
                seizures().measures(measure("x", Function.AVERAGE, "seized")));
        assertRefused(
                "measure x cannot be told in usd: column mass_kg is in kg, which does not convert.",
                seizures().measures(in(Unit.US_DOLLAR, measure("x", Function.SUM, "mass_kg"))));
        assertRefused(
                "measure x cannot be told in lb: it is a plain number, which does not convert.",
                seizures().measures(in(Unit.POUND, count("x"))));
        assertRefused(
                "measure x is a date and has no unit.",
                seizures().measures(in(Unit.POUND, measure("x", Function.MIN, "seized"))));
    }

    @Test
    void conditionsMustFitTheirColumns() {
        assertRefused(
                "column drug has no value \"fentanil\". Did you mean \"fentanyl\"?",
                seizures().where(is("drug", "fentanil")));
        assertRefused(
                "column seized is compared with \"05/01/2023\", which is not a date like 2023-05-01.",
                seizures().where(test("seized", Operator.AT_LEAST, "05/01/2023")));
        assertRefused(
                "column units is compared with \"many\", which is not a whole number.",
                seizures().where(is("units", "many")));
        assertRefused(
                "column mass_kg is compared with \"1e999999999\", which is not a number like 12.5.",
                seizures().where(is("mass_kg", "1e999999999")));
        assertRefused(
                "column mass_kg is compared by below with 2 values; give one.",
                seizures().where(test("mass_kg", Operator.BELOW, "1", "2")));
        assertRefused(
                "column division holds text and cannot be compared by above; list the values that are wanted.",
                seizures().where(test("division", Operator.ABOVE, "A")));
        assertRefused(
                "a list of conditions of which one must hold is empty; give at least one.",
                seizures().where(new Condition.AnyOf(List.of())));
    }

    @Test
    void answersMustBeSound() {
        assertRefused(
                "two columns of its answer are called drug; name one of them otherwise.",
                seizures().by(by("drug")).measures(count("drug")));
        assertRefused(
                "column drug is no date and cannot be taken by fiscal year.",
                seizures().by(new Dimension("d", "", "drug", Grain.FISCAL_YEAR)));
        assertRefused(
                "it is ordered by seizure, which its answer does not have. Did you mean \"seizures\"?",
                seizures().order("seizure"));
        assertRefused("its limit is 0; give 1 or more, or none.", seizures().limit(0));
        assertRefused(
                "a comparison with the previous group wants exactly one dimension in time"
                        + " (a date, or a year as a whole number), but there are 0.",
                seizures().by(by("drug")).compare("seizures", Against.PREVIOUS));
        assertRefused(
                "the query has no measure mass. There is seizures.", seizures().compare("mass", Against.TOTAL));
        assertRefused(
                "measure m has no total that its groups are shares of, since it is the average;"
                        + " compare a count or a sum.",
                seizures().measures(measure("m", Function.AVERAGE, "mass_kg")).compare("m", Against.TOTAL));
    }

    @Test
    void anAnswerThatNobodyCanReadIsRefused() {
        var calculation =
                new StoreCalculation(Engine.duckDb(), store, 2, List.of(Fixture.SEIZURE), List.of(), id -> List.of());
        assertEquals(
                "Query by_drug: the answer has more than 2 rows;"
                        + " group by fewer columns, add conditions or set a limit.",
                assertThrows(
                                StatisticsException.class,
                                () -> calculation.answer(
                                        seizures().by(by("seized")).query()))
                        .getMessage());
    }
}
