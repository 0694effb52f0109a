package org.opbrief.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.Finding;
import org.opbrief.api.data.ImportPlan;
import org.opbrief.api.data.Mapping;
import org.opbrief.api.data.Problem;
import org.opbrief.api.data.Proposal;
import org.opbrief.api.data.Unit;

/** Shows what an import would do. */
final class ImportPlanText {
    private final Invocation call;
    private final Console console;

    ImportPlanText(Invocation call) {
        this.call = call;
        this.console = call.console();
    }

    void print(ImportPlan plan) {
        Batch batch = plan.batch();
        boolean begins = !plan.begun().isEmpty();
        console.line(batch.file() + " as " + (begins ? "the new data set " : "")
                + plan.dataSet().id() + " (" + plan.dataSet().title() + "), as of " + batch.asOf());
        console.line("  Read as: " + batch.form() + layout(plan));
        if (begins) {
            definition(plan);
        } else {
            console.line("  Columns: " + columns(plan));
        }
        plan.dataSet().columns().stream()
                .flatMap(column -> change(plan, column).stream())
                .forEach(text -> console.line("    " + text));
        console.line("  Rows: " + Words.number(batch.rowsRead()) + " read, " + Words.number(batch.rowsAccepted())
                + " to be imported, " + Words.number(batch.rowsRejected()) + " rejected");
        for (Finding finding : plan.findings()) {
            String word = finding.severity().name();
            Words.wrapped(
                            "  " + word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT) + ": ",
                            "    ",
                            finding.text())
                    .forEach(console::line);
        }
        for (Problem problem : plan.problems()) {
            console.line("  Rejected: " + batch.file() + ", " + problem.at(batch.place()));
        }
        long more = batch.rowsRejected() - plan.problems().size();
        if (more > 0) {
            console.line("  and " + Words.number(more) + " more rejected");
        }
    }

    private void definition(ImportPlan plan) {
        console.line("  Columns: " + plan.begun().size() + ", of the type that the file's values have");
        TextTable table = new TextTable("    column", "type", "unit", "blanks", "why").numbers(3);
        for (ImportPlan.Begun begun : plan.begun()) {
            Column column = begun.column();
            table.add(
                    "    " + column.name(),
                    column.type().name().toLowerCase(Locale.ROOT),
                    column.unit().map(Unit::id).orElse(""),
                    begun.blanks() == 0 ? "" : Words.number(begun.blanks()),
                    begun.why());
        }
        table.print(console);
    }

    /** What the form does not say by itself. */
    private static String layout(ImportPlan plan) {
        String more = plan.layout().entrySet().stream()
                .filter(choice -> !plan.batch().form().contains(choice.getValue()))
                .map(choice -> choice.getKey() + " " + choice.getValue())
                .collect(Collectors.joining(", "));
        return more.isEmpty() ? "" : "; " + more;
    }

    private static String columns(ImportPlan plan) {
        int filled = plan.proposal().mapping().fields().size();
        String basis =
                switch (plan.proposal().basis()) {
                    case NAMES -> "found by their names";
                    case SIMILARITY -> "some of them guessed";
                    case REMEMBERED -> "as in an earlier file with the same headers";
                    case GIVEN -> "as given";
                };
        return filled + " of " + plan.dataSet().columns().size() + " are filled, " + basis;
    }

    /** What a reader could not expect from the names alone. */
    private static Optional<String> change(ImportPlan plan, Column column) {
        Mapping.Field field = plan.proposal().mapping().fields().get(column.name());
        if (field == null) {
            return Optional.empty();
        }
        String read = plan.readings().getOrDefault(column.name(), "");
        String text = source(field, column) + (read.isEmpty() ? "" : ", " + read);
        double sure = plan.proposal().confidence().getOrDefault(column.name(), 1.0);
        boolean guessed = plan.proposal().basis() == Proposal.Basis.SIMILARITY && sure < 1;
        boolean plain = field instanceof Mapping.FromHeader from
                && from.equals(Mapping.FromHeader.plain(from.header()))
                && read.isEmpty();
        return plain && !guessed
                ? Optional.empty()
                : Optional.of(column.name() + " from " + text
                        + (guessed ? " (a guess, " + Math.round(sure * 100) + " % sure)" : ""));
    }

    private static String source(Mapping.Field field, Column column) {
        if (field instanceof Mapping.Constant constant) {
            return "the constant \"" + constant.value() + "\"";
        }
        if (field instanceof Mapping.FromPeriod period) {
            return (period.fiscal() ? "fiscal year " : "year ")
                    + period.year()
                    + period.month().map(month -> " and month " + month).orElse("");
        }
        if (field instanceof Mapping.Through through) {
            return through.header() + ", through the vocabulary " + through.vocabulary();
        }
        Mapping.FromHeader from = (Mapping.FromHeader) field;
        String target = column.unit().map(Unit::id).orElse("");
        String unit = from.unit()
                .map(given -> given instanceof Mapping.SameUnit same
                        ? ", " + same.unit().id() + " to " + target
                        : ", unit in " + ((Mapping.UnitOfRow) given).header() + ", to " + target)
                .orElse("");
        return from.header()
                + unit
                + from.dates().map(pattern -> ", days like " + pattern).orElse("")
                + (from.values().isEmpty()
                        ? ""
                        : ", " + List.copyOf(from.values().keySet()).size() + " words replaced")
                + from.separator()
                        .map(separator -> ", a row for each value between \"" + separator + "\"")
                        .orElse("");
    }
}
