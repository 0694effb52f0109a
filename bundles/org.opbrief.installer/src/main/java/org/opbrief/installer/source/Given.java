package org.opbrief.installer.source;

import java.util.List;

/**
 * What the user gave to install.
 *
 * @param jars copies in the scratch folder
 * @param names to be found in repositories
 * @param repositories folders that came with it
 */
public record Given(List<Jar> jars, List<Named> names, List<String> repositories) {

    public Given {
        jars = List.copyOf(jars);
        names = List.copyOf(names);
        repositories = List.copyOf(repositories);
    }

    /**
     * @param copy in the scratch folder
     * @param source as the user knows it
     * @param one whether it was named by itself, and not found in a folder
     */
    public record Jar(java.nio.file.Path copy, String source, boolean one) {}
}
