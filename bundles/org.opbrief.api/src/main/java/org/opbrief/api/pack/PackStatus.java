package org.opbrief.api.pack;

import java.util.List;
import java.util.Optional;

/**
 * A pack of a workspace.
 *
 * @param pack what it brings, or why it is not used
 * @param shipped whether it comes with Opbrief and is not in the workspace
 * @param file what was installed; empty for a shipped one
 * @param earlier other versions that are kept, also newer ones that were left by going back; newest first
 */
public record PackStatus(InstalledPack pack, boolean shipped, Optional<PackFile> file, List<String> earlier) {

    public PackStatus {
        earlier = List.copyOf(earlier);
    }
}
