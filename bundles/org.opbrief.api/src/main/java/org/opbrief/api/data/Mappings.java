package org.opbrief.api.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** {@link ProviderType}: proposes mappings, remembers them in a workspace, and has them as YAML. */
@ProviderType
public interface Mappings {

    /**
     * The mapping that a file with exactly these headers was imported with before, else the best that can be found.
     *
     * @param workspace folder of the workspace
     * @param file its name, for what is said of it
     * @param columns of the file, in order
     * @throws ImportException if a needed column cannot be found, a header could be two columns, or a remembered mapping
     *     cannot be read
     */
    Proposal propose(Path workspace, String file, DataSet dataSet, List<FileColumn> columns) throws ImportException;

    /**
     * As above, but a column that is needed and cannot be found is left out, for a user to say which it is.
     *
     * @throws ImportException if a header could be two columns, or a remembered mapping cannot be read
     */
    Proposal sketch(Path workspace, String file, DataSet dataSet, List<FileColumn> columns) throws ImportException;

    /**
     * A column of a file as somebody who chose it means it: its numbers are in the unit that its header names.
     *
     * @param column of the data set that it fills
     */
    Mapping.FromHeader chosen(Column column, String header);

    /**
     * Keeps a mapping for files with exactly these headers; replaces the one that was kept before.
     *
     * @param workspace folder of the workspace
     * @throws IOException if it cannot be written
     */
    void remember(Path workspace, List<String> headers, Mapping mapping) throws IOException;

    /**
     * Forgets the mappings of a data set.
     *
     * @param workspace folder of the workspace
     * @throws IOException if one cannot be deleted
     */
    void forget(Path workspace, String dataSet) throws IOException;

    /**
     * Reads a file with a mapping or a plan.
     *
     * @param dataSet whose columns it may name
     * @throws ImportException names the line and what is wrong there
     */
    Saved read(Path file, DataSet dataSet) throws ImportException;

    /**
     * A plan as YAML, which {@link #read} reads; what the plan found stands in it for people. Of a data set that the file
     * would begin it is the {@link #definition}.
     */
    String text(ImportPlan plan);

    /** The same without a plan. */
    String text(Saved saved);

    /**
     * The data set that a plan would begin, as YAML in the form that packs and the folder {@code datasets} of a workspace
     * have; why its columns are what they are stands in it for people.
     */
    String definition(ImportPlan plan);

    /**
     * What a file says of an import.
     *
     * @param layout how the file is to be read; see {@link Source}
     */
    record Saved(Mapping mapping, Map<String, String> layout) {

        public Saved {
            layout = Map.copyOf(layout);
        }
    }
}
