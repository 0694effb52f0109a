package org.opbrief.packs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opbrief.api.statistics.DataQuery;
import org.opbrief.api.statistics.DataQuery.Condition;
import org.opbrief.api.statistics.FigureRequest;
import org.opbrief.api.statistics.Query;

/** Puts parameters' values in the place of {@code $name}. A condition on a parameter without a value is dropped. */
record Binding(Map<String, String> values) {

    Query bind(Query query) {
        if (query instanceof DataQuery data) {
            return new DataQuery(
                    data.id(),
                    data.from(),
                    conditions(data.where()),
                    data.by(),
                    data.measures().stream().map(this::measure).toList(),
                    data.compare(),
                    data.order(),
                    data.limit());
        }
        if (query instanceof Query.Computed computed) {
            return new Query.Computed(computed.id(), computed.statistic(), arguments(computed.parameters()));
        }
        Query.Sql sql = (Query.Sql) query;
        return new Query.Sql(sql.id(), sql.sql(), arguments(sql.parameters()), sql.headings());
    }

    private Map<String, String> arguments(Map<String, String> references) {
        Map<String, String> arguments = new LinkedHashMap<>();
        references.forEach((name, text) -> value(text).ifPresent(value -> arguments.put(name, value)));
        return arguments;
    }

    /** The request with its label and with values in its query. */
    FigureRequest bind(FigureRequest request, String label) {
        if (request instanceof FigureRequest.Measured measured) {
            return new FigureRequest.Measured(
                    measured.id(),
                    label,
                    measured.wording(),
                    bind(measured.query()),
                    conditions(measured.where()),
                    measured.column(),
                    measured.unit(),
                    measured.decimals());
        }
        if (request instanceof FigureRequest.Change change) {
            return new FigureRequest.Change(
                    change.id(), label, change.wording(), change.from(), change.to(), change.decimals());
        }
        if (request instanceof FigureRequest.Share share) {
            return new FigureRequest.Share(
                    share.id(), label, share.wording(), share.part(), share.whole(), share.decimals());
        }
        FigureRequest.Estimate estimate = (FigureRequest.Estimate) request;
        return new FigureRequest.Estimate(
                estimate.id(), label, estimate.wording(), estimate.model(), estimate.set(), estimate.inputs());
    }

    private DataQuery.Measure measure(DataQuery.Measure measure) {
        return new DataQuery.Measure(
                measure.name(),
                measure.title(),
                measure.function(),
                measure.column(),
                conditions(measure.where()),
                measure.unit(),
                measure.decimals());
    }

    private List<Condition> conditions(List<Condition> conditions) {
        List<Condition> bound = new ArrayList<>();
        for (Condition condition : conditions) {
            if (condition instanceof Condition.AnyOf any) {
                // one that is dropped is true of every row, and with it the whole
                List<Condition> alternatives = conditions(any.conditions());
                if (alternatives.size() == any.conditions().size()) {
                    bound.add(new Condition.AnyOf(alternatives));
                }
            } else if (condition instanceof Condition.Test test) {
                List<String> texts = test.values().stream()
                        .map(this::value)
                        .flatMap(Optional::stream)
                        .toList();
                if (!texts.isEmpty() || test.values().isEmpty()) {
                    bound.add(new Condition.Test(test.column(), test.operator(), texts));
                }
            }
        }
        return bound;
    }

    private Optional<String> value(String text) {
        return text.startsWith("$") ? Optional.ofNullable(values.get(text.substring(1))) : Optional.of(text);
    }
}
