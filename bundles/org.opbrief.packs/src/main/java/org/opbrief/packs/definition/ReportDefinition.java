package org.opbrief.packs.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opbrief.api.report.ReportInfo;
import org.opbrief.api.report.Section;
import org.opbrief.api.statistics.FigureRequest;
import org.opbrief.api.statistics.Query;

/**
 * A report as its definition says it, with parameters still in place: values {@code $name} in conditions and texts.
 *
 * @param folder of the report in its pack, e.g. {@code reports/operation/}
 * @param name of its files
 * @param queries by id
 * @param texts Markdown by file name
 * @param layouts file names by output format
 */
public record ReportDefinition(
        ReportInfo info,
        String folder,
        Phrase title,
        Phrase subtitle,
        Phrase name,
        Map<String, Query> queries,
        List<FigureDefinition> figures,
        List<SectionDefinition> sections,
        Map<String, String> texts,
        Map<String, String> layouts) {

    public ReportDefinition {
        queries = Map.copyOf(queries);
        figures = List.copyOf(figures);
        sections = List.copyOf(sections);
        texts = Map.copyOf(texts);
        layouts = Map.copyOf(layouts);
    }

    /**
     * Whether a part of the report is there.
     *
     * @param parameter name; empty if it always is
     * @param given whether the parameter must have a value, or none
     */
    public record When(Optional<String> parameter, boolean given) {

        static final When ALWAYS = new When(Optional.empty(), true);

        public boolean holds(Map<String, String> values) {
            return parameter.isEmpty() || values.containsKey(parameter.get()) == given;
        }
    }

    /** A figure, its label still with parameters. */
    public record FigureDefinition(FigureRequest request, Phrase label, When when) {}

    /** A section, its title still with parameters. */
    public record SectionDefinition(Phrase title, When when, Content content) {}

    /** What a section shows. */
    public sealed interface Content {

        record Headline(List<String> figures) implements Content {}

        record Text(String file) implements Content {}

        record Table(String id, String query, Phrase note) implements Content {}

        record Figures(String id, List<Phrase> columns, List<Row> rows) implements Content {
            public record Row(Phrase label, List<String> figures) {}
        }

        record Chart(
                String id,
                Section.Kind kind,
                String query,
                String x,
                List<String> y,
                Optional<String> split,
                Phrase description)
                implements Content {}

        record Sources() implements Content {}
    }
}
