package org.opbrief.packs;

import java.io.IOException;
import java.net.URL;
import java.util.Collection;
import java.util.Optional;

/** The files of a pack, below its {@code OPBRIEF-INF} folder. */
public interface PackContent {

    /** Symbolic name of the bundle. */
    String name();

    String version();

    /** Paths below {@code OPBRIEF-INF}, sorted, e.g. {@code reports/operation/report.yaml}. */
    Collection<String> files();

    byte[] read(String file) throws IOException;

    /** Where the file is, for those who read it themselves; empty if there is none. */
    Optional<URL> locate(String file);
}
