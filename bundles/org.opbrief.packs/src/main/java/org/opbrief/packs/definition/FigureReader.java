package org.opbrief.packs.definition;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.statistics.DataQuery;
import org.opbrief.api.statistics.FactorSet;
import org.opbrief.api.statistics.FigureRequest;
import org.opbrief.api.statistics.Query;
import org.opbrief.api.statistics.Wording;
import org.opbrief.packs.yaml.DefinitionException;
import org.opbrief.packs.yaml.Settings;
import org.opbrief.packs.yaml.Value;

/** Reads the {@code figures} of a report. Figures may build on those above them. */
final class FigureReader {

    private static final Pattern STEP = Pattern.compile("([0-9.]+)\\s*(thousand|million|billion)?");
    private static final Map<String, Integer> ZEROS = Map.of("thousand", 3, "million", 6, "billion", 9);
    private static final int MOST_DECIMALS = 15;

    private final Map<String, Query> queries;
    private final Function<String, Optional<DataSet>> dataSets;
    private final List<FactorSet> factorSets;
    private final ConditionReader conditions;
    private final Set<String> parameters;

    FigureReader(
            Map<String, Query> queries,
            Function<String, Optional<DataSet>> dataSets,
            List<FactorSet> factorSets,
            Set<String> parameters) {
        this.queries = queries;
        this.dataSets = dataSets;
        this.factorSets = factorSets;
        this.conditions = new ConditionReader(parameters);
        this.parameters = parameters;
    }

    ReportDefinition.FigureDefinition read(String id, Value value, Set<String> earlier) throws DefinitionException {
        Settings settings = value.settings();
        Phrase label = Phrase.read(settings.need("label"), parameters);
        Wording wording = wording(settings.find("wording"));
        ReportDefinition.When when = WhenReader.read(settings, parameters);
        FigureRequest request;
        if (settings.has("change")) {
            request = change(id, wording, settings, earlier);
        } else if (settings.has("share")) {
            request = share(id, wording, settings, earlier);
        } else if (settings.has("factors")) {
            request = estimate(id, wording, settings, earlier);
        } else {
            request = measured(id, wording, settings);
        }
        settings.end();
        return new ReportDefinition.FigureDefinition(request, label, when);
    }

    private FigureRequest change(String id, Wording wording, Settings settings, Set<String> earlier)
            throws DefinitionException {
        Settings change = settings.need("change").settings();
        FigureRequest request = new FigureRequest.Change(
                id,
                "",
                wording,
                figure(change.need("from"), earlier),
                figure(change.need("to"), earlier),
                decimals(settings).orElse(0));
        change.end();
        return request;
    }

    private FigureRequest share(String id, Wording wording, Settings settings, Set<String> earlier)
            throws DefinitionException {
        Settings share = settings.need("share").settings();
        FigureRequest request = new FigureRequest.Share(
                id,
                "",
                wording,
                figure(share.need("part"), earlier),
                figure(share.need("whole"), earlier),
                decimals(settings).orElse(0));
        share.end();
        return request;
    }

    private FigureRequest estimate(String id, Wording wording, Settings settings, Set<String> earlier)
            throws DefinitionException {
        Value model = settings.need("factors");
        List<FactorSet> sets = factorSets.stream()
                .filter(set -> set.model().equals(modelText(model)))
                .toList();
        if (sets.isEmpty()) {
            throw model.unknown(
                    "the factor model",
                    model.text(),
                    factorSets.stream().map(FactorSet::model).distinct().toList());
        }
        Optional<Value> set = settings.find("set");
        if (set.isPresent()) {
            Names.check(
                    set.get(),
                    "the factor set",
                    set.get().text(),
                    sets.stream().map(FactorSet::id).toList());
        }
        // always true, so that a definition can say it
        if (!settings.flag("estimate", true)) {
            throw settings.need("estimate").error("what factors give is always an estimate");
        }
        List<String> inputs =
                sets.get(0).terms().stream().map(FactorSet.Term::input).toList();
        Map<String, String> from = new LinkedHashMap<>();
        for (Map.Entry<String, Value> entry : settings.need("from").entries().entrySet()) {
            Names.check(entry.getValue(), "the input", entry.getKey(), inputs);
            from.put(entry.getKey(), figure(entry.getValue(), earlier));
        }
        for (String input : inputs) {
            if (!from.containsKey(input)) {
                throw settings.need("from").error("the input '" + input + "' of the model is missing");
            }
        }
        return new FigureRequest.Estimate(
                id,
                "",
                wording,
                model.text(),
                set.isPresent() ? Optional.of(set.get().text()) : Optional.empty(),
                from);
    }

    private static String modelText(Value model) {
        try {
            return model.text();
        } catch (DefinitionException e) {
            return ""; // told as an unknown model
        }
    }

    private FigureRequest measured(String id, Wording wording, Settings settings) throws DefinitionException {
        Value of = settings.need("of");
        Names.check(of, "the query", of.text(), queries.keySet());
        Query query = queries.get(of.text());
        Value column = settings.need("column");
        List<DataQuery.Condition> where = List.of();
        if (query instanceof DataQuery data) {
            Names.check(
                    column,
                    "the measure of " + of.text(),
                    column.text(),
                    data.measures().stream().map(DataQuery.Measure::name).toList());
            where = conditions.read(
                    settings.find("where"), dataSets.apply(data.from()).orElseThrow());
        } else {
            where = cells(settings);
        }
        return new FigureRequest.Measured(
                id, "", wording, query, where, column.text(), Names.unit(settings.find("unit")), decimals(settings));
    }

    /** Conditions on an answer whose columns are not known before it is there. */
    private List<DataQuery.Condition> cells(Settings settings) throws DefinitionException {
        List<DataQuery.Condition> where = new java.util.ArrayList<>();
        for (Map.Entry<String, Value> entry : settings.entries("where").entrySet()) {
            where.add(new DataQuery.Condition.Test(
                    entry.getKey(), DataQuery.Operator.IN, List.of(conditions.text(entry.getValue()))));
        }
        return where;
    }

    private static String figure(Value value, Set<String> earlier) throws DefinitionException {
        if (!earlier.contains(value.text())) {
            throw value.unknown("the figure above this one", value.text(), earlier);
        }
        return value.text();
    }

    private static Optional<Integer> decimals(Settings settings) throws DefinitionException {
        Optional<Value> value = settings.find("decimals");
        return value.isPresent() ? Optional.of(value.get().whole(0, MOST_DECIMALS)) : Optional.empty();
    }

    /** {@code exact}, {@code rounded}, {@code about} or {@code {rounded: 1 million}}. */
    private static Wording wording(Optional<Value> value) throws DefinitionException {
        if (value.isEmpty()) {
            return Wording.EXACT;
        }
        if (!value.get().isMap()) {
            return switch (value.get().word(List.of("exact", "rounded", "about"))) {
                case "exact" -> Wording.EXACT;
                case "rounded" -> Wording.ROUNDED;
                default -> new Wording(Wording.Style.ABOUT, Optional.empty());
            };
        }
        Settings settings = value.get().settings();
        boolean about = settings.has("about");
        Value step = settings.need(about ? "about" : "rounded");
        settings.end();
        Matcher matcher = STEP.matcher(step.text());
        if (!matcher.matches()) {
            throw step.error("a step such as 100 or 1 million is expected here, not '" + step.text() + "'");
        }
        BigDecimal number = new BigDecimal(matcher.group(1));
        if (matcher.group(2) != null) {
            number = number.scaleByPowerOfTen(ZEROS.get(matcher.group(2)));
        }
        return new Wording(about ? Wording.Style.ABOUT : Wording.Style.ROUNDED, Optional.of(number));
    }

    static Set<String> ids(List<ReportDefinition.FigureDefinition> figures) {
        return figures.stream().map(figure -> figure.request().id()).collect(Collectors.toSet());
    }
}
