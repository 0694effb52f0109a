package org.opbrief.cli;

import java.util.List;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Store;
import org.opbrief.api.data.StoreException;

/** Finds data sets and batches by what the user calls them. */
final class DataSets {

    private DataSets() {}

    static DataSet named(Invocation call, String id) throws CommandException {
        List<DataSet> dataSets = call.services().catalog().dataSets();
        List<String> ids = dataSets.stream().map(DataSet::id).toList();
        return dataSets.stream()
                .filter(dataSet -> dataSet.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new CommandException("There is no data set \"" + id + "\"." + Nearest.hint(id, ids)));
    }

    static Batch batch(Invocation call, Store store, String given) throws CommandException, StoreException {
        long id;
        try {
            id = Long.parseLong(given);
        } catch (NumberFormatException e) {
            throw call.misused("\"" + given + "\" is not the number of a batch.");
        }
        return store.batches().stream()
                .filter(batch -> batch.id() == id)
                .findFirst()
                .orElseThrow(() -> new CommandException("There is no batch " + id + " in " + store.workspace()
                        + "; its batches: " + call.suggestion("data batches")));
    }
}
