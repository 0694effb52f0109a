package org.opbrief.statistics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Store;
import org.opbrief.api.statistics.Answer;
import org.opbrief.api.statistics.FactorSet;
import org.opbrief.api.statistics.Figure;
import org.opbrief.api.statistics.FigureRequest;
import org.opbrief.api.statistics.Query;
import org.opbrief.api.statistics.Statistic;
import org.opbrief.api.statistics.Statistics.Calculation;
import org.opbrief.api.statistics.StatisticsException;

/** Answers and figures of one briefing, for one thread. Remembers what it asked the store and the figures it made. */
final class StoreCalculation implements Calculation {
    private final Map<String, MeasuredFigures.Made> made = new LinkedHashMap<>();
    private final Answers answers;
    private final MeasuredFigures measured;
    private final DerivedFigures derived;
    private final Estimates estimates;

    StoreCalculation(
            Engine engine,
            Store store,
            int limit,
            List<DataSet> dataSets,
            List<FactorSet> factorSets,
            Function<String, List<Statistic>> statistics) {
        Schema schema = new Schema(dataSets);
        Asker asker = new Asker(store, limit);
        Sources sources = new Sources(asker, engine);
        answers = new Answers(schema, engine, asker, sources, statistics);
        measured = new MeasuredFigures(schema, engine, asker, sources, answers);
        derived = new DerivedFigures(made, sources);
        estimates = new Estimates(factorSets, derived);
    }

    @Override
    public Answer answer(Query query) throws StatisticsException {
        return answers.of(query);
    }

    @Override
    public Figure figure(FigureRequest request) throws StatisticsException {
        MeasuredFigures.Made figure;
        if (request instanceof FigureRequest.Measured wanted) {
            figure = measured.of(wanted);
        } else if (request instanceof FigureRequest.Change wanted) {
            figure = derived.change(wanted);
        } else if (request instanceof FigureRequest.Share wanted) {
            figure = derived.share(wanted);
        } else {
            figure = estimates.of((FigureRequest.Estimate) request);
        }
        made.put(request.id(), figure);
        return figure.figure();
    }
}
