package org.opbrief.workbench.data;

import java.nio.file.Path;
import java.util.Optional;
import org.opbrief.api.data.DataSet;

/**
 * A file to be imported.
 *
 * @param dataSet what its rows are of; empty until it is known
 * @param fit how the file's headers fit it; empty if somebody chose it
 */
record ImportFile(Path file, Optional<DataSet> dataSet, Optional<Proposal> fit) {

    String name() {
        return file.getFileName().toString();
    }

    ImportFile as(DataSet chosen) {
        return new ImportFile(file, Optional.of(chosen), Optional.empty());
    }
}
