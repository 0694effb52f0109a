package org.opbrief.workbench.data;

import java.util.List;
import java.util.Optional;
import org.opbrief.api.data.FileColumn;

/**
 * What the first records of a file show.
 *
 * @param columns of the file in order; none if it could not be read
 * @param complaint why it could not be read, a sentence
 */
record Beginning(List<FileColumn> columns, Optional<String> complaint) {

    /** Of a file that nobody has looked at, or that no importer knows. */
    static final Beginning UNKNOWN = new Beginning(List.of(), Optional.empty());

    Beginning {
        columns = List.copyOf(columns);
    }

    static Beginning unreadable(String complaint) {
        return new Beginning(List.of(), Optional.of(complaint));
    }
}
