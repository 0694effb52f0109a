package org.opbrief.api.pack;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What to install.
 *
 * @param sources files, folders, {@code file:}, {@code http:} or {@code https:} addresses, or names of packs,
 *     {@code name} or {@code name@version}, to be found in the repositories or among the versions that the workspace keeps
 * @param repositories folders, or addresses, of repositories; the first that has a pack gives it
 * @param lock a {@code packs.lock} whose packs are wanted, with just these bytes
 */
public record InstallRequest(List<String> sources, List<String> repositories, Optional<Path> lock) {

    public InstallRequest {
        sources = List.copyOf(sources);
        repositories = List.copyOf(repositories);
    }
}
