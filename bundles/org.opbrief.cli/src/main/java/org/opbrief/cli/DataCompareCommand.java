package org.opbrief.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.Comparison;
import org.opbrief.api.data.Comparison.Revision;
import org.opbrief.api.data.Comparison.Total;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Store;
import org.opbrief.api.data.StoreException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code data compare A B}. */
final class DataCompareCommand implements Command {

    @Override
    public String name() {
        return "compare";
    }

    @Override
    public String summary() {
        return "Shows what a later batch of a data set revises in an earlier one.";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addPositional(Specs.argument(0, true, "A", "Number of the earlier batch."));
        spec.addPositional(Specs.argument(1, true, "B", "Number of the later batch."));
    }

    @Override
    public boolean lists() {
        return true;
    }

    @Override
    public boolean usesPacks() {
        return true;
    }

    @Override
    public int run(Invocation call) throws CommandException, StoreException {
        Comparison comparison;
        try (Store store = call.workspaces().openExisting()) {
            Batch earlier = BatchArgument.at(0, store, call);
            Batch later = BatchArgument.at(1, store, call);
            if (!earlier.dataSet().equals(later.dataSet())) {
                throw new CommandException("Batch " + earlier.id() + " is of the data set " + earlier.dataSet()
                        + " and batch " + later.id() + " of " + later.dataSet()
                        + ": only batches of one data set can be"
                        + " compared.");
            }
            DataSet dataSet = DataSets.named(call, earlier.dataSet());
            comparison = store.compare(dataSet, earlier.id(), later.id());
        }
        if (call.json()) {
            Json.write(call.console(), json -> json(json, comparison));
        } else {
            print(call.console(), comparison);
        }
        return Opbrief.DONE;
    }

    private static void print(Console console, Comparison comparison) {
        console.line("Batch " + comparison.later().id() + " ("
                + comparison.later().file() + ", as of "
                + comparison.later().asOf() + ") compared with batch "
                + comparison.earlier().id() + " (" + comparison.earlier().file() + ", as of "
                + comparison.earlier().asOf() + "), by "
                + String.join(", ", comparison.key()) + ":");
        console.line("  the same " + Words.number(comparison.same()) + ", changed "
                + Words.number(comparison.changed()) + ", new " + Words.number(comparison.added()) + ", gone "
                + Words.number(comparison.removed()));
        if (!comparison.totals().isEmpty()) {
            TextTable totals = new TextTable("sum of", "earlier", "later", "difference").numbers(1, 2, 3);
            for (Total total : comparison.totals()) {
                BigDecimal difference = total.later().subtract(total.earlier());
                totals.add(
                        total.column().name(),
                        Words.amount(total.earlier(), total.column().unit()),
                        Words.amount(total.later(), total.column().unit()),
                        (difference.signum() > 0 ? "+" : "")
                                + Words.amount(difference, total.column().unit()));
            }
            totals.print(console);
        }
        for (Revision revision : comparison.revisions()) {
            console.line("  " + String.join(", ", revision.key()) + ": " + words(revision));
        }
        if (comparison.revisions().size() == Comparison.REVISIONS_SHOWN) {
            console.line("  and perhaps more: these are the first " + Comparison.REVISIONS_SHOWN + ".");
        }
    }

    private static String words(Revision revision) {
        Optional<String> column = revision.column();
        if (column.isEmpty()) {
            return revision.before().isEmpty() ? "new" : "gone";
        }
        return column.get() + " was " + revision.before().orElse("empty") + ", is now "
                + revision.after().orElse("empty");
    }

    private static void json(JsonGenerator json, Comparison comparison) throws IOException {
        json.writeStartObject();
        json.writeNumberField("earlier", comparison.earlier().id());
        json.writeNumberField("later", comparison.later().id());
        json.writeNumberField("same", comparison.same());
        json.writeNumberField("changed", comparison.changed());
        json.writeNumberField("added", comparison.added());
        json.writeNumberField("removed", comparison.removed());
        json.writeArrayFieldStart("totals");
        for (Total total : comparison.totals()) {
            json.writeStartObject();
            json.writeStringField("column", total.column().name());
            json.writeNumberField("earlier", total.earlier());
            json.writeNumberField("later", total.later());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("revisions");
        for (Revision revision : comparison.revisions()) {
            json.writeStartObject();
            json.writeArrayFieldStart("key");
            for (String value : revision.key()) {
                json.writeString(value);
            }
            json.writeEndArray();
            json.writeStringField("column", revision.column().orElse(""));
            json.writeStringField("before", revision.before().orElse(""));
            json.writeStringField("after", revision.after().orElse(""));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
