package org.opbrief.api.data;

import java.nio.file.Path;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** {@link ProviderType}: the workbench, which shows a workspace in a window. */
@ProviderType
public interface Desktop {

    /**
     * Opens the window and returns when the user has closed it. To be called from the first thread of the process, which
     * some window systems insist on.
     *
     * @param named the workspace that was asked for, made if it is absent or empty; empty for the one that the user's
     *     preferences say
     * @param usual opened, and made, if they say none
     * @return why it could not be opened, as one sentence
     */
    Optional<String> show(Optional<Path> named, Path usual);
}
