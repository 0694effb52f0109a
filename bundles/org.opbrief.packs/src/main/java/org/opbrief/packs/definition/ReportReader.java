package org.opbrief.packs.definition;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.pack.PackFiles;
import org.opbrief.api.report.Edition;
import org.opbrief.api.report.Parameter;
import org.opbrief.api.report.ReportInfo;
import org.opbrief.api.statistics.DataQuery;
import org.opbrief.api.statistics.FactorSet;
import org.opbrief.api.statistics.Query;
import org.opbrief.packs.yaml.DefinitionException;
import org.opbrief.packs.yaml.Faults;
import org.opbrief.packs.yaml.Settings;
import org.opbrief.packs.yaml.Value;
import org.opbrief.packs.yaml.YamlFile;

/** Reads {@code reports/<name>/report.yaml}; see {@code schema/report.schema.json}. */
public final class ReportReader {

    private static final String USUAL_LANGUAGE = "en";

    private final PackFiles pack;
    private final Function<String, Optional<DataSet>> dataSets;
    private final List<FactorSet> factorSets;
    private final Faults faults;
    private final Set<String> named = new TreeSet<>();

    /**
     * @param dataSets and factorSets that are installed, by whatever pack
     * @param faults what becomes of one after which others can still be found
     */
    public ReportReader(
            PackFiles pack, Function<String, Optional<DataSet>> dataSets, List<FactorSet> factorSets, Faults faults) {
        this.pack = pack;
        this.dataSets = id -> {
            named.add(id);
            return dataSets.apply(id);
        };
        this.factorSets = List.copyOf(factorSets);
        this.faults = faults;
    }

    /** @throws DefinitionException a fault after which no other can be found, or the last of those that were remembered */
    public ReportDefinition read(String file) throws DefinitionException, IOException {
        named.clear();
        String folder = file.substring(0, file.lastIndexOf('/') + 1);
        Settings settings = YamlFile.read(file, pack.read(file)).settings();
        String id = Names.id(settings.need("id"));
        List<Parameter> parameters = new ParameterReader(dataSets).parameters(settings);
        List<Edition> editions = ParameterReader.editions(settings);
        Presence presence = new Presence(parameters);
        Phrase title = Phrase.read(settings.need("title"), presence.parameters());
        Phrase subtitle = phrase(settings, "subtitle", Phrase.EMPTY, presence);
        Phrase name = phrase(settings, "name", Phrase.of(id), presence);

        Map<String, Query> queries = queries(settings, presence);
        List<ReportDefinition.FigureDefinition> figures = new ArrayList<>();
        FigureReader figureReader = new FigureReader(queries, dataSets, factorSets, presence);
        for (Map.Entry<String, Value> entry : settings.entries("figures").entrySet()) {
            figures.add(figureReader.read(Names.name(entry.getKey(), entry.getValue()), entry.getValue()));
        }
        List<ReportDefinition.SectionDefinition> sections = new ArrayList<>();
        SectionReader sectionReader = new SectionReader(queries, presence);
        each(settings.need("sections").list(), section -> sections.add(sectionReader.read(section)));
        String language = settings.has("language") ? settings.needText("language") : USUAL_LANGUAGE;
        Map<String, Map<String, ReportDefinition.Text>> texts =
                new TextReader(pack, folder, presence, faults).read(sections, language, settings.map());
        // a title with parameters has no words before they are known
        String listed = settings.has("label") ? settings.needText("label") : title.with(initial(parameters));
        ReportInfo info = new ReportInfo(
                id,
                listed.isEmpty() ? id : listed,
                settings.text("description"),
                parameters,
                editions,
                needs(settings, queries),
                List.copyOf(texts.keySet()),
                sections.stream().map(section -> section.content().section()).toList());
        settings.end();
        return new ReportDefinition(
                info, title, subtitle, name, queries, figures, sections, texts, layouts(folder), List.copyOf(named));
    }

    /** The data sets that queries name, and those that only the report can tell. */
    private List<String> needs(Settings settings, Map<String, Query> queries) throws DefinitionException {
        Set<String> needs = new LinkedHashSet<>();
        Optional<Value> told = settings.find("needs");
        if (told.isPresent()) {
            for (Value each : told.get().oneOrMore()) {
                needs.add(Names.dataSet(each, dataSets).id());
            }
        }
        for (Query query : queries.values()) {
            if (query instanceof DataQuery data) {
                needs.add(data.from());
            } else if (told.isEmpty()) {
                throw settings.need("queries")
                        .error("the data sets that the query '" + query.id()
                                + "' reads are not told; add 'needs: [...]'" + " to the report");
            }
        }
        if (needs.isEmpty()) {
            throw settings.map().error("a report reads at least one data set; add a query, or 'needs: [...]'");
        }
        return List.copyOf(needs);
    }

    private Map<String, Query> queries(Settings settings, Presence presence) throws DefinitionException {
        QueryReader reader = new QueryReader(dataSets, presence);
        Map<String, Query> queries = new LinkedHashMap<>();
        each(settings.entries("queries").entrySet(), entry -> {
            String name = Names.name(entry.getKey(), entry.getValue());
            queries.put(name, reader.read(name, entry.getValue()));
        });
        return queries;
    }

    @FunctionalInterface
    private interface Reading<T> {
        void read(T value) throws DefinitionException;
    }

    /** Parts that do not depend on each other; what follows depends on all of them. */
    private <T> void each(Collection<T> parts, Reading<T> reading) throws DefinitionException {
        DefinitionException last = null;
        for (T part : parts) {
            try {
                reading.read(part);
            } catch (DefinitionException e) {
                faults.found(e);
                last = e;
            }
        }
        if (last != null) {
            throw last;
        }
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

    private static Phrase phrase(Settings settings, String key, Phrase otherwise, Presence presence)
            throws DefinitionException {
        Optional<Value> value = settings.find(key);
        return value.isPresent() ? Phrase.read(value.get(), presence.parameters()) : otherwise;
    }
}
