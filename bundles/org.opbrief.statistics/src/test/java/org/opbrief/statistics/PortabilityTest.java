package org.opbrief.statistics;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opbrief.api.statistics.Query;
import org.opbrief.api.statistics.StatisticsException;

class PortabilityTest {

    private static void check(String sql) throws StatisticsException {
        new StoreStatistics()
                .check(new Query.Sql("q", sql, Map.of("since", "$since"), List.of()), List.of(Fixture.SEIZURE));
    }

    private static String problem(String sql) {
        return assertThrows(StatisticsException.class, () -> check(sql)).getMessage();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            select drug from drug_seizure qualify row_number() over (order by mass_kg) = 1 | qualify (line 1) | put the window function into a subquery, and its condition into WHERE around it.
            select percentile_cont(0.5) within group (order by mass_kg) from drug_seizure | percentile_cont (line 1) | number the rows with row_number() over (order by \u2026) in a subquery and take the one that is wanted.
            select drug, MEDIAN (mass_kg) m from drug_seizure group by drug | MEDIAN (line 1) | number the rows with row_number() over (order by \u2026) in a subquery and take the one that is wanted.
            select strftime(seized, '%Y') from drug_seizure | strftime (line 1) | give the date as it is, or extract(year from \u2026); it is formatted where it is shown.
            select date_trunc('month', seized) from drug_seizure | date_trunc (line 1) | write extract(year from \u2026) and extract(month from \u2026), or let a query without SQL take a date by month.
            select * exclude (lab) from drug_seizure | * exclude (line 1) | name the columns.
            select drug, count(*) from drug_seizure group by all | group by all (line 1) | name the columns.
            select regexp_matches(drug, 'f.*') from drug_seizure | regexp_matches (line 1) | write \u2026 like '\u2026%', or let a column of the data set read it with 'matches'.
            """)
    void whatOnlySomeEnginesHaveIsRefusedWithWhatToWriteInstead(String sql, String what, String instead) {
        assertEquals("Query q: its SQL uses " + what + ", which not every engine has: " + instead, problem(sql));
    }

    @Test
    void theLineIsThatOfTheSqlAndTextsAndCommentsDoNotCount() {
        assertEquals(
                "Query q: its SQL uses mode (line 3), which not every engine has: number the rows with row_number() over"
                        + " (order by \u2026) in a subquery and take the one that is wanted.",
                problem(
                        "select 'median(' as \"first(\", -- mode(drug)\n  /* qualify */\nmode(drug) from drug_seizure"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select drug, mass_kg::decimal(10, 2) m, coalesce(units, 0) u from drug_seizure where seized >= cast(:since as date)",
                "with m as (select division, sum(mass_kg) mass from drug_seizure group by division)"
                        + " select division, mass from m where mass > (select avg(mass) from m) order by mass desc limit 3",
                "select drug from (select drug, row_number() over (order by mass_kg) n from drug_seizure) x where n = 1",
                "select extract(year from seized) y, count(*) filter (where lab) n from drug_seizure group by extract(year from seized)",
            })
    void whatAllEnginesHaveIsAccepted(String sql) {
        assertDoesNotThrow(() -> check(sql));
    }

    @Test
    void otherFaultsAreToldAsWhenItRuns() {
        assertEquals(
                "Query q: its SQL reads the table drug_seizures, which is no data set. Did you mean \"drug_seizure\"?",
                problem("select drug from drug_seizures"));
        assertEquals(
                "Query q: its SQL names the parameter :sinse, which has no value. Did you mean \"since\"?",
                problem("select drug from drug_seizure where drug = :sinse"));
    }
}
