package org.opbrief.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Store;
import org.opbrief.api.data.StoreException;
import org.opbrief.api.data.Unit;
import picocli.CommandLine.Model.CommandSpec;

/** {@code data show DATASET}. */
final class DataShowCommand implements Command {
    private static final int TERMS_SHOWN = 8;

    @Override
    public String name() {
        return "show";
    }

    @Override
    public String summary() {
        return "Shows the columns, rules and batches of a data set.";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addPositional(Specs.argument(0, true, "DATASET", "Id of the data set."));
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
        DataSet dataSet = DataSets.named(call, call.argument(0).orElseThrow());
        List<Batch> batches = List.of();
        if (call.workspaces().exists()) {
            try (Store store = call.workspaces().open()) {
                batches = store.batches().stream()
                        .filter(batch -> batch.dataSet().equals(dataSet.id()))
                        .toList();
            }
        }
        if (call.json()) {
            List<Batch> all = batches;
            Json.write(call.console(), json -> json(json, dataSet, all));
        } else {
            print(call, dataSet, batches);
        }
        return Opbrief.DONE;
    }

    private static void print(Invocation call, DataSet dataSet, List<Batch> batches) throws CommandException {
        Console console = call.console();
        console.line(dataSet.id() + ": " + dataSet.title());
        if (!dataSet.description().isEmpty()) {
            Words.wrapped("", "", dataSet.description()).forEach(console::line);
        }
        if (call.services().catalog().own().ids().contains(dataSet.id())) {
            console.line("Defined in " + call.surroundings().pasted(DataSets.definition(call, dataSet.id())));
        }
        if (!dataSet.marking().isEmpty()) {
            console.line("Marking: " + dataSet.marking());
        }
        console.line("");
        TextTable table = new TextTable("column", "type", "unit", "values");
        for (Column column : dataSet.columns()) {
            table.add(column.name(), type(column), column.unit().map(Unit::id).orElse(""), values(column));
        }
        table.print(console);
        if (!dataSet.key().isEmpty()) {
            console.line("Key: " + String.join(", ", dataSet.key()));
        }
        dataSet.rules().forEach(rule -> console.line("Rule: " + rule.reason()));
        console.line("");
        long rows = DataListCommand.rows(batches, dataSet);
        console.line(Words.rows(rows) + (batches.isEmpty() ? "." : ":"));
        if (!batches.isEmpty()) {
            DataBatchesCommand.table(batches).print(console);
        }
    }

    private static String type(Column column) {
        String type = column.type().name().toLowerCase(Locale.ROOT);
        return column.constraint().required() ? type + ", required" : type;
    }

    private static String values(Column column) {
        List<String> values = new ArrayList<>();
        column.constraint().minimum().ifPresent(least -> values.add("from " + Words.number(least)));
        column.constraint().maximum().ifPresent(most -> values.add("up to " + Words.number(most)));
        List<String> terms = column.constraint().vocabulary().stream()
                .map(Column.Term::value)
                .toList();
        if (terms.size() > TERMS_SHOWN) {
            values.add(String.join(", ", terms.subList(0, TERMS_SHOWN)) + " and " + (terms.size() - TERMS_SHOWN)
                    + " more");
        } else if (!terms.isEmpty()) {
            values.add(String.join(", ", terms));
        }
        return values.isEmpty() ? column.title() : String.join(", ", values);
    }

    private static void json(JsonGenerator json, DataSet dataSet, List<Batch> batches) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", dataSet.id());
        json.writeStringField("title", dataSet.title());
        json.writeStringField("description", dataSet.description());
        json.writeStringField("marking", dataSet.marking());
        json.writeArrayFieldStart("columns");
        for (Column column : dataSet.columns()) {
            json.writeStartObject();
            json.writeStringField("name", column.name());
            json.writeStringField("title", column.title());
            json.writeStringField("type", column.type().name().toLowerCase(Locale.ROOT));
            json.writeStringField("unit", column.unit().map(Unit::id).orElse(""));
            json.writeBooleanField("required", column.constraint().required());
            Json.strings(
                    json,
                    "vocabulary",
                    column.constraint().vocabulary().stream()
                            .map(Column.Term::value)
                            .toList());
            json.writeEndObject();
        }
        json.writeEndArray();
        Json.strings(json, "key", dataSet.key());
        json.writeNumberField("rows", DataListCommand.rows(batches, dataSet));
        json.writeFieldName("batches");
        DataBatchesCommand.json(json, batches);
        json.writeEndObject();
    }
}
