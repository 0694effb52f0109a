package org.opbrief.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.Problem;
import org.opbrief.api.data.Store;
import org.opbrief.api.data.StoreException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code data rejects BATCH}. */
final class DataRejectsCommand implements Command {
    private static final int PAGE = 1000;

    @Override
    public String name() {
        return "rejects";
    }

    @Override
    public String summary() {
        return "Lists the rejected rows of a batch, each with its reason.";
    }

    @Override
    public void describe(CommandSpec spec) {
        BatchArgument.describe(spec);
    }

    @Override
    public boolean lists() {
        return true;
    }

    @Override
    public int run(Invocation call) throws CommandException, StoreException {
        try (Store store = call.workspaces().openExisting()) {
            Batch batch = BatchArgument.in(store, call);
            if (call.json()) {
                json(call, store, batch);
            } else {
                print(call, store, batch);
            }
        }
        return Opbrief.DONE;
    }

    private static void print(Invocation call, Store store, Batch batch) throws StoreException {
        if (batch.rowsRejected() == 0) {
            call.console().line("No row of batch " + batch.id() + " (" + batch.file() + ") was rejected.");
        }
        long offset = 0;
        for (List<Problem> page = store.rejects(batch.id(), 0, PAGE);
                !page.isEmpty() && !call.console().closed();
                page = store.rejects(batch.id(), offset, PAGE)) {
            page.forEach(problem -> call.console().line(batch.file() + ", " + problem));
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
