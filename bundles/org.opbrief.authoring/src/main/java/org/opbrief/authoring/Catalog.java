package org.opbrief.authoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.FileFaults;
import org.opbrief.api.data.Nearest;
import org.opbrief.api.pack.PackException;
import org.opbrief.api.report.ReportCatalog;

/** What a new report can read, and which ids are taken. */
record Catalog(ReportCatalog present) {

    private static final String USUAL_DATA_SET = "seizure";

    /** Refuses an id that is none, or taken. */
    void checkNew(String id) throws PackException {
        Names.checkId(id);
        if (present.report(id).isPresent()) {
            throw new PackException("There is a report '" + id
                    + "' already; take another name, since the two could not both be installed.");
        }
    }

    /**
     * The definition of a data set that no pack brings but the workspace: a pack that reads it takes it along.
     *
     * @throws PackException if it cannot be read
     */
    Optional<byte[]> ownDefinition(DataSet dataSet) throws PackException {
        Path file = present.own().files().get(dataSet.id());
        if (file == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new PackException(file + " cannot be read: " + FileFaults.reason(e) + ".", e);
        }
    }

    DataSet dataSet(Optional<String> wanted) throws PackException {
        List<DataSet> all = present.dataSets();
        if (all.isEmpty()) {
            throw new PackException("There is no data set that a report could read: install a pack that brings one.");
        }
        if (wanted.isEmpty()) {
            return present.dataSet(USUAL_DATA_SET).orElse(all.get(0));
        }
        return present.dataSet(wanted.get())
                .orElseThrow(() -> new PackException("There is no data set '" + wanted.get() + "'"
                        + Nearest.hint(
                                wanted.get(), all.stream().map(DataSet::id).toList())));
    }
}
