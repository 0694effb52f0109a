package org.opbrief.api.data;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/** {@link ProviderType}: brings rows from databases whose drivers are installed. */
@ProviderType
public interface Databases {

    /**
     * Writes the rows as CSV with a header, UTF-8. They are read in a transaction that can only read, and never held in
     * memory together.
     *
     * @param target does not exist; it is absent again if this fails
     * @param progress told after some rows; may cancel
     * @return number of rows
     * @throws ImportException if the database cannot be reached, refuses the query or is lost, in words for the user
     */
    long fetch(DatabaseQuery query, Path target, Progress progress) throws ImportException;
}
