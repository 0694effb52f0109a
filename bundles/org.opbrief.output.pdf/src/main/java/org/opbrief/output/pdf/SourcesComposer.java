package org.opbrief.output.pdf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.sf.jasperreports.engine.JRException;
import org.opbrief.api.data.Batch;
import org.opbrief.api.report.Briefing;
import org.opbrief.api.report.Section;
import org.opbrief.api.statistics.FactorSet;
import org.opbrief.api.statistics.Figure;

/** What the briefing rests on: imported files, factor sets, and how each figure was computed. */
final class SourcesComposer {
    private static final int DIGITS = 16;

    private final Briefing briefing;
    private final Composer composer;
    private final Labels labels;
    private final Numbers numbers;

    SourcesComposer(Briefing briefing, Composer composer, Labels labels, Numbers numbers) {
        this.briefing = briefing;
        this.composer = composer;
        this.labels = labels;
        this.numbers = numbers;
    }

    void compose(Section.Sources sources) throws JRException {
        String title = sources.title().isBlank() ? labels.get("sources") : sources.title();
        composer.unit(2, title);
        data();
        for (FactorSet set : briefing.factorSets()) {
            factors(set);
        }
        methods();
    }

    private void data() throws JRException {
        if (briefing.batches().isEmpty()) {
            composer.note(labels.get("noBatches"));
            return;
        }
        List<String[]> rows = new ArrayList<>();
        for (Batch batch : briefing.batches()) {
            rows.add(new String[] {
                batch.file(),
                batch.dataSet(),
                batch.asOf().toString(),
                count(batch.rowsRead()),
                count(batch.rowsAccepted()),
                count(batch.rowsRejected()),
                batch.sha256().substring(0, Math.min(DIGITS, batch.sha256().length()))
            });
        }
        composer.grid(new Grid(
                "sources_data",
                List.of(
                        text("file"),
                        text("dataSet"),
                        text("asOf"),
                        number("rowsRead"),
                        number("rowsAccepted"),
                        number("rowsRejected"),
                        text("sha256")),
                rows,
                1));
        composer.note(labels.get("shaNote"));
    }

    private void factors(FactorSet set) throws JRException {
        composer.unit(3, labels.get("factorSets") + ": " + set.title());
        String period = set.until()
                .map(until ->
                        labels.get("factorPeriod", point(set.source()), labels.date(set.from()), labels.date(until)))
                .orElseGet(() -> labels.get("factorPeriodOpen", point(set.source()), labels.date(set.from())));
        composer.paragraph(period);
        List<String[]> rows = new ArrayList<>();
        set.factors()
                .forEach((name, value) -> rows.add(
                        new String[] {name.replace('_', ' '), numbers.format(value, Math.max(0, value.scale()))}));
        composer.grid(new Grid(
                "factors_" + set.model().replace('-', '_') + "_" + set.id().replace('-', '_'),
                List.of(text("factor"), number("value")),
                rows,
                1));
    }

    private void methods() throws JRException {
        if (briefing.figures().isEmpty()) {
            return;
        }
        composer.unit(3, labels.get("methods"));
        List<String[]> rows = new ArrayList<>();
        for (Figure figure : briefing.figures()) {
            String label = figure.estimate() ? figure.label() + " " + labels.get("estimateShort") : figure.label();
            rows.add(new String[] {
                label, numbers.exact(figure), figure.passport().method()
            });
        }
        composer.grid(new Grid(
                "sources_methods",
                List.of(text("figure"), number("exactValue"), text("method")),
                rows,
                1,
                briefing.figures().stream()
                        .map(figure -> FigureLinks.anchor(figure.id()))
                        .toList(),
                List.of()));
        composer.note(labels.get("traceNote"));
    }

    private String count(long rows) {
        return numbers.format(BigDecimal.valueOf(rows), 0);
    }

    private static String point(String sentence) {
        return sentence.matches(".*[.!?]") ? sentence : sentence + ".";
    }

    private Grid.Column text(String label) {
        return new Grid.Column(labels.get(label), false);
    }

    private Grid.Column number(String label) {
        return new Grid.Column(labels.get(label), true);
    }
}
