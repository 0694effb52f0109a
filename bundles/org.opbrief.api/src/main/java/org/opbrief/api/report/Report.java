package org.opbrief.api.report;

import java.net.URL;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** {@link ConsumerType}: builds briefings of one kind, registered as a service. Packs get theirs from a definition. */
@ConsumerType
public interface Report {

    ReportInfo info();

    /** @throws ReportException if the briefing cannot be built, in words for the user */
    Briefing build(ReportContext context) throws ReportException;

    /**
     * The author's own layout instead of the house style.
     *
     * @param format of the output, e.g. {@code pdf}
     */
    Optional<URL> layout(String format);
}
