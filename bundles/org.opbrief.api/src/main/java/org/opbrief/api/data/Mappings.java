package org.opbrief.api.data;

import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** {@link ProviderType}: proposes mappings. */
@ProviderType
public interface Mappings {

    /**
     * The mapping that a file with exactly these headers was imported with before, else the best that can be found.
     *
     * @param workspace folder of the workspace
     * @param file its name, for what is said of it
     * @param columns of the file, in order
     * @throws ImportException if a header could be two columns, or a remembered mapping cannot be read
     */
    Proposal propose(Path workspace, String file, DataSet dataSet, List<FileColumn> columns) throws ImportException;
}
