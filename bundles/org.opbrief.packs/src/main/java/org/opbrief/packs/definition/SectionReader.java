package org.opbrief.packs.definition;

import java.util.ArrayList;
import java.util.Collection;
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
    private final Presence presence;
    private final WhenReader conditions;
    private final Set<String> ids = new TreeSet<>();

    SectionReader(Map<String, Query> queries, Presence presence) {
        this.queries = queries;
        this.presence = presence;
        this.conditions = new WhenReader(presence.parameters(), presence.figures());
    }

    /** A map with the kind of the section as one of its keys. */
    ReportDefinition.SectionDefinition read(Value value) throws DefinitionException {
        Settings settings = value.settings();
        Phrase title = phrase(settings, "title");
        When when = conditions.read(settings);
        List<String> kinds = KINDS.stream().filter(settings::has).toList();
        if (kinds.size() != 1) {
            // a misspelt kind is told as an unknown key
            if (kinds.isEmpty()) {
                settings.end();
            }
            throw value.error("a section is one of " + String.join(", ", KINDS) + ", not "
                    + (kinds.isEmpty() ? "none of them" : String.join(" and ", kinds)));
        }
        Content content = content(kinds.get(0), settings.need(kinds.get(0)));
        settings.end();
        return new ReportDefinition.SectionDefinition(title, when, content);
    }

    private Content content(String kind, Value body) throws DefinitionException {
        return switch (kind) {
            case "headline" -> new Content.Headline(Names.known(Optional.of(body), "the figure", presence.figures()));
            case "text" -> text(body);
            case "table" -> table(body);
            case "figures" -> figureTable(body);
            case "chart" -> chart(body);
            default -> sources(body);
        };
    }

    private static Content sources(Value body) throws DefinitionException {
        if (!body.isEmpty()) {
            body.settings().end();
        }
        return new Content.Sources();
    }

    private static Content text(Value body) throws DefinitionException {
        if (!body.text().matches("[A-Za-z0-9][A-Za-z0-9_.-]*\\.md")) {
            throw body.error("'" + body.text() + "' is not the name of a Markdown file such as text.md");
        }
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
            columns.add(Phrase.read(column, presence.parameters()));
        }
        List<Content.Figures.Row> rows = new ArrayList<>();
        for (Map.Entry<String, Value> entry : settings.need("rows").entries().entrySet()) {
            List<String> cells = new ArrayList<>();
            for (Value cell : entry.getValue().list()) {
                String figure = cell.textOrEmpty();
                if (!figure.isEmpty()) {
                    Names.check(cell, "the figure", figure, presence.figures());
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
        Collection<String> columns = columns(queries.get(name));
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
                description(settings));
        settings.end();
        return content;
    }

    /** A chart that cannot be seen must be told. */
    private Phrase description(Settings settings) throws DefinitionException {
        Value alt = settings.need("alt");
        Phrase phrase = Phrase.read(alt, presence.parameters());
        if (phrase.cases().containsValue("")) {
            throw alt.error("'alt' is empty; say what the chart shows, for those who cannot see it");
        }
        return phrase;
    }

    /** Columns of the answer, none if only the answer will tell. */
    private static Collection<String> columns(Query query) {
        return query instanceof DataQuery data ? ReportDefinition.columns(data) : List.of();
    }

    private static void checkColumn(Value value, Collection<String> columns) throws DefinitionException {
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
        return value.isPresent() ? Phrase.read(value.get(), presence.parameters()) : Phrase.EMPTY;
    }
}
