package org.opbrief.cli;

import java.nio.file.Files;
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
        return "Removes a batch: its rows, its rejects and the copy of its file; or a data set of the workspace's own.";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addPositional(Specs.argument(
                0,
                true,
                "BATCH",
                "Number of the batch; or the name of a data set that an import began, without batches."));
    }

    @Override
    public boolean lists() {
        return true;
    }

    @Override
    public int run(Invocation call) throws CommandException, StoreException {
        String given = call.argument(0).orElseThrow();
        if (DataSets.isId(given) && Files.exists(DataSets.definition(call, given))) {
            return removeDataSet(call, given);
        }
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

    private static int removeDataSet(Invocation call, String dataSet) throws CommandException, StoreException {
        try (Store store = call.workspaces().openExisting()) {
            store.removeDataSet(dataSet);
        }
        if (call.json()) {
            Json.write(call.console(), json -> {
                json.writeStartObject();
                json.writeStringField("removed", dataSet);
                json.writeEndObject();
            });
        } else {
            call.console().line("Removed the data set " + dataSet + ".");
        }
        return Opbrief.DONE;
    }
}
