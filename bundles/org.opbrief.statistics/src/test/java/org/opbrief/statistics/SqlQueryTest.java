package org.opbrief.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.opbrief.statistics.Fixture.figure;
import static org.opbrief.statistics.Fixture.is;
import static org.opbrief.statistics.Fixture.lines;
import static org.opbrief.statistics.Fixture.over;
import static org.opbrief.statistics.Fixture.test;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.StoreException;
import org.opbrief.api.data.Unit;
import org.opbrief.api.statistics.Answer;
import org.opbrief.api.statistics.DataQuery.Operator;
import org.opbrief.api.statistics.Figure;
import org.opbrief.api.statistics.Query;
import org.opbrief.api.statistics.Query.Heading;
import org.opbrief.api.statistics.StatisticsException;
import org.opbrief.api.statistics.Table;

class SqlQueryTest {
    private final MemoryStore store = Fixture.store();

    @AfterEach
    void close() throws StoreException {
        store.close();
    }

    private static Query.Sql sql(String sql) {
        return new Query.Sql("q", sql, Map.of("division", "O'Neill", "year", "2018"), List.of());
    }

    private Answer answer(String sql) throws StatisticsException {
        return over(store).answer(sql(sql));
    }

    @Test
    void oneSelectIsAnswered() throws StatisticsException {
        Query.Sql query = new Query.Sql(
                "q",
                "SELECT extract(year FROM seized) AS year, sum(mass_kg) AS mass, count(*) AS n\n"
                        + "FROM drug_seizure s WHERE s.division = :division AND seized < DATE '2020-01-01'\n"
                        + "GROUP BY extract(year FROM seized) ORDER BY 1",
                Map.of("division", "Omaha", "unused", "x"),
                List.of(
                        new Heading("year", "Year", Optional.empty(), 0),
                        new Heading("mass", "Mass", Optional.of(Unit.KILOGRAM), 2)));
        Answer answer = over(store).answer(query);
        assertEquals(List.of("2018 | 100 | 2", "2019 | 155 | 1"), lines(answer.table()));
        assertEquals(
                List.of(
                        new Table.Column("year", "Year", ColumnType.INTEGER, Optional.empty(), 0, false),
                        new Table.Column("mass", "Mass", ColumnType.DECIMAL, Optional.of(Unit.KILOGRAM), 2, true),
                        new Table.Column("n", "n", ColumnType.INTEGER, Optional.empty(), 0, true)),
                answer.table().columns());
        assertEquals(
                "select extract(year from seized) as year, sum(mass_kg) as mass, count(*) as n"
                        + " from drug_seizure as s"
                        + " where (s.division = 'Omaha' and seized < date '2020-01-01')"
                        + " group by extract(year from seized) order by 1",
                answer.passport().sql().orElseThrow());
        assertEquals(Optional.empty(), answer.passport().rowsSql());
        assertEquals(7, answer.passport().rows());
        assertEquals(2, answer.passport().batches().size());
        assertEquals("SQL over drug-seizure (7 rows)", answer.passport().method());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "with x as (select drug, mass_kg as m from drug_seizure) select count(*) from x where drug = 'meth'",
                "select count(*) from (select d.* from drug_seizure d) t where t.drug = 'meth'",
                "select count(*) from drug_seizure a join (select distinct drug from drug_seizure) b"
                        + " on a.drug = b.drug where b.drug = 'meth'",
                "select count(*) filter (where drug = 'meth') from \"drug_seizure\"",
                "select sum(n) from (select 1 as n from drug_seizure where drug in (select 'meth')"
                        + " union all select 0 from drug_seizure) u",
                "select max(r) from (select row_number() over (order by _line) as r from drug_seizure"
                        + " where drug = 'meth') w",
            })
    void whatSelectsCanSayIsUnderstood(String sql) throws StatisticsException {
        assertEquals(List.of("4"), lines(answer(sql).table()));
    }

    @Test
    void parametersAreQuoted() throws StatisticsException {
        assertEquals(
                "select count(*) from drug_seizure where division = 'O''Neill'",
                answer("select count(*) from drug_seizure where division = :division")
                        .passport()
                        .sql()
                        .orElseThrow());
        assertEquals(
                List.of("3"),
                lines(answer("select count(*) from drug_seizure"
                                + " where extract(year from seized) = cast(:year as integer)")
                        .table()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select * from batch|its SQL reads the table batch, which is no data set. There is drug_seizure.",
                "select * from drug_seizur|its SQL reads the table drug_seizur, which is no data set. Did you mean \"drug_seizure\"?",
                "select * from main.drug_seizure|its SQL reads the table main.drug_seizure, which is no data set."
                        + " There is drug_seizure.",
                "select 1 from drug_seizure where drug in (select name from duckdb_settings)|its SQL reads the table"
                        + " duckdb_settings, which is no data set. There is drug_seizure.",
                "with batch as (select * from batch) select * from batch|its SQL reads the table batch, which is no data set."
                        + " There is drug_seizure.",
                "select * from (with batch as (select 1 as a) select * from batch) t|its SQL has a WITH inside another part;"
                        + " write all of them at its beginning.",
                "with recursive x as (select 1 as a) select * from x|its SQL has WITH RECURSIVE, which is not portable.",
                "select * from generate_series(1, 3)|its SQL reads generate_series, which is no data set.",
                "select * from 'a.csv'|its SQL cannot be read: Identifier expected (line 1, column 15).",
                "select * from \"a.csv\"|its SQL reads the table a.csv, which is no data set. There is drug_seizure.",
                "select * from read_csv('a')|its SQL cannot be read: Keyword 'SELECT' expected (line 1, column 24).",
                "select read_text('a')|its SQL cannot be read: this function is not known to be portable,"
                        + " or reads what is no data set (line 1, column 18).",
                "copy drug_seizure to 'a'|its SQL cannot be read: only SELECT is allowed (line 1, column 1).",
                "attach 'a'|its SQL cannot be read: only SELECT is allowed (line 1, column 1).",
                "pragma version|its SQL cannot be read: only SELECT is allowed (line 1, column 1).",
                "insert into drug_seizure values (1)|its SQL is no SELECT, and nothing else is allowed.",
                "drop table drug_seizure|its SQL is no SELECT, and nothing else is allowed.",
                "select 1; drop table drug_seizure|its SQL has 2 statements; give one SELECT.",
                "''|its SQL has 0 statements; give one SELECT.",
                "select * into x from drug_seizure|its SQL writes INTO a table, but queries only read.",
                "select 1 from drug_seizure qualify 1 = 1|its SQL has QUALIFY, which is not portable;"
                        + " put the window into a derived table and use WHERE.",
                "select date_trunc('month', seized) from drug_seizure|its SQL has date_trunc, which cannot be written"
                        + " for the store; extract year and month, or let a query without SQL take a date by month.",
                "select 1 from drug_seizure where drug = :drugs|its SQL names the parameter :drugs, which has no value."
                        + " There are division and year.",
                "select 1 from drug_seizure where drug = :yeer|its SQL names the parameter :yeer, which has no value."
                        + " Did you mean \"year\"?",
                "select 1 from drug_seizure where drug = ?|its SQL has a ? for a value; write :name.",
                "select avg(mass_kg) as a from drug_seizure|column a of its answer is of type DOUBLE, whose numbers are"
                        + " not exact; cast it, e.g. cast(… as decimal(18, 6)).",
                "select drug as a, lab as a from drug_seizure|two columns of its answer are called a;"
                        + " name one of them otherwise.",
            })
    void allElseIsRefused(String sql, String expected) {
        StatisticsException e = assertThrows(StatisticsException.class, () -> answer(sql));
        assertEquals("Query q: " + expected, e.getMessage());
    }

    @Test
    void whatTheEngineRefusesIsToldWithTheQuery() {
        StatisticsException e = assertThrows(StatisticsException.class, () -> answer("select nope from drug_seizure"));
        assertEquals("Query q: ", e.getMessage().substring(0, 9));
        assertEquals(true, e.getMessage().contains("nope"), e.getMessage());
    }

    @Test
    void aFigureIsOneCell() throws StatisticsException {
        Query.Sql query = new Query.Sql(
                "q",
                "select division, drug, sum(mass_kg) as mass, count(*) as n from drug_seizure group by division, drug",
                Map.of(),
                List.of(new Heading("mass", "Mass", Optional.of(Unit.KILOGRAM), 2)));
        var calculation = over(store);
        Figure mass = calculation.figure(
                figure(Unit.GRAM, figure("m", query, "mass", is("division", "Omaha"), is("drug", "meth"))));
        assertEquals(0, new BigDecimal("255000").compareTo(mass.value()));
        assertEquals("255,000.00", mass.words());
        assertEquals(Optional.empty(), mass.passport().rowsSql());
        assertEquals(
                "mass in one row of query q: SQL over drug-seizure (7 rows)",
                mass.passport().method());
        assertEquals(
                Map.of("division", "Omaha", "drug", "meth"), mass.passport().parameters());
        Figure number =
                calculation.figure(figure("n", query, "n", test("n", Operator.ABOVE, "1"), is("drug", "fentanyl")));
        assertEquals("2", number.words());

        assertEquals(
                "Figure x of query q: 2 rows of the answer satisfy its conditions, but it wants exactly one;"
                        + " change its conditions.",
                refusal(calculation, query, "mass", "Omaha"));
        assertEquals(
                "Figure x of query q: no row of the answer satisfies its conditions, but it wants exactly one;"
                        + " change its conditions.",
                refusal(calculation, query, "mass", "Nowhere"));
        assertEquals(
                "Figure x of query q: the answer has no column mas. Did you mean \"mass\"?",
                refusal(calculation, query, "mas", "Omaha"));
    }

    private static String refusal(StoreCalculation calculation, Query.Sql query, String column, String division) {
        return assertThrows(
                        StatisticsException.class,
                        () -> calculation.figure(figure("x", query, column, is("division", division))))
                .getMessage();
    }
}
