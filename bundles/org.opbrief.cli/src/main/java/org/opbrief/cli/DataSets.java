package org.opbrief.cli;

import java.util.List;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Nearest;

/** Finds data sets by what the user calls them. */
final class DataSets {

    private DataSets() {}

    static DataSet named(Invocation call, String id) throws CommandException {
        List<DataSet> dataSets = call.services().catalog().dataSets();
        List<String> ids = dataSets.stream().map(DataSet::id).toList();
        return dataSets.stream()
                .filter(dataSet -> dataSet.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new CommandException("There is no data set \"" + id + "\"" + Nearest.hint(id, ids)));
    }
}
