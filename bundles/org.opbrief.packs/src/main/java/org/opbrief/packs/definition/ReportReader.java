package org.opbrief.packs.definition;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.report.Edition;
import org.opbrief.api.report.Marking;
import org.opbrief.api.report.Parameter;
import org.opbrief.api.report.ReportInfo;
import org.opbrief.api.statistics.DataQuery;
import org.opbrief.api.statistics.FactorSet;
import org.opbrief.api.statistics.Query;
import org.opbrief.packs.PackContent;
import org.opbrief.packs.yaml.DefinitionException;
import org.opbrief.packs.yaml.Settings;
import org.opbrief.packs.yaml.Value;
import org.opbrief.packs.yaml.YamlFile;

/** Reads {@code reports/<name>/report.yaml}; see {@code schema/report.schema.json}. */
public final class ReportReader {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,59}");
    private static final String NAME = "[a-z][a-z0-9_]{0,59}";
    private static final List<Edition> DEFAULT_EDITIONS = List.of(
            new Edition("internal", "Internal", new Marking("FOR OFFICIAL USE ONLY", "#8a1c1c")),
            new Edition("public", "Public", Marking.NONE));

    private final PackContent pack;
    private final Function<String, Optional<DataSet>> dataSets;
    private final List<FactorSet> factorSets;

    /** @param dataSets and factorSets that are installed, by whatever pack */
    public ReportReader(PackContent pack, Function<String, Optional<DataSet>> dataSets, List<FactorSet> factorSets) {
        this.pack = pack;
        this.dataSets = dataSets;
        this.factorSets = List.copyOf(factorSets);
    }

    public ReportDefinition read(String file) throws DefinitionException, IOException {
        String folder = file.substring(0, file.lastIndexOf('/') + 1);
        Settings settings = YamlFile.read(file, pack.read(file)).settings();
        String id = Names.id(settings.need("id"), ID);
        List<Parameter> parameters = parameters(settings);
        Set<String> names = new LinkedHashSet<>();
        parameters.forEach(parameter -> names.add(parameter.name()));
        Value titleValue = settings.need("title");
        Phrase title = Phrase.read(titleValue, names);
        Phrase subtitle = phrase(settings, "subtitle", Phrase.EMPTY, names);
        Phrase name = phrase(settings, "name", Phrase.of(id), names);
        List<Edition> editions = editions(settings);

        Map<String, Query> queries = queries(settings, names);
        FigureReader figureReader = new FigureReader(queries, dataSets, factorSets, names);
        List<ReportDefinition.FigureDefinition> figures = new ArrayList<>();
        for (Map.Entry<String, Value> entry : settings.entries("figures").entrySet()) {
            checkName(entry.getKey(), entry.getValue());
            figures.add(figureReader.read(entry.getKey(), entry.getValue(), FigureReader.ids(figures)));
        }
        SectionReader sectionReader = new SectionReader(queries, FigureReader.ids(figures), names);
        List<ReportDefinition.SectionDefinition> sections = new ArrayList<>();
        for (Value section : settings.need("sections").list()) {
            sections.add(sectionReader.read(section));
        }
        Set<String> needs = new LinkedHashSet<>(needs(settings));
        queries.values().forEach(query -> {
            if (query instanceof DataQuery data) {
                needs.add(data.from());
            }
        });
        // a title with parameters has no words before they are known
        String listed = settings.has("label") ? settings.needText("label") : title.with(initial(parameters));
        ReportInfo info = new ReportInfo(
                id,
                listed.isEmpty() ? id : listed,
                settings.text("description"),
                parameters,
                editions,
                List.copyOf(needs),
                List.of("en"));
        settings.end();
        return new ReportDefinition(
                info,
                folder,
                title,
                subtitle,
                name,
                queries,
                figures,
                sections,
                texts(folder, sectionReader.texts(), settings.map()),
                layouts(folder));
    }

    private List<String> needs(Settings settings) throws DefinitionException {
        Optional<Value> value = settings.find("needs");
        if (value.isEmpty()) {
            return List.of();
        }
        for (Value each : value.get().oneOrMore()) {
            if (dataSets.apply(each.text()).isEmpty()) {
                throw each.error("the data set '" + each.text() + "' is not installed");
            }
        }
        return value.get().texts();
    }

    private List<Parameter> parameters(Settings settings) throws DefinitionException {
        List<Parameter> parameters = new ArrayList<>();
        for (Map.Entry<String, Value> entry : settings.entries("parameters").entrySet()) {
            checkName(entry.getKey(), entry.getValue());
            Settings parameter = entry.getValue().settings();
            Optional<Value> initial = parameter.find("default");
            parameters.add(new Parameter(
                    entry.getKey(),
                    parameter.needText("label"),
                    parameter.text("description"),
                    parameter.has("type")
                            ? ColumnType.valueOf(parameter
                                    .need("type")
                                    .word(List.of("text", "integer", "decimal", "date", "boolean"))
                                    .toUpperCase(Locale.ROOT))
                            : ColumnType.TEXT,
                    parameter.flag("required", false),
                    initial.isPresent() ? Optional.of(initial.get().text()) : Optional.empty(),
                    choices(parameter)));
            parameter.end();
        }
        return parameters;
    }

    /** A list of values, or {@code seizure.division} for the vocabulary of a column. */
    private List<Parameter.Choice> choices(Settings parameter) throws DefinitionException {
        Optional<Value> value = parameter.find("choices");
        List<Parameter.Choice> choices = new ArrayList<>();
        if (value.isEmpty()) {
            return choices;
        }
        if (value.get().isList()) {
            for (String text : value.get().texts()) {
                choices.add(new Parameter.Choice(text, text, List.of()));
            }
            return choices;
        }
        String[] names = value.get().text().split("\\.", 2);
        Column column = dataSets.apply(names[0])
                .flatMap(dataSet -> names.length == 2 ? dataSet.column(names[1]) : Optional.empty())
                .orElseThrow(() -> value.get()
                        .error("choices are a list, or dataset.column of an installed data set; there is no '"
                                + String.join(".", names) + "'"));
        for (Column.Term term : column.constraint().vocabulary()) {
            choices.add(new Parameter.Choice(term.value(), term.label(), term.synonyms()));
        }
        return choices;
    }

    private static List<Edition> editions(Settings settings) throws DefinitionException {
        List<Edition> editions = new ArrayList<>();
        for (Map.Entry<String, Value> entry : settings.entries("editions").entrySet()) {
            Settings edition = entry.getValue().settings();
            Marking marking = Marking.NONE;
            if (edition.has("marking")) {
                Settings banner = edition.need("marking").settings();
                String color = banner.has("color") ? banner.needText("color") : Marking.NONE.color();
                if (!color.matches("#[0-9a-fA-F]{6}")) {
                    throw banner.need("color").error("a colour is written \"#rrggbb\", not '" + color + "'");
                }
                marking = new Marking(banner.needText("text"), color);
                banner.end();
            }
            editions.add(new Edition(entry.getKey(), edition.needText("label"), marking));
            edition.end();
        }
        return editions.isEmpty() ? DEFAULT_EDITIONS : editions;
    }

    private Map<String, Query> queries(Settings settings, Set<String> parameters) throws DefinitionException {
        QueryReader reader = new QueryReader(dataSets, parameters);
        Map<String, Query> queries = new LinkedHashMap<>();
        for (Map.Entry<String, Value> entry : settings.entries("queries").entrySet()) {
            checkName(entry.getKey(), entry.getValue());
            queries.put(entry.getKey(), reader.read(entry.getKey(), entry.getValue()));
        }
        return queries;
    }

    private Map<String, String> texts(String folder, Set<String> names, Value report)
            throws DefinitionException, IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : names) {
            if (!pack.files().contains(folder + name)) {
                throw report.error("the text '" + name + "' is not beside the report");
            }
            texts.put(name, YamlFile.decode(folder + name, pack.read(folder + name)));
        }
        return texts;
    }

    /** A compiled layout is preferred to its source. */
    private Map<String, String> layouts(String folder) {
        Map<String, String> layouts = new LinkedHashMap<>();
        for (Map.Entry<String, String> layout :
                Map.of("layout.jrxml", "pdf", "layout.xlsx", "xlsx").entrySet()) {
            if (pack.files().contains(folder + layout.getKey())) {
                layouts.put(layout.getValue(), folder + layout.getKey());
            }
        }
        if (pack.files().contains(folder + "layout.jasper")) {
            layouts.put("pdf", folder + "layout.jasper");
        }
        return layouts;
    }

    private static Map<String, String> initial(List<Parameter> parameters) {
        Map<String, String> values = new LinkedHashMap<>();
        parameters.forEach(parameter -> parameter.initial().ifPresent(value -> values.put(parameter.name(), value)));
        return values;
    }

    private static Phrase phrase(Settings settings, String key, Phrase otherwise, Set<String> parameters)
            throws DefinitionException {
        Optional<Value> value = settings.find(key);
        return value.isPresent() ? Phrase.read(value.get(), parameters) : otherwise;
    }

    private static void checkName(String name, Value at) throws DefinitionException {
        if (!name.matches(NAME)) {
            throw at.error("the name '" + name + "' is not lower case letters, digits and underscores");
        }
    }
}
