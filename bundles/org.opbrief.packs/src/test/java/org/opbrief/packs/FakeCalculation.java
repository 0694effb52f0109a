package org.opbrief.packs;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.Unit;
import org.opbrief.api.statistics.Answer;
import org.opbrief.api.statistics.FactorSet;
import org.opbrief.api.statistics.Figure;
import org.opbrief.api.statistics.FigureRequest;
import org.opbrief.api.statistics.Passport;
import org.opbrief.api.statistics.Query;
import org.opbrief.api.statistics.Statistics;
import org.opbrief.api.statistics.StatisticsException;
import org.opbrief.api.statistics.Table;

/** Answers with values that a test gave, and remembers what it was asked. */
final class FakeCalculation implements Statistics.Calculation {

    final List<Query> queries = new ArrayList<>();
    final List<FigureRequest> requests = new ArrayList<>();
    final Map<String, String> values = new HashMap<>();
    final Map<String, Table> tables = new HashMap<>();
    private final List<Batch> batches;
    private final List<FactorSet> factorSets;

    /** @param batches that all answers come from */
    FakeCalculation(List<Batch> batches, List<FactorSet> factorSets) {
        this.batches = batches;
        this.factorSets = factorSets;
    }

    @Override
    public Answer answer(Query query) throws StatisticsException {
        queries.add(query);
        if (query.id().equals("broken")) {
            throw new StatisticsException("the query is broken");
        }
        return new Answer(tables.getOrDefault(query.id(), new Table(List.of(), List.of())), passport(Optional.empty()));
    }

    @Override
    public Figure figure(FigureRequest request) {
        requests.add(request);
        boolean estimate = request instanceof FigureRequest.Estimate;
        return new Figure(
                request.id(),
                request.label(),
                new BigDecimal(values.getOrDefault(request.id(), "7")),
                Unit.COUNT,
                0,
                request.wording(),
                estimate,
                estimate
                        ? factorSets.stream()
                                .skip(1)
                                .map(set -> new Figure.Alternative(set, BigDecimal.ONE))
                                .toList()
                        : List.of(),
                "plain",
                passport(estimate ? factorSets.stream().findFirst() : Optional.empty()));
    }

    private Passport passport(Optional<FactorSet> factors) {
        return new Passport(
                "counted",
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                batches.stream().map(batch -> new Passport.Source(batch, 1)).toList(),
                batches.size(),
                List.of(),
                factors);
    }
}
