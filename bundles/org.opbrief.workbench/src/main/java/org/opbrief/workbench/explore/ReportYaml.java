package org.opbrief.workbench.explore;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.opbrief.api.statistics.DataQuery.Grain;
import org.opbrief.api.statistics.DataQuery.Operator;

/** A question as the definition of a report. */
final class ReportYaml {
    private final Question question;
    private final String id;
    private final String title;

    ReportYaml(Question question, String id, String title) {
        this.question = question;
        this.id = id;
        this.title = title;
    }

    /** The text of {@code report.yaml}. */
    String text() {
        StringBuilder yaml = new StringBuilder();
        yaml.append("# yaml-language-server: $schema=../../../schemas/report.schema.json\n");
        yaml.append("id: ").append(id).append('\n');
        yaml.append("title: ").append(quoted(title)).append('\n');
        yaml.append("description: ").append(quoted(title + ".")).append("\n\n");
        yaml.append("queries:\n  ").append(Question.ID).append(":\n");
        yaml.append("    from: ").append(question.dataSet().id()).append('\n');
        where(yaml);
        if (!question.by().isEmpty()) {
            yaml.append("    by: [")
                    .append(question.by().stream().map(ReportYaml::dimension).collect(Collectors.joining(", ")))
                    .append("]\n");
        }
        yaml.append("    measures:\n");
        question.measures().forEach(sum -> yaml.append("      ")
                .append(sum.name())
                .append(": {of: ")
                .append(sum.function().name().toLowerCase(Locale.ROOT))
                .append('(')
                .append(sum.column().map(column -> column.name()).orElse(""))
                .append("), title: ")
                .append(quoted(sum.title()))
                .append(sum.column().isEmpty() ? "" : ", decimals: " + sum.decimals())
                .append("}\n"));
        question.order().ifPresent(order -> yaml.append("    order: ")
                .append(order.descending() ? "-" : "")
                .append(order.column())
                .append('\n'));
        // a limit would leave the periods without rows out of the chart
        if (question.by().size() != 1 || !question.inTime()) {
            yaml.append("    limit: ").append(Question.ROWS).append('\n');
        }
        yaml.append('\n');
        sections(yaml);
        return yaml.toString();
    }

    private void where(StringBuilder yaml) {
        if (question.filters().isEmpty()) {
            return;
        }
        yaml.append("    where: {")
                .append(question.filters().stream()
                        .collect(Collectors.groupingBy(
                                filter -> filter.column().name(), LinkedHashMap::new, Collectors.toList()))
                        .entrySet()
                        .stream()
                        .map(entry -> entry.getKey() + ": " + conditions(entry.getValue()))
                        .collect(Collectors.joining(", ")))
                .append("}\n");
    }

    private static String conditions(List<Question.Filter> filters) {
        Operator first = filters.get(0).operator();
        if (first == Operator.EMPTY || first == Operator.PRESENT) {
            return first.name().toLowerCase(Locale.ROOT);
        }
        return filters.stream()
                .map(filter -> operator(filter.operator()) + ": " + values(filter))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String operator(Operator operator) {
        return operator == Operator.NOT_IN ? "not" : operator.name().toLowerCase(Locale.ROOT);
    }

    private static String values(Question.Filter filter) {
        String all = filter.values().stream().map(ReportYaml::quoted).collect(Collectors.joining(", "));
        return filter.operator() == Operator.IN || filter.operator() == Operator.NOT_IN ? "[" + all + "]" : all;
    }

    private static String dimension(Question.Cut cut) {
        return cut.grain() == Grain.VALUE
                ? cut.column().name()
                : "{" + cut.grain().name().toLowerCase(Locale.ROOT) + ": "
                        + cut.column().name() + ", name: " + cut.name() + ", title: " + quoted(cut.title()) + "}";
    }

    private void sections(StringBuilder yaml) {
        yaml.append("sections:\n");
        yaml.append("  - title: ")
                .append(quoted(title))
                .append("\n    table: ")
                .append(Question.ID)
                .append('\n');
        if (question.hasChart()) {
            Question.Sum sum = question.measures().get(0);
            String each = question.by().stream().map(Question.Cut::title).collect(Collectors.joining(", "));
            yaml.append("  - title: ")
                    .append(quoted(Messages.get("chart.title", sum.title(), each)))
                    .append("\n    chart:\n      query: ")
                    .append(Question.ID)
                    .append("\n      kind: ")
                    .append(question.kind().name().toLowerCase(Locale.ROOT))
                    .append("\n      x: ")
                    .append(question.by().get(question.axis()).name())
                    .append("\n      y: ")
                    .append(sum.name());
            question.split().ifPresent(split -> yaml.append("\n      split: ")
                    .append(question.by().get(split).name()));
            yaml.append("\n      alt: ")
                    .append(quoted(Messages.get("chart.alt", sum.title(), each)))
                    .append('\n');
        }
        yaml.append("  - title: ").append(quoted(Messages.get("sources"))).append("\n    sources: {}\n");
    }

    /** Double quotes as YAML and JSON have them. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\s+", " ") + '"';
    }
}
