package org.opbrief.api.pack;

import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** {@link ProviderType}: folders of packs that others install from. Its index is {@code index.xml}, as OSGi's Repository Service (chapter 132) has it. */
@ProviderType
public interface PackRepositories {

    /**
     * Writes the index of a folder, in the place of an older one.
     *
     * @return how many packs it has
     * @throws PackException if a jar in it is no pack
     */
    int index(Path folder) throws PackException;

    /**
     * Writes one file with these packs and all that they need beyond Opbrief itself, to be installed where there is no network.
     *
     * @param names of packs, {@code name} or {@code name@version}
     * @param repositories where they are, besides the workspace
     * @return names and versions of the packs in it
     */
    List<String> bundleUp(Path workspace, List<String> names, List<String> repositories, Path file)
            throws PackException;
}
