package org.opbrief.api.data;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/** {@link ProviderType}: opens workspaces. */
@ProviderType
public interface Stores {

    /**
     * Opens the workspace in that folder, and makes it if the folder is absent or empty. The workspace is locked until
     * the store is closed.
     *
     * @throws StoreException if another process uses it (names which), if the folder holds something else, or if it
     *     cannot be written
     */
    Store open(Path folder) throws StoreException;
}
