package org.opbrief.api.pack;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/** {@link ProviderType}: starts, and changes, what a user installed. */
@ProviderType
public interface PackInstaller {

    /**
     * Starts the packs of a workspace, so that the catalog has what they bring, until the result is closed. A workspace without packs, or a
     * folder that is absent, has none; nothing is written. A pack whose bytes are not those that were installed is not started; it is listed as
     * such.
     *
     * @throws PackException if the list of the packs cannot be read, or another workspace is open
     */
    WorkspacePacks open(Path workspace) throws PackException;
}
