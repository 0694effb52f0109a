package org.opbrief.packs.definition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opbrief.api.report.ReportInfo;
import org.opbrief.api.report.Section;
import org.opbrief.api.report.SectionKind;
import org.opbrief.api.statistics.DataQuery;
import org.opbrief.api.statistics.FigureRequest;
import org.opbrief.api.statistics.Query;

/**
 * A report as its definition says it, with parameters still in place: values {@code $name} in conditions and texts.
 *
 * @param name of its files
 * @param queries by id
 * @param texts by language and name
 * @param layouts file names by output format
 * @param needs ids of all data sets that it names, sorted
 */
public record ReportDefinition(
        ReportInfo info,
        Phrase title,
        Phrase subtitle,
        Phrase name,
        Map<String, Query> queries,
        List<FigureDefinition> figures,
        List<SectionDefinition> sections,
        Map<String, Map<String, Text>> texts,
        Map<String, String> layouts,
        List<String> needs) {

    public ReportDefinition {
        queries = Map.copyOf(queries);
        figures = List.copyOf(figures);
        sections = List.copyOf(sections);
        texts = Map.copyOf(texts);
        layouts = Map.copyOf(layouts);
        needs = List.copyOf(needs);
    }

    /** @param file where the Markdown stands in the pack */
    public record Text(String file, String markdown) {}

    /**
     * A figure, its label still with parameters.
     *
     * @param mayBeLeftOut whether it is told in percent of another, or builds on one that is: if that is zero, there is
     *     no such figure
     */
    public record FigureDefinition(FigureRequest request, Phrase label, When when, boolean mayBeLeftOut) {

        /** Id of the figure that this one is told in percent of. */
        public Optional<String> base() {
            if (request instanceof FigureRequest.Change change) {
                return Optional.of(change.from());
            }
            return request instanceof FigureRequest.Share share ? Optional.of(share.whole()) : Optional.empty();
        }
    }

    /** Ids of the figures that one is derived from. */
    public static Collection<String> inputs(FigureRequest request) {
        if (request instanceof FigureRequest.Change change) {
            return List.of(change.from(), change.to());
        }
        if (request instanceof FigureRequest.Share share) {
            return List.of(share.part(), share.whole());
        }
        return request instanceof FigureRequest.Estimate estimate
                ? estimate.inputs().values()
                : List.of();
    }

    /** Names of the columns that the answer will have. */
    public static List<String> columns(DataQuery query) {
        List<String> columns = new ArrayList<>();
        query.by().forEach(dimension -> columns.add(dimension.name()));
        query.measures().forEach(measure -> columns.add(measure.name()));
        query.compare()
                .ifPresent(comparison -> columns.add(comparison.measure()
                        + (comparison.with() == DataQuery.Against.PREVIOUS ? "_change" : "_share")));
        return columns;
    }

    /** A section, its title still with parameters. */
    public record SectionDefinition(Phrase title, When when, Content content) {}

    /** What a section shows. */
    public sealed interface Content {

        SectionKind section();

        record Headline(List<String> figures) implements Content {
            @Override
            public SectionKind section() {
                return SectionKind.HEADLINE;
            }
        }

        record Text(String file) implements Content {
            @Override
            public SectionKind section() {
                return SectionKind.TEXT;
            }
        }

        record Table(String id, String query, Phrase note) implements Content {
            @Override
            public SectionKind section() {
                return SectionKind.TABLE;
            }
        }

        record Figures(String id, List<Phrase> columns, List<Row> rows) implements Content {
            public record Row(Phrase label, List<String> figures) {}

            @Override
            public SectionKind section() {
                return SectionKind.TABLE;
            }
        }

        record Chart(
                String id,
                Section.Kind kind,
                String query,
                String x,
                List<String> y,
                Optional<String> split,
                Phrase description)
                implements Content {
            @Override
            public SectionKind section() {
                return kind == Section.Kind.BAR ? SectionKind.BAR_CHART : SectionKind.LINE_CHART;
            }
        }

        record Sources() implements Content {
            @Override
            public SectionKind section() {
                return SectionKind.SOURCES;
            }
        }
    }
}
