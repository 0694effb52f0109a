package org.opbrief.packs.definition;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.opbrief.api.statistics.DataQuery.Operator;
import org.opbrief.packs.yaml.DefinitionException;
import org.opbrief.packs.yaml.Settings;
import org.opbrief.packs.yaml.Value;

/**
 * Reads {@code when: parameter} and {@code unless: parameter}, and in sections also {@code when: {figure: id}} and
 * {@code when: {figure: id, above: 0}}.
 */
final class WhenReader {

    private static final Map<String, Operator> COMPARISONS = comparisons();

    private final Set<String> parameters;
    private final Set<String> figures;

    WhenReader(Set<String> parameters, Set<String> figures) {
        this.parameters = parameters;
        this.figures = figures;
    }

    When read(Settings settings) throws DefinitionException {
        Optional<Value> when = settings.find("when");
        Optional<Value> unless = settings.find("unless");
        if (when.isPresent() && unless.isPresent()) {
            throw unless.get().error("'when' and 'unless' do not stand together");
        }
        if (when.isEmpty() && unless.isEmpty()) {
            return When.ALWAYS;
        }
        Value value = when.orElseGet(unless::get);
        if (when.isPresent() && value.isMap()) {
            return figure(value.settings());
        }
        Names.check(value, "the parameter", value.text(), parameters);
        return new When.Parameter(value.text(), when.isPresent());
    }

    private When figure(Settings settings) throws DefinitionException {
        Value figure = settings.need("figure");
        Names.check(figure, "the figure", figure.text(), figures);
        When when = new When.Computed(figure.text());
        for (Map.Entry<String, Operator> comparison : COMPARISONS.entrySet()) {
            Optional<Value> bound = settings.find(comparison.getKey());
            if (bound.isPresent()) {
                if (when instanceof When.Compared) {
                    throw bound.get().error("a figure is compared in one way here");
                }
                when = new When.Compared(
                        figure.text(), comparison.getValue(), bound.get().number());
            }
        }
        settings.end();
        return when;
    }

    private static Map<String, Operator> comparisons() {
        Map<String, Operator> comparisons = new LinkedHashMap<>();
        comparisons.put("at_least", Operator.AT_LEAST);
        comparisons.put("above", Operator.ABOVE);
        comparisons.put("at_most", Operator.AT_MOST);
        comparisons.put("below", Operator.BELOW);
        return comparisons;
    }
}
