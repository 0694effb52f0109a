package org.opbrief.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.Problem;
import org.opbrief.api.data.Store;
import org.opbrief.api.data.StoreException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code data rejects BATCH [--out FILE]}. */
final class DataRejectsCommand implements Command {
    private static final int PAGE = 1000;
    private static final String OUT = "--out";

    @Override
    public String name() {
        return "rejects";
    }

    @Override
    public String summary() {
        return "Lists the rejected rows of a batch, each with its reason, or writes them to correct them.";
    }

    @Override
    public void describe(CommandSpec spec) {
        BatchArgument.describe(spec);
        spec.addOption(Specs.value(
                OUT, "FILE", "Write them as .csv or .xlsx, to be corrected there and imported with --corrects BATCH."));
    }

    @Override
    public boolean lists() {
        return true;
    }

    @Override
    public int run(Invocation call) throws CommandException, StoreException {
        try (Store store = call.workspaces().openExisting()) {
            Batch batch = BatchArgument.in(store, call);
            if (call.has(OUT)) {
                write(call, store, batch);
            } else if (call.json()) {
                json(call, store, batch);
            } else {
                print(call, store, batch);
            }
        }
        return Opbrief.DONE;
    }

    private static void write(Invocation call, Store store, Batch batch) throws CommandException, StoreException {
        if (batch.rowsOpen() == 0 && batch.lineage().corrects().isEmpty()) {
            throw new CommandException(
                    "Batch " + batch.id() + " (" + batch.file() + ") has no rejected rows; there is nothing to write.");
        }
        Path file = call.path(call.<String>option(OUT).orElseThrow());
        long rows = store.writeRejects(batch.id(), file);
        if (call.json()) {
            Json.write(call.console(), json -> {
                json.writeStartObject();
                json.writeStringField("file", file.toString());
                json.writeNumberField("rows", rows);
                json.writeEndObject();
            });
            return;
        }
        call.console()
                .line(Words.rows(rows) + " written to " + file + ". Correct them there, then: "
                        + call.suggestionHere(
                                "import " + call.surroundings().pasted(file) + " --corrects " + batch.id()));
    }

    private static void print(Invocation call, Store store, Batch batch) throws StoreException {
        String name = "batch " + batch.id() + " (" + batch.file() + ")";
        if (batch.rowsRejected() == 0) {
            call.console().line("No row of " + name + " was rejected.");
        } else if (batch.lineage().correctedRows() > 0) {
            call.console()
                    .line("Of " + Words.number(batch.rowsRejected()) + " rejected rows of " + name + " "
                            + Words.number(batch.lineage().correctedRows()) + " were corrected; still rejected: "
                            + Words.number(batch.rowsOpen()));
        }
        long offset = 0;
        for (List<Problem> page = store.rejects(batch.id(), 0, PAGE);
                !page.isEmpty() && !call.console().closed();
                page = store.rejects(batch.id(), offset, PAGE)) {
            page.forEach(problem -> call.console().line(batch.file() + ", " + problem.at(batch.place())));
            offset += page.size();
        }
    }

    private static void json(Invocation call, Store store, Batch batch) throws CommandException {
        Json.write(call.console(), json -> {
            json.writeStartArray();
            try {
                long offset = 0;
                for (List<Problem> page = store.rejects(batch.id(), 0, PAGE);
                        !page.isEmpty();
                        page = store.rejects(batch.id(), offset, PAGE)) {
                    for (Problem problem : page) {
                        json(json, batch, problem);
                    }
                    offset += page.size();
                }
            } catch (StoreException e) {
                throw new CommandException(e.getMessage(), e);
            }
            json.writeEndArray();
        });
    }

    private static void json(JsonGenerator json, Batch batch, Problem problem) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", batch.file());
        json.writeNumberField("line", problem.line());
        json.writeStringField("column", problem.column().orElse(""));
        json.writeStringField("value", problem.value().orElse(""));
        json.writeStringField("reason", problem.reason());
        json.writeEndObject();
    }
}
