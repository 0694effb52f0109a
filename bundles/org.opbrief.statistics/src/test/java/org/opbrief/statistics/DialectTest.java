package org.opbrief.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.opbrief.statistics.Fixture.by;
import static org.opbrief.statistics.Fixture.count;
import static org.opbrief.statistics.Fixture.is;
import static org.opbrief.statistics.Fixture.measure;
import static org.opbrief.statistics.Fixture.seizures;
import static org.opbrief.statistics.Fixture.test;

import java.util.List;
import java.util.Map;
import org.jooq.SQLDialect;
import org.jooq.VisitListener;
import org.junit.jupiter.api.Test;
import org.opbrief.api.statistics.DataQuery.Condition.AnyOf;
import org.opbrief.api.statistics.DataQuery.Function;
import org.opbrief.api.statistics.DataQuery.Grain;
import org.opbrief.api.statistics.DataQuery.Operator;
import org.opbrief.api.statistics.Query;
import org.opbrief.api.statistics.StatisticsException;

/** What data queries say is said alike to all engines: jOOQ, which knows their dialects, finds nothing to translate. */
class DialectTest {
    private static final Schema SCHEMA = new Schema(List.of(Fixture.SEIZURE));
    private static final VisitListener NOBODY = new VisitListener() {};

    private static String written(Fixture.Asked asked) throws StatisticsException {
        return Selects.answer(Plan.of(SCHEMA, asked.query()));
    }

    private static String translated(SQLDialect dialect, String sql) {
        Engine engine = new Engine(dialect);
        return engine.text(engine.parse(sql).queries()[0], NOBODY);
    }

    private static final Fixture.Asked YEARS = seizures()
            .where(
                    test("division", Operator.NOT_IN, "O'Neill"),
                    test("seized", Operator.AT_LEAST, "2018-01-01"),
                    new AnyOf(List.of(test("mass_kg", Operator.ABOVE, "0.5"), is("lab", "true"))))
            .by(by("drug"), by("fy", Grain.FISCAL_YEAR))
            .measures(
                    count("n", is("drug", "meth", "fentanyl")),
                    measure("mass", Function.AVERAGE, "mass_kg"),
                    measure("places", Function.COUNT_DISTINCT, "division"),
                    measure("last", Function.MAX, "seized"))
            .order("-n")
            .limit(10);

    private static final String SELECT = "select \"drug\" as \"drug\","
            + " (extract(year from \"seized\")"
            + " + case when extract(month from \"seized\") >= 10 then 1 else 0 end) as \"fy\","
            + " count(*) filter (where \"drug\" in ('meth', 'fentanyl')) as \"n\","
            + " sum(\"mass_kg\") as \"mass\", count(\"mass_kg\") as \"mass__n\","
            + " count(distinct \"division\") as \"places\", max(\"seized\") as \"last\""
            + " from \"drug_seizure\" where ";
    private static final String CONDITIONS = "(\"division\" <> 'O''Neill' or \"division\" is null)"
            + " and \"seized\" >= date '2018-01-01' and (\"mass_kg\" > 0.5 or \"lab\" = true)";
    private static final String REST = " group by \"drug\", (extract(year from \"seized\")"
            + " + case when extract(month from \"seized\") >= 10 then 1 else 0 end)"
            + " order by \"n\" desc nulls last, \"drug\" asc nulls last, \"fy\" asc nulls last";

    @Test
    void dataQueriesAreWrittenForAllEngines() throws StatisticsException {
        assertEquals(SELECT + CONDITIONS + REST + " limit 10", written(YEARS));
    }

    @Test
    void duckDbWantsNothingElse() throws StatisticsException {
        assertEquals(
                SELECT + "(" + CONDITIONS + ")" + REST + " limit 10", translated(SQLDialect.DUCKDB, written(YEARS)));
    }

    @Test
    void trinoWantsNothingElse() throws StatisticsException {
        assertEquals(
                SELECT + "(" + CONDITIONS + ")" + REST + " fetch next 10 rows only",
                translated(SQLDialect.TRINO, written(YEARS)));
    }

    @Test
    void postgresWantsNothingElse() throws StatisticsException {
        assertEquals(
                SELECT + "(" + CONDITIONS + ")" + REST + " fetch next 10 rows only",
                translated(SQLDialect.POSTGRES, written(YEARS)));
    }

    @Test
    void rowsAndBatchesAreWrittenForAllEngines() {
        Where where = Where.of("\"drug\" = 'meth'");
        String rows = Selects.rows(Fixture.SEIZURE, where, Selects.NOTHING);
        String batches = Selects.batches(Fixture.SEIZURE, where);
        for (SQLDialect dialect : List.of(SQLDialect.DUCKDB, SQLDialect.TRINO, SQLDialect.POSTGRES)) {
            assertEquals(
                    "select \"_batch\", \"_line\", null as \"value\" from \"drug_seizure\""
                            + " where \"drug\" = 'meth' order by \"_batch\", \"_line\"",
                    translated(dialect, rows));
            assertEquals(
                    "select \"_batch\", count(*) as \"rows\" from \"drug_seizure\""
                            + " where \"drug\" = 'meth' group by \"_batch\" order by \"_batch\"",
                    translated(dialect, batches));
        }
    }

    /** jOOQ cannot write date_trunc, which all three engines have. */
    @Test
    void monthsAndQuartersAreTheSameForAllEngines() throws StatisticsException {
        assertEquals(
                "select cast(date_trunc('month', \"seized\") as date) as \"month\", count(*) as \"seizures\""
                        + " from \"drug_seizure\" group by cast(date_trunc('month', \"seized\") as date)"
                        + " order by \"month\" asc nulls last",
                written(seizures().by(by("month", Grain.MONTH))));
    }

    @Test
    void sqlIsRenderedForTheEngineToo() throws StatisticsException {
        Query.Sql query = new Query.Sql(
                "q",
                "select drug, count(*) n from drug_seizure where division = :d group by drug limit 3",
                Map.of("d", "O'Neill"),
                List.of());
        assertEquals(
                "select drug, count(*) as n from drug_seizure where division = 'O''Neill' group by drug fetch next 3 rows only",
                new SqlGate(new Engine(SQLDialect.POSTGRES), SCHEMA)
                        .check(query)
                        .sql());
        assertEquals(
                "select drug, count(*) as n from drug_seizure where division = 'O''Neill' group by drug fetch next 3 rows only",
                new SqlGate(new Engine(SQLDialect.TRINO), SCHEMA).check(query).sql());
    }
}
