package org.opbrief.packs.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.opbrief.api.report.Parameter;
import org.opbrief.packs.definition.ReportDefinition.FigureDefinition;

/** Tells what is sure to be there where it is used, so that no text fails when a briefing is built. */
final class Presence {

    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final Set<String> given;
    private final Map<String, FigureDefinition> figures = new LinkedHashMap<>();

    Presence(List<Parameter> parameters) {
        parameters.forEach(parameter -> this.parameters.put(parameter.name(), parameter));
        this.given = parameters.stream()
                .filter(parameter -> parameter.required() || parameter.initial().isPresent())
                .map(Parameter::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    Set<String> parameters() {
        return parameters.keySet();
    }

    Parameter parameter(String name) {
        return parameters.get(name);
    }

    void add(FigureDefinition figure) {
        figures.put(figure.request().id(), figure);
    }

    Set<String> figures() {
        return figures.keySet();
    }

    boolean mayBeLeftOut(String figure) {
        return figures.get(figure).mayBeLeftOut();
    }

    /** Why the parameter may have no value where that condition holds. */
    Optional<String> whyNoValue(String parameter, When where) {
        return given.contains(parameter) || follows(new When.Parameter(parameter, true), where)
                ? Optional.empty()
                : Optional.of(
                        "the parameter '" + parameter + "' need not have a value here; add 'when: " + parameter + "'");
    }

    /** Why the figure may be absent where that condition holds. */
    Optional<String> whyAbsent(String figure, When where) {
        FigureDefinition definition = figures.get(figure);
        if (asksFor(figure, where)) {
            return Optional.empty();
        }
        if (definition.mayBeLeftOut()) {
            return Optional.of("the figure '" + figure + "' is not there if what it is told in percent of is 0; add"
                    + " 'when: {figure: " + figure + "}'");
        }
        return follows(definition.when(), where)
                ? Optional.empty()
                : Optional.of("the figure '" + figure + "' is only there " + words(definition.when())
                        + "; add that here, too");
    }

    private static boolean asksFor(String figure, When where) {
        return where instanceof When.Computed computed && computed.figure().equals(figure)
                || where instanceof When.Compared compared && compared.figure().equals(figure);
    }

    private boolean follows(When wanted, When where) {
        if (wanted instanceof When.Always || wanted.equals(where)) {
            return true;
        }
        if (wanted instanceof When.Parameter parameter && parameter.given() && given.contains(parameter.name())) {
            return true;
        }
        if (where instanceof When.Computed computed) {
            return wanted.equals(figures.get(computed.figure()).when());
        }
        return where instanceof When.Compared compared
                && wanted.equals(figures.get(compared.figure()).when());
    }

    private static String words(When when) {
        return when instanceof When.Parameter parameter
                ? "'" + (parameter.given() ? "when: " : "unless: ") + parameter.name() + "'"
                : "under a condition";
    }
}
