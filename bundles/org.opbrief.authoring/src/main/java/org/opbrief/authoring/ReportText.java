package org.opbrief.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.Unit;

/** The files of a first report: they run as they are, and their comments say what to change. */
final class ReportText {

    private static final int WIDEST_NAME = 24;
    private static final int MOST_ROWS = 25;

    private final String id;
    private final Subject subject;

    ReportText(String id, Subject subject) {
        this.id = id;
        this.subject = subject;
    }

    String pack() {
        return """
                # yaml-language-server: $schema=schemas/pack.schema.json
                # What the pack is called. Packs of one name are versions of one pack: before you give it to others, begin its
                # name with your internet domain, e.g. org.example.%1$s.
                name: %1$s
                version: 1.0.0
                title: %2$s
                description: %3$s
                # license: CC-BY-4.0
                """.formatted(id, Texts.title(Texts.ofId(id)), Texts.title(subject.about() + "."));
    }

    String readme() {
        return """
                # %2$s
                %3$s, a report for Opbrief. To begin, change `OPBRIEF-INF/reports/%1$s/report.yaml` and `text.md` beside it.
                Run it from here: `opbrief run --pack . %1$s --out out`; with `--watch` it runs again on each save.
                Check it and make the file to give away: `opbrief pack .`, which writes `%1$s-1.0.0.jar`.
                Install that: `opbrief install %1$s-1.0.0.jar`; from then on it is one of `opbrief reports`.
                """.formatted(id, Texts.ofId(id), Texts.markdown(subject.about()));
    }

    String text() {
        String records = "The report counts {{" + subject.countName() + "}} records of "
                + Texts.markdown(Texts.inSentence(subject.dataSet().title())) + ".";
        return subject.measureName()
                        .map(name -> records + " *" + Texts.markdown(measureTitle()) + "* adds up to {{" + name + "}}.")
                        .orElse(records)
                + "\n";
    }

    private String measureTitle() {
        return subject.measure().map(Column::title).orElse("Records");
    }

    String report() {
        return head() + queries() + figures() + sections();
    }

    private String head() {
        String parameters = subject.filter()
                .map(column -> """

                        # What whoever runs it may choose: opbrief run %1$s -p %2$s=%3$s
                        parameters:
                          %2$s: {label: %4$s, choices: %5$s.%2$s}
                        """.formatted(
                                id,
                                column.name(),
                                shell(column.constraint().vocabulary().get(0).value()),
                                Texts.title(column.title()),
                                subject.dataSet().id()))
                .orElse("");
        return """
                # yaml-language-server: $schema=../../../schemas/report.schema.json
                # What the report asks of the data, and how it shows the answers. Change it, save it, and run it again.
                id: %s
                title: %s
                subtitle: %s
                description: %s
                %s
                """.formatted(
                        id,
                        Texts.title(Texts.ofId(id)),
                        Texts.title(subject.about()),
                        Texts.title(subject.about() + "."),
                        parameters).stripTrailing()
                + "\n\n";
    }

    private static String shell(String value) {
        return value.matches("[A-Za-z0-9._-]+") ? value : "'" + value + "'";
    }

    private String queries() {
        StringBuilder text = new StringBuilder("# Questions to data sets. Each has an answer: a table.\n");
        text.append("# The columns of the data set '")
                .append(subject.dataSet().id())
                .append("':\n");
        for (Column column : subject.dataSet().columns()) {
            text.append(("#   %-" + WIDEST_NAME + "s  %s")
                            .formatted(column.name(), kind(column))
                            .stripTrailing())
                    .append('\n');
        }
        text.append("queries:\n");
        text.append("  ").append(query()).append(":\n");
        text.append("    from: ").append(subject.dataSet().id()).append('\n');
        subject.filter()
                .ifPresent(column -> text.append(line(
                        "    where: {" + column.name() + ": $" + column.name() + "}",
                        "all rows if nothing was chosen")));
        text.append(line("    by: " + group(), grouping()));
        text.append("    measures:\n");
        text.append(line("      " + subject.countName() + ": {of: count(), title: Records}", "how many rows"));
        subject.measure()
                .ifPresent(column -> text.append("""
                      # also min, max, average%s
                      %s: {of: sum(%s), title: %s%s}
                """.formatted(
                        converted(column), measure(), column.name(), Texts.title(column.title()), decimals(column))));
        text.append(line(
                "    order: " + (isTime() ? subject.groupName() : "-" + measure()),
                isTime() ? "the earliest first" : "the largest first"));
        if (isLong()) {
            text.append("    limit: ").append(MOST_ROWS).append('\n');
        }
        return text.append('\n').toString();
    }

    private String grouping() {
        Optional<String> date = subject.date()
                .map(Column::name)
                .filter(name -> !name.equals(subject.group().name()));
        return date.map(name -> "one row each; or more than one: [" + subject.groupName() + ", {year: " + name + "}]")
                .orElse(isTime() ? "one row each; also month, quarter, fiscal_year" : "one row each");
    }

    private static String converted(Column column) {
        return column.unit()
                .filter(unit -> unit.dimension() == Unit.Dimension.MASS)
                .map(unit -> "; add unit: " + (unit.equals(Unit.POUND) ? "kg" : "lb") + " to convert")
                .orElse("");
    }

    private static String decimals(Column column) {
        boolean money = column.unit()
                .map(Unit::dimension)
                .filter(Unit.Dimension.MONEY::equals)
                .isPresent();
        return column.type() != ColumnType.DECIMAL || column.scale() == 0 ? "" : ", decimals: " + (money ? 0 : 1);
    }

    private String figures() {
        StringBuilder text = new StringBuilder("""
                # Single numbers. Texts tell them by their names: {{%2$s}}. They lead back to their rows: opbrief trace.
                figures:
                  %2$s: {label: Records, of: %1$s, column: %2$s}
                """.formatted(query(), subject.countName()));
        subject.measure().ifPresent(column -> text.append("  ")
                .append(measure())
                .append(": {label: ")
                .append(Texts.title(column.title()))
                .append(", of: ")
                .append(query())
                .append(", column: ")
                .append(measure())
                .append(column.type() == ColumnType.DECIMAL ? ", decimals: 0" : "")
                .append(", wording: rounded}  # in sentences: more than 6,500\n"));
        return text.append('\n').toString();
    }

    private String sections() {
        String group = Texts.inSentence(subject.groupTitle());
        String shown = isLong() ? ", the first " + MOST_ROWS : "";
        return """
                # What a reader sees, from top to bottom.
                sections:
                  - headline: [%1$s]
                  - title: Summary
                    text: text.md
                  - title: %2$s
                    table: %3$s
                  - title: %4$s
                    chart:
                      query: %3$s
                      kind: %5$s
                      x: %6$s
                      y: %7$s
                      # for those who cannot see it
                      alt: %8$s
                  - title: Sources and method
                    sources: {}
                """.formatted(
                        subject.countName()
                                + subject.measureName().map(name -> ", " + name).orElse(""),
                        Texts.title(subject.about() + shown),
                        query(),
                        Texts.title(chartTitle() + shown),
                        isTime() ? "line" : "bar",
                        subject.groupName(),
                        measure(),
                        Texts.title((isTime() ? "A line over the years: " : "Bars, one for each " + group + ": ")
                                + Texts.inSentence(measureTitle())
                                + ". The table before the chart has the numbers."));
    }

    private String chartTitle() {
        String title = measureTitle() + " by " + Texts.inSentence(subject.groupTitle());
        return title.equals(subject.about()) ? "Chart of " + Texts.inSentence(title) : title;
    }

    private String query() {
        String name = "by_" + subject.groupName();
        return name.length() > 50 ? "by_group" : name;
    }

    private String group() {
        return isTime()
                ? "{year: " + subject.group().name() + "}"
                : subject.group().name();
    }

    private String measure() {
        return subject.measureName().orElse(subject.countName());
    }

    private boolean isTime() {
        return subject.group().type() == ColumnType.DATE;
    }

    /** Whether nobody knows how many rows the answer has, or they are many. */
    private boolean isLong() {
        int terms = subject.group().constraint().vocabulary().size();
        return !isTime() && subject.group().type() != ColumnType.BOOLEAN && (terms == 0 || terms > MOST_ROWS);
    }

    private static String line(String yaml, String comment) {
        return "%-56s  # %s%n".formatted(yaml, comment).replace("\r", "");
    }

    private static String kind(Column column) {
        List<String> kind = new ArrayList<>();
        kind.add(column.title());
        if (!column.constraint().vocabulary().isEmpty()) {
            kind.add(Texts.some(column.constraint().vocabulary().stream()
                    .map(Column.Term::value)
                    .toList()));
        } else if (column.type() != ColumnType.TEXT) {
            kind.add(column.type().name().toLowerCase(Locale.ROOT)
                    + column.unit().map(unit -> " in " + unit.id()).orElse(""));
        }
        return String.join(": ", kind).replaceAll("\\s+", " ");
    }
}
