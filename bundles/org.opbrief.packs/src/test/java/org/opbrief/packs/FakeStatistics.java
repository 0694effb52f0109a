package org.opbrief.packs;

import java.util.List;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Store;
import org.opbrief.api.statistics.FactorSet;
import org.opbrief.api.statistics.Query;
import org.opbrief.api.statistics.Statistics;
import org.opbrief.api.statistics.StatisticsException;

/** Finds all SQL portable that does not say that it is not. */
record FakeStatistics(Calculation calculation) implements Statistics {

    @Override
    public Calculation over(Store store, List<DataSet> dataSets, List<FactorSet> factorSets) {
        return calculation;
    }

    @Override
    public void check(Query.Sql query, List<DataSet> dataSets) throws StatisticsException {
        if (query.sql().contains("odd")) {
            throw new StatisticsException("Query " + query.id() + ": its SQL is odd.");
        }
    }
}
