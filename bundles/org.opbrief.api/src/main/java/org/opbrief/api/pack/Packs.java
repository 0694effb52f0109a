package org.opbrief.api.pack;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** {@link ProviderType}: the packs that are present, used or rejected. */
@ProviderType
public interface Packs {

    /** By name, each once. */
    List<InstalledPack> installed();

    /**
     * Takes the data sets that a workspace defines itself, in its folder {@code datasets}, for present, in the place of
     * those of any other workspace.
     *
     * @param workspace its folder; empty for none
     */
    void follow(Optional<Path> workspace);

    /**
     * What {@link #installed()} would be after a change, without changing anything.
     *
     * @param added packs that come; one that has the name of a pack that is present replaces it
     * @param removed names of packs that go
     */
    List<InstalledPack> after(Collection<? extends PackFiles> added, Collection<String> removed);
}
