package org.opbrief.api.statistics;

import java.util.List;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Store;
import org.osgi.annotation.versioning.ProviderType;

/** {@link ProviderType}: answers questions to a store. */
@ProviderType
public interface Statistics {

    /** A calculation over these data sets with these factor sets; the figures of one can build on each other. */
    Calculation over(Store store, List<DataSet> dataSets, List<FactorSet> factorSets);

    /**
     * Examines SQL without asking a store.
     *
     * @throws StatisticsException if it is not one SELECT over these data sets, or uses what not every engine has; says what to write instead
     */
    void check(Query.Sql query, List<DataSet> dataSets) throws StatisticsException;

    /** {@link ProviderType}: answers and figures of one briefing. */
    @ProviderType
    interface Calculation {

        /** @throws StatisticsException if the query does not fit its data set, in words for the user */
        Answer answer(Query query) throws StatisticsException;

        /**
         * The figure, with plain words for its number.
         *
         * @throws StatisticsException if the request does not fit, or builds on a figure that was not asked before
         */
        Figure figure(FigureRequest request) throws StatisticsException;
    }
}
