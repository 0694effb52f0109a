package org.opbrief.mapping;

import java.nio.file.Path;
import java.util.List;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.FileColumn;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.Mappings;
import org.opbrief.api.data.Proposal;
import org.osgi.service.component.annotations.Component;

/** Finds columns by the headers that the data set names. */
@Component
public final class WorkspaceMappings implements Mappings {

    @Override
    public Proposal propose(Path workspace, String file, DataSet dataSet, List<FileColumn> columns)
            throws ImportException {
        return NameMatch.of(file, columns.stream().map(FileColumn::header).toList(), dataSet);
    }
}
