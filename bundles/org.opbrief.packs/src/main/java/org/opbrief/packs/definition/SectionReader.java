package org.opbrief.packs.definition;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.opbrief.api.report.Section;
import org.opbrief.api.statistics.DataQuery;
import org.opbrief.api.statistics.Query;
import org.opbrief.packs.definition.ReportDefinition.Content;
import org.opbrief.packs.yaml.DefinitionException;
import org.opbrief.packs.yaml.Settings;
import org.opbrief.packs.yaml.Value;

/** Reads the {@code sections} of a report. */
final class SectionReader {

    private static final List<String> KINDS = List.of("headline", "text", "table", "figures", "chart", "sources");

    private final Map<String, Query> queries;
    private final Set<String> figures;
    private final Set<String> parameters;
    private final Set<String> ids = new TreeSet<>();
    private final Set<String> texts = new LinkedHashSet<>();

    SectionReader(Map<String, Query> queries, Set<String> figures, Set<String> parameters) {
        this.queries = queries;
        this.figures = figures;
        this.parameters = parameters;
    }

    /** Names of the text files that sections show. */
    Set<String> texts() {
        return texts;
    }

    /** A map with the kind of the section as one of its keys. */
    ReportDefinition.SectionDefinition read(Value value) throws DefinitionException {
        Settings settings = value.settings();
        Phrase title = phrase(settings, "title");
        ReportDefinition.When when = WhenReader.read(settings, parameters);
        Content content = null;
        for (String kind : KINDS) {
            if (settings.has(kind)) {
                Value body = settings.need(kind);
                content = switch (kind) {
                    case "headline" -> new Content.Headline(Names.known(Optional.of(body), "the figure", figures));
                    case "text" -> text(body);
                    case "table" -> table(body);
                    case "figures" -> figureTable(body);
                    case "chart" -> chart(body);
                    default -> new Content.Sources();
                };
                break;
            }
        }
        if (content == null) {
            throw value.error("a section is one of " + String.join(", ", KINDS));
        }
        settings.end();
        return new ReportDefinition.SectionDefinition(title, when, content);
    }

    private Content text(Value body) throws DefinitionException {
        texts.add(body.text());
        return new Content.Text(body.text());
    }

    /** {@code table: by_drug} or {@code table: {query: by_drug, note: …}}. */
    private Content table(Value body) throws DefinitionException {
        if (!body.isMap()) {
            return new Content.Table(id(body, body.text()), query(body), Phrase.EMPTY);
        }
        Settings settings = body.settings();
        String query = query(settings.need("query"));
        Content content = new Content.Table(id(settings, query), query, phrase(settings, "note"));
        settings.end();
        return content;
    }

    private Content figureTable(Value body) throws DefinitionException {
        Settings settings = body.settings();
        String id = id(settings, "figures");
        List<Phrase> columns = new ArrayList<>();
        for (Value column : settings.need("columns").list()) {
            columns.add(Phrase.read(column, parameters));
        }
        List<Content.Figures.Row> rows = new ArrayList<>();
        for (Map.Entry<String, Value> entry : settings.need("rows").entries().entrySet()) {
            List<String> cells = new ArrayList<>();
            for (Value cell : entry.getValue().list()) {
                String figure = cell.textOrEmpty();
                if (!figure.isEmpty()) {
                    Names.check(cell, "the figure", figure, figures);
                }
                cells.add(figure);
            }
            if (cells.size() != columns.size()) {
                throw entry.getValue()
                        .error("the row has " + cells.size() + " figures, the table " + columns.size() + " columns");
            }
            rows.add(new Content.Figures.Row(Phrase.of(entry.getKey()), cells));
        }
        settings.end();
        return new Content.Figures(id, columns, rows);
    }

    private Content chart(Value body) throws DefinitionException {
        Settings settings = body.settings();
        Value query = settings.need("query");
        String name = query(query);
        Section.Kind kind = Section.Kind.valueOf(
                settings.need("kind").word(List.of("bar", "line")).toUpperCase(Locale.ROOT));
        Set<String> columns = columns(queries.get(name));
        Value x = settings.need("x");
        checkColumn(x, columns);
        List<String> y = new ArrayList<>();
        for (Value measure : settings.need("y").oneOrMore()) {
            checkColumn(measure, columns);
            y.add(measure.text());
        }
        Optional<Value> split = settings.find("split");
        if (split.isPresent()) {
            checkColumn(split.get(), columns);
            if (y.size() != 1) {
                throw split.get().error("a chart that is split shows one measure");
            }
        }
        Content content = new Content.Chart(
                id(settings, name + "_chart"),
                kind,
                name,
                x.text(),
                y,
                split.isPresent() ? Optional.of(split.get().text()) : Optional.empty(),
                // a chart that cannot be seen must be told
                Phrase.read(settings.need("alt"), parameters));
        settings.end();
        return content;
    }

    /** Columns of the answer, none if only the answer will tell. */
    private static Set<String> columns(Query query) {
        Set<String> columns = new LinkedHashSet<>();
        if (query instanceof DataQuery data) {
            data.by().forEach(dimension -> columns.add(dimension.name()));
            data.measures().forEach(measure -> columns.add(measure.name()));
            data.compare()
                    .ifPresent(comparison -> columns.add(comparison.measure()
                            + (comparison.with() == DataQuery.Against.PREVIOUS ? "_change" : "_share")));
        }
        return columns;
    }

    private static void checkColumn(Value value, Set<String> columns) throws DefinitionException {
        if (!columns.isEmpty()) {
            Names.check(value, "the column of the answer", value.text(), columns);
        }
    }

    private String query(Value value) throws DefinitionException {
        Names.check(value, "the query", value.text(), queries.keySet());
        return value.text();
    }

    private String id(Settings settings, String otherwise) throws DefinitionException {
        Optional<Value> value = settings.find("id");
        return id(value.orElse(settings.map()), value.isPresent() ? value.get().text() : otherwise);
    }

    private String id(Value at, String id) throws DefinitionException {
        if (!id.matches("[a-z][a-z0-9_]{0,59}")) {
            throw at.error("the id '" + id + "' is not lower case letters, digits and underscores");
        }
        if (!ids.add(id)) {
            throw at.error("two sections have the id '" + id + "': give one of them another 'id'");
        }
        return id;
    }

    private Phrase phrase(Settings settings, String key) throws DefinitionException {
        Optional<Value> value = settings.find(key);
        return value.isPresent() ? Phrase.read(value.get(), parameters) : Phrase.EMPTY;
    }
}
