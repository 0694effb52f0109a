package org.opbrief.api.output;

import java.net.URL;
import java.nio.file.Path;
import java.util.Optional;
import org.opbrief.api.report.Briefing;
import org.osgi.annotation.versioning.ConsumerType;

/** {@link ConsumerType}: writes briefings in one format, registered as a service. */
@ConsumerType
public interface OutputFormat {

    /** Name of the format and ending of its files, e.g. {@code pdf}. */
    String format();

    /**
     * Writes the briefing to a new file. The same briefing gives the same bytes.
     *
     * @param layout the report's own layout instead of the house style
     * @param target a file that does not exist yet, in a folder that does; what is left there after an exception is
     *     removed by the caller
     * @throws OutputException in words for the user
     */
    void write(Briefing briefing, Optional<URL> layout, Path target) throws OutputException;
}
