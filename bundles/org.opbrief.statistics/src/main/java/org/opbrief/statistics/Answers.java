package org.opbrief.statistics;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.statistics.Answer;
import org.opbrief.api.statistics.DataQuery;
import org.opbrief.api.statistics.Passport;
import org.opbrief.api.statistics.Query;
import org.opbrief.api.statistics.Statistic;
import org.opbrief.api.statistics.StatisticsException;

/** Answers queries with tables and their passports. */
final class Answers {
    private final Schema schema;
    private final Engine engine;
    private final Selects selects;
    private final Asker asker;
    private final Sources sources;
    private final Function<String, List<Statistic>> statistics;

    /** @param statistics those that have an id */
    Answers(Schema schema, Engine engine, Asker asker, Sources sources, Function<String, List<Statistic>> statistics) {
        this.schema = schema;
        this.engine = engine;
        this.selects = new Selects(engine);
        this.asker = asker;
        this.sources = sources;
        this.statistics = statistics;
    }

    Answer of(Query query) throws StatisticsException {
        if (query instanceof DataQuery data) {
            return data(data);
        }
        if (query instanceof Query.Sql sql) {
            return sql(sql);
        }
        return computed((Query.Computed) query);
    }

    private Answer data(DataQuery query) throws StatisticsException {
        Subject subject = Subject.query(query.id());
        Plan plan = Plan.of(schema, query);
        DataSet dataSet = plan.dataSet();
        String sql = selects.answer(plan);
        Rows rows = asker.ask(subject, List.of(dataSet), sql);
        List<Passport.Source> batches = sources.of(subject, dataSet, plan.where());
        long count = Sources.rows(batches);
        Passport passport = new Passport(
                Words.method(plan, count),
                Optional.of(sql),
                Optional.of(selects.rows(dataSet, plan.where(), Selects.nothing())),
                Words.parameters(query.where()),
                batches,
                count,
                List.of(),
                Optional.empty());
        return new Answer(new AnswerTable(subject, plan).of(rows), passport);
    }

    private Answer sql(Query.Sql query) throws StatisticsException {
        Subject subject = Subject.query(query.id());
        SqlGate.Passed passed = new SqlGate(engine, schema).check(query);
        Rows rows = asker.ask(subject, passed.dataSets(), passed.sql());
        List<Passport.Source> batches = sources.of(subject, passed.dataSets());
        List<String> ids = passed.dataSets().stream().map(DataSet::id).toList();
        long count = Sources.rows(batches);
        Passport passport = new Passport(
                "SQL over " + (ids.isEmpty() ? "no data set" : Words.list(ids) + " (" + Words.rows(count) + ")"),
                Optional.of(passed.sql()),
                Optional.empty(),
                new TreeMap<>(query.parameters()),
                batches,
                count,
                List.of(),
                Optional.empty());
        return new Answer(SqlTable.of(subject, query, rows), passport);
    }

    private Answer computed(Query.Computed query) throws StatisticsException {
        Subject subject = Subject.query(query.id());
        List<Statistic> found = statistics.apply(query.statistic());
        if (found.isEmpty()) {
            throw subject.wrong("there is no statistic " + query.statistic()
                    + "; install the bundle that brings it, or name another.");
        }
        if (found.size() > 1) {
            throw subject.wrong("several bundles bring a statistic " + query.statistic() + "; remove all but one.");
        }
        try {
            return found.get(0).compute(asker.store(), Map.copyOf(query.parameters()));
        } catch (StatisticsException e) {
            throw subject.wrong(e.getMessage(), e);
        }
    }
}
