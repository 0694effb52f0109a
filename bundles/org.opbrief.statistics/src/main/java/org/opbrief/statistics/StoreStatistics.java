package org.opbrief.statistics;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Store;
import org.opbrief.api.statistics.FactorSet;
import org.opbrief.api.statistics.Query;
import org.opbrief.api.statistics.Statistic;
import org.opbrief.api.statistics.Statistics;
import org.opbrief.api.statistics.StatisticsException;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Asks the store, in DuckDB's dialect. */
@Component
public final class StoreStatistics implements Statistics {
    private final List<Statistic> computed = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addStatistic(Statistic statistic) {
        computed.add(statistic);
    }

    void removeStatistic(Statistic statistic) {
        computed.remove(statistic);
    }

    @Override
    public Calculation over(Store store, List<DataSet> dataSets, List<FactorSet> factorSets) {
        return new StoreCalculation(Engine.duckDb(), store, Asker.LIMIT, dataSets, factorSets, this::named);
    }

    @Override
    public void check(Query.Sql query, List<DataSet> dataSets) throws StatisticsException {
        Optional<String> problem = Portability.problem(query.sql());
        if (problem.isPresent()) {
            throw Subject.query(query.id()).wrong(problem.get());
        }
        for (Engine engine : Engine.known()) {
            new SqlGate(engine, new Schema(dataSets)).check(query);
        }
    }

    private List<Statistic> named(String id) {
        return computed.stream().filter(statistic -> statistic.id().equals(id)).toList();
    }
}
