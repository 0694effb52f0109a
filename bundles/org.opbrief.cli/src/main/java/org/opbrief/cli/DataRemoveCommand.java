package org.opbrief.cli;

import org.opbrief.api.data.Batch;
import org.opbrief.api.data.Store;
import org.opbrief.api.data.StoreException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code data remove BATCH}. */
final class DataRemoveCommand implements Command {

    @Override
    public String name() {
        return "remove";
    }

    @Override
    public String summary() {
        return "Removes a batch: its rows, its rejects and the copy of its file.";
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
        Batch batch;
        try (Store store = call.workspaces().openExisting()) {
            batch = BatchArgument.in(store, call);
            store.remove(batch.id());
        }
        if (call.json()) {
            Json.write(call.console(), json -> {
                json.writeStartObject();
                json.writeNumberField("removed", batch.id());
                json.writeEndObject();
            });
        } else {
            call.console()
                    .line("Removed batch " + batch.id() + ": " + batch.file() + ", " + Words.rows(batch.rowsAccepted())
                            + " of " + batch.dataSet() + ".");
        }
        return Opbrief.DONE;
    }
}
