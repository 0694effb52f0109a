package org.opbrief.api.data;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * {@link ConsumerType}: reads one kind of file. Importers are registered as services; the store asks each in turn.
 */
@ConsumerType
public interface Importer {

    /** Short name of the format, e.g. {@code csv}. */
    String format();

    /**
     * Whether the file is of this format, judged by its content. Its name may lie.
     *
     * @param head the first bytes of the file, at most 64 KiB
     */
    boolean recognises(Path file, byte[] head);

    /**
     * Rewrites the file's records to {@code target} in one plain form: UTF-8, comma, line feed, double quotes around a
     * field that needs them and doubled inside it (RFC 4180), no header. The first field of each record is its
     * {@link Place} in the source, ascending; the others are the fields as they stand in the source, days and numbers that
     * the source has as such as {@code 2023-05-01} and {@code 1234.5}. Every record has as many fields as the header;
     * records that cannot be given so are listed as problems.
     *
     * @throws ImportException if the file as a whole cannot be read, or the layout names what it does not have, in words for
     *     the user
     */
    Extract extract(Source source, Path target) throws ImportException;
}
