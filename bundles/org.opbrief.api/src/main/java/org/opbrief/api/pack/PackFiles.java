package org.opbrief.api.pack;

import java.io.IOException;
import java.net.URL;
import java.util.Collection;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** {@link ProviderType}: the files of a pack below its {@code OPBRIEF-INF} folder, wherever they are. */
@ProviderType
public interface PackFiles {

    /** Symbolic name of the bundle. */
    String name();

    String version();

    /** Paths below {@code OPBRIEF-INF}, sorted, e.g. {@code reports/operation/report.yaml}. */
    Collection<String> files();

    /** @throws IOException if there is no such file, or it is larger than any definition needs */
    byte[] read(String file) throws IOException;

    /** Where the file is, for those who read it themselves; empty if there is none. */
    Optional<URL> locate(String file);
}
