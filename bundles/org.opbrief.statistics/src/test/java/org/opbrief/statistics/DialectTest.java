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
import org.junit.jupiter.api.Test;
import org.opbrief.api.statistics.DataQuery.Function;
import org.opbrief.api.statistics.DataQuery.Grain;
import org.opbrief.api.statistics.DataQuery.Operator;
import org.opbrief.api.statistics.Query;
import org.opbrief.api.statistics.StatisticsException;

/** One definition, several engines: the texts are what each of them wants. */
class DialectTest {
    private static final Schema SCHEMA = new Schema(List.of(Fixture.SEIZURE));

    private static String rendered(SQLDialect dialect, Fixture.Asked asked) throws StatisticsException {
        return new Selects(new Engine(dialect)).answer(Plan.of(SCHEMA, asked.query()));
    }

    private static final Fixture.Asked YEARS = seizures()
            .where(test("division", Operator.NOT_IN, "O'Neill"), is("lab", "true"))
            .by(by("fy", Grain.FISCAL_YEAR), by("month", Grain.MONTH))
            .measures(count("n", is("drug", "meth")), measure("mass", Function.AVERAGE, "mass_kg"))
            .order("-n")
            .limit(10);

    private static final String SHARED = "select (extract(year from \"seized\")"
            + " + case when extract(month from \"seized\") >= 10 then 1 else 0 end) as \"fy\","
            + " cast(date_trunc('month', \"seized\") as date) as \"month\","
            + " count(*) filter (where \"drug\" = 'meth') as \"n\","
            + " sum(\"mass_kg\") as \"mass\", count(\"mass_kg\") as \"mass__n\" from \"drug_seizure\""
            + " where ((\"division\" <> 'O''Neill' or \"division\" is null) and \"lab\" = true)"
            + " group by (extract(year from \"seized\")"
            + " + case when extract(month from \"seized\") >= 10 then 1 else 0 end),"
            + " cast(date_trunc('month', \"seized\") as date)"
            + " order by \"n\" desc nulls last, \"fy\" asc nulls last, \"month\" asc nulls last ";

    @Test
    void forDuckDb() throws StatisticsException {
        assertEquals(SHARED + "limit 10", rendered(SQLDialect.DUCKDB, YEARS));
    }

    @Test
    void forTrino() throws StatisticsException {
        assertEquals(SHARED + "fetch next 10 rows only", rendered(SQLDialect.TRINO, YEARS));
    }

    @Test
    void forPostgres() throws StatisticsException {
        assertEquals(SHARED + "fetch next 10 rows only", rendered(SQLDialect.POSTGRES, YEARS));
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
