package org.opbrief.api.data;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * {@link ConsumerType}: writes rows as one kind of file, for people to edit; the importer of that kind reads the same texts
 * again.
 */
@ConsumerType
public interface TableFormat {

    /** How the names of such files end, in lower case, e.g. {@code csv}. */
    String ending();

    /**
     * Begins a file.
     *
     * @param target is made
     * @param headers of the columns, in order
     */
    Rows begin(Path target, List<String> headers) throws IOException;

    /** Takes the rows of a file; it is whole when this is closed. */
    interface Rows extends Closeable {

        /**
         * Adds a row.
         *
         * @param fields one for each header
         * @throws IOException if it cannot be written, or the format has no room for it: a sentence without its full stop
         */
        void add(List<String> fields) throws IOException;
    }
}
