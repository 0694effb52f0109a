package org.opbrief.api.output;

import java.nio.file.Path;
import java.util.List;
import org.opbrief.api.report.Briefing;
import org.opbrief.api.report.Report;
import org.osgi.annotation.versioning.ProviderType;

/** {@link ProviderType}: writes a briefing's files and its manifest. */
@ProviderType
public interface Outputs {

    /** Names of the formats that are installed, in alphabetical order. */
    List<String> formats();

    /**
     * Writes the briefing in each format, and {@code <name>.manifest.json} beside them with all figures and their
     * passports. All files are complete before the first takes its place; the folder is made if it is absent.
     *
     * @return the files, the manifest last
     * @throws OutputException if a format is not installed or a file cannot be written; earlier files are as before
     */
    List<Path> write(Briefing briefing, Report report, List<String> formats, Path folder) throws OutputException;
}
