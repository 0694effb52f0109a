package org.opbrief.packs;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.StoreException;
import org.opbrief.api.report.Block;
import org.opbrief.api.report.Briefing;
import org.opbrief.api.report.ReportContext;
import org.opbrief.api.report.ReportException;
import org.opbrief.api.report.Section;
import org.opbrief.api.statistics.Answer;
import org.opbrief.api.statistics.FactorSet;
import org.opbrief.api.statistics.Figure;
import org.opbrief.api.statistics.FigureRequest;
import org.opbrief.api.statistics.Passport;
import org.opbrief.api.statistics.StatisticsException;
import org.opbrief.packs.definition.ReportDefinition;
import org.opbrief.packs.definition.ReportDefinition.Content;

/** Builds one briefing from a report's definition. */
final class BriefingBuilder {

    private final ReportDefinition definition;
    private final ReportContext context;
    private final Binding binding;
    private final Map<String, String> labels;
    private final Map<String, Figure> figures = new LinkedHashMap<>();
    private final Map<String, Answer> answers = new HashMap<>();
    private final List<Section> sections = new ArrayList<>();

    BriefingBuilder(ReportDefinition definition, ReportContext context) {
        this.definition = definition;
        this.context = context;
        this.binding = new Binding(context.parameters());
        this.labels = Parameters.labels(definition.info(), context.parameters());
    }

    Briefing build() throws ReportException {
        checkData();
        try {
            for (ReportDefinition.FigureDefinition figure : definition.figures()) {
                if (exists(figure)) {
                    Figure computed = context.calculation()
                            .figure(binding.bind(
                                    figure.request(), figure.label().with(labels)));
                    figures.put(computed.id(), computed.inWords(context.prose().words(computed, context.language())));
                }
            }
            for (ReportDefinition.SectionDefinition section : definition.sections()) {
                if (section.when().holds(context.parameters(), figures)) {
                    sections.add(section(section.title().with(labels), section.content()));
                }
            }
        } catch (StatisticsException e) {
            throw new ReportException(
                    "The report '" + definition.info().id() + "' cannot be built: " + e.getMessage(), e);
        }
        List<Batch> batches = batches();
        if (batches.isEmpty() || isAboutNothing()) {
            throw nothingFound();
        }
        return new Briefing(
                slug(definition.name().with(labels)),
                definition.info().id(),
                definition.title().with(labels),
                definition.subtitle().with(labels),
                context.edition(),
                batches.stream().map(Batch::asOf).max(Comparator.naturalOrder()).orElseThrow(),
                context.language(),
                Parameters.shown(definition.info(), context.parameters()),
                List.copyOf(figures.values()),
                sections,
                batches,
                factorSets());
    }

    /** Not if a figure that it builds on is not there, or is zero where it would be told in percent of it. */
    private boolean exists(ReportDefinition.FigureDefinition figure) {
        return figure.when().holds(context.parameters(), figures)
                && figures.keySet().containsAll(ReportDefinition.inputs(figure.request()))
                && figure.base()
                        .map(base -> figures.get(base).value().signum() != 0)
                        .orElse(true);
    }

    /** A briefing over nothing would be a page of zeros. */
    private void checkData() throws ReportException {
        List<String> needed = definition.info().dataSets();
        try {
            if (context.store().batches().stream().noneMatch(batch -> holds(batch, needed))) {
                throw new ReportException("There are no data for the report '"
                        + definition.info().id() + "' yet: import a file as '"
                        + needed.get(0) + "'"
                        + (needed.size() > 1 ? " (it reads " + String.join(", ", needed) + ")." : "."));
            }
        } catch (StoreException e) {
            throw new ReportException(e.getMessage(), e);
        }
    }

    private static boolean holds(Batch batch, List<String> dataSets) {
        return dataSets.contains(batch.dataSet()) && batch.rowsAccepted() > 0;
    }

    /** Whether no figure of the headline that was counted or summed found a row. */
    private boolean isAboutNothing() {
        List<Figure> counted = definition.figures().stream()
                .map(ReportDefinition.FigureDefinition::request)
                .filter(FigureRequest.Measured.class::isInstance)
                .map(FigureRequest::id)
                .filter(id -> sections.stream()
                        .anyMatch(section -> section instanceof Section.Headline headline
                                && headline.figures().contains(id)))
                .map(figures::get)
                .toList();
        return !counted.isEmpty()
                && counted.stream().allMatch(figure -> figure.passport().rows() == 0);
    }

    /** There are data, but none of them is what was asked for. */
    private ReportException nothingFound() {
        String asked = Parameters.shown(definition.info(), context.parameters()).entrySet().stream()
                .map(entry -> entry.getKey() + " '" + entry.getValue() + "'")
                .collect(Collectors.joining(" and "));
        return new ReportException("The report '" + definition.info().id() + "' finds no rows"
                + (asked.isEmpty() ? "" : " for " + asked)
                + ": check how the imported data write it, or import the data that it is about.");
    }

    private Section section(String title, Content content) throws ReportException, StatisticsException {
        if (content instanceof Content.Headline headline) {
            return new Section.Headline(title, present(headline.figures()));
        }
        if (content instanceof Content.Text text) {
            return new Section.Text(title, blocks(text.file()));
        }
        if (content instanceof Content.Table table) {
            return new Section.TableSection(
                    table.id(), title, answer(table.query()), table.note().with(labels));
        }
        if (content instanceof Content.Figures table) {
            List<Section.FigureTable.Row> rows = new ArrayList<>();
            for (Content.Figures.Row row : table.rows()) {
                rows.add(new Section.FigureTable.Row(
                        row.label().with(labels),
                        row.figures().stream()
                                .map(id -> Optional.of(id).filter(figures::containsKey))
                                .toList()));
            }
            List<String> columns =
                    table.columns().stream().map(phrase -> phrase.with(labels)).toList();
            return new Section.FigureTable(table.id(), title, columns, rows);
        }
        if (content instanceof Content.Chart chart) {
            return new Section.Chart(
                    chart.id(),
                    title,
                    chart.description().with(labels),
                    chart.kind(),
                    TimeAxis.complete(
                            definition.queries().get(chart.query()), answer(chart.query()), chart.x(), chart.split()),
                    chart.x(),
                    chart.y(),
                    chart.split());
        }
        return new Section.Sources(title);
    }

    private List<Block> blocks(String file) throws ReportException {
        ReportDefinition.Text text = definition
                .texts()
                .getOrDefault(
                        context.language().getLanguage(),
                        definition.texts().get(definition.info().languages().get(0)))
                .get(file);
        return context.prose().text(text.file(), text.markdown(), figures, labels, context.language());
    }

    private List<String> present(List<String> ids) {
        return ids.stream().filter(figures::containsKey).toList();
    }

    private Answer answer(String query) throws StatisticsException {
        Answer answer = answers.get(query);
        if (answer == null) {
            answer = context.calculation()
                    .answer(binding.bind(definition.queries().get(query)));
            answers.put(query, answer);
        }
        return answer;
    }

    private List<Batch> batches() {
        Map<Long, Batch> batches = new TreeMap<>();
        for (Passport passport : passports()) {
            passport.batches().forEach(source -> batches.put(source.batch().id(), source.batch()));
        }
        return List.copyOf(batches.values());
    }

    private List<Passport> passports() {
        List<Passport> passports = new ArrayList<>();
        figures.values().forEach(figure -> passports.add(figure.passport()));
        answers.values().forEach(answer -> passports.add(answer.passport()));
        return passports;
    }

    private List<FactorSet> factorSets() {
        Set<FactorSet> sets = new LinkedHashSet<>();
        for (Figure figure : figures.values()) {
            figure.passport().factors().ifPresent(sets::add);
            figure.alternatives().forEach(alternative -> sets.add(alternative.factors()));
        }
        return List.copyOf(sets);
    }

    /** Lower case letters, digits and hyphens. */
    private static String slug(String text) {
        String slug = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        return slug.isEmpty() ? "briefing" : slug;
    }
}
