package org.opbrief.cli;

import org.opbrief.api.data.Batch;
import org.opbrief.api.data.Store;
import org.opbrief.api.data.StoreException;
import picocli.CommandLine.Model.CommandSpec;

/** The argument that names a batch. */
final class BatchArgument {

    private BatchArgument() {}

    static void describe(CommandSpec spec) {
        spec.addPositional(Specs.argument(0, true, "BATCH", "Number of the batch."));
    }

    /** The batch that the first argument names. */
    static Batch in(Store store, Invocation call) throws CommandException, StoreException {
        return at(0, store, call);
    }

    /** The batch that an argument names. */
    static Batch at(int position, Store store, Invocation call) throws CommandException, StoreException {
        return batch(number(call, call.argument(position).orElseThrow()), store, call);
    }

    static Batch batch(long id, Store store, Invocation call) throws CommandException, StoreException {
        return store.batches().stream()
                .filter(batch -> batch.id() == id)
                .findFirst()
                .orElseThrow(() -> new CommandException("There is no batch " + id + " in " + store.workspace()
                        + "; its batches: " + call.suggestion("data batches")));
    }

    static long number(Invocation call, String given) {
        try {
            return Long.parseLong(given);
        } catch (NumberFormatException e) {
            throw call.misused("\"" + given + "\" is not the number of a batch.");
        }
    }
}
