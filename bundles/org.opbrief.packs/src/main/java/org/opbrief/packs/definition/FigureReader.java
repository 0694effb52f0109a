package org.opbrief.packs.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static final Pattern STEP = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*(thousand|million|billion)?");
    private static final Map<String, Integer> ZEROS = Map.of("thousand", 3, "million", 6, "billion", 9);
    private static final int MOST_DECIMALS = 15;

    private final Map<String, Query> queries;
    private final Function<String, Optional<DataSet>> dataSets;
    private final List<FactorSet> factorSets;
    private final ConditionReader conditions;
    private final Presence presence;

    FigureReader(
            Map<String, Query> queries,
            Function<String, Optional<DataSet>> dataSets,
            List<FactorSet> factorSets,
            Presence presence) {
        this.queries = queries;
        this.dataSets = dataSets;
        this.factorSets = factorSets;
        this.conditions = new ConditionReader(presence);
        this.presence = presence;
    }

    /** Reads a figure and makes it known to those below it. */
    ReportDefinition.FigureDefinition read(String id, Value value) throws DefinitionException {
        Settings settings = value.settings();
        Set<String> earlier = presence.figures();
        Phrase label = Phrase.read(settings.need("label"), presence.parameters());
        Wording wording = wording(settings.find("wording"));
        When when = new WhenReader(presence.parameters(), Set.of()).read(settings);
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
        boolean inPercent = request instanceof FigureRequest.Change || request instanceof FigureRequest.Share;
        boolean mayBeLeftOut = inPercent;
        for (String input : ReportDefinition.inputs(request)) {
            mayBeLeftOut |= presence.mayBeLeftOut(input);
            Optional<String> absent = presence.mayBeLeftOut(input) ? Optional.empty() : presence.whyAbsent(input, when);
            if (absent.isPresent()) {
                throw value.error(absent.get());
            }
        }
        ReportDefinition.FigureDefinition figure =
                new ReportDefinition.FigureDefinition(request, label, when, mayBeLeftOut);
        presence.add(figure);
        return figure;
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
        String name = model.text();
        List<FactorSet> sets =
                factorSets.stream().filter(set -> set.model().equals(name)).toList();
        if (sets.isEmpty()) {
            throw model.unknown(
                    "the factor model",
                    name,
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
                id, "", wording, name, set.isPresent() ? Optional.of(set.get().text()) : Optional.empty(), from);
    }

    private FigureRequest measured(String id, Wording wording, Settings settings) throws DefinitionException {
        Value of = settings.need("of");
        Names.check(of, "the query", of.text(), queries.keySet());
        Query query = queries.get(of.text());
        if (!(query instanceof DataQuery data)) {
            return new FigureRequest.Measured(
                    id,
                    "",
                    wording,
                    query,
                    cells(settings),
                    settings.needText("column"),
                    Names.unit(settings.find("unit")),
                    decimals(settings));
        }
        DataSet dataSet = dataSets.apply(data.from()).orElseThrow();
        DataQuery.Measure measure = measure(settings, of.text(), data);
        Optional<Value> unit = settings.find("unit");
        if (unit.isPresent()) {
            QueryReader.checkUnit(unit.get(), measure.column().flatMap(dataSet::column));
        }
        return new FigureRequest.Measured(
                id,
                "",
                wording,
                query,
                conditions.read(settings.find("where"), dataSet),
                measure.name(),
                Names.unit(unit),
                decimals(settings));
    }

    /** The measure that is named; the only one need not be. */
    private static DataQuery.Measure measure(Settings settings, String query, DataQuery data)
            throws DefinitionException {
        List<String> names =
                data.measures().stream().map(DataQuery.Measure::name).toList();
        if (!settings.has("column") && names.size() == 1) {
            return data.measures().get(0);
        }
        Value column = settings.need("column");
        Names.check(column, "the measure of " + query, column.text(), names);
        return data.measures().get(names.indexOf(column.text()));
    }

    /** Conditions on an answer whose columns are not known before it is there. */
    private List<DataQuery.Condition> cells(Settings settings) throws DefinitionException {
        List<DataQuery.Condition> where = new ArrayList<>();
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
        if (!matcher.matches() || new BigDecimal(matcher.group(1)).signum() == 0) {
            throw step.error("a step such as 100 or 1 million is expected here, not '" + step.text() + "'");
        }
        BigDecimal number = new BigDecimal(matcher.group(1));
        if (matcher.group(2) != null) {
            number = number.scaleByPowerOfTen(ZEROS.get(matcher.group(2)));
        }
        return new Wording(about ? Wording.Style.ABOUT : Wording.Style.ROUNDED, Optional.of(number));
    }
}
