package org.opbrief.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.opbrief.statistics.Fixture.figure;
import static org.opbrief.statistics.Fixture.lines;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.Store;
import org.opbrief.api.data.StoreException;
import org.opbrief.api.statistics.Answer;
import org.opbrief.api.statistics.Figure;
import org.opbrief.api.statistics.Passport;
import org.opbrief.api.statistics.Query;
import org.opbrief.api.statistics.Statistic;
import org.opbrief.api.statistics.StatisticsException;
import org.opbrief.api.statistics.Table;

class ComputedQueryTest {

    /** Doubles its parameter. */
    private record Twice(String id) implements Statistic {

        @Override
        public Answer compute(Store store, Map<String, String> parameters) throws StatisticsException {
            if (!parameters.containsKey("n")) {
                throw new StatisticsException("twice wants the parameter n.");
            }
            Table.Column column = new Table.Column("twice", "Twice", ColumnType.DECIMAL, Optional.empty(), 1, true);
            BigDecimal twice = new BigDecimal(parameters.get("n")).multiply(BigDecimal.valueOf(2));
            Passport passport = new Passport(
                    "twice n",
                    Optional.empty(),
                    Optional.empty(),
                    parameters,
                    List.of(),
                    0,
                    List.of(),
                    Optional.empty());
            return new Answer(new Table(List.of(column), List.of(List.of(twice))), passport);
        }
    }

    @Test
    void statisticsComeAndGo() throws StatisticsException, StoreException {
        StoreStatistics statistics = new StoreStatistics();
        Statistic twice = new Twice("twice");
        Query.Computed query = new Query.Computed("q", "twice", Map.of("n", "21.25"));
        try (MemoryStore store = new MemoryStore()) {
            var calculation = statistics.over(store, List.of(), List.of());
            assertEquals(
                    "Query q: there is no statistic twice; install the bundle that brings it, or name another.",
                    assertThrows(StatisticsException.class, () -> calculation.answer(query))
                            .getMessage());
            statistics.addStatistic(twice);
            assertEquals(List.of("42.5"), lines(calculation.answer(query).table()));
            Figure figure = calculation.figure(figure("f", query, "twice"));
            assertEquals("42.5", figure.words());
            assertEquals(
                    "twice in one row of query q: twice n", figure.passport().method());
            assertEquals(
                    "Query p: twice wants the parameter n.",
                    assertThrows(
                                    StatisticsException.class,
                                    () -> calculation.answer(new Query.Computed("p", "twice", Map.of())))
                            .getMessage());
            statistics.addStatistic(new Twice("twice"));
            assertEquals(
                    "Query q: several bundles bring a statistic twice; remove all but one.",
                    assertThrows(StatisticsException.class, () -> calculation.answer(query))
                            .getMessage());
            statistics.removeStatistic(twice);
            statistics.removeStatistic(new Twice("twice"));
            assertThrows(StatisticsException.class, () -> calculation.answer(query));
        }
    }
}
