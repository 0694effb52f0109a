package org.opbrief.api.pack;

import java.util.Collection;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** {@link ProviderType}: the packs that are present, used or rejected. */
@ProviderType
public interface Packs {

    /** By name, each once. */
    List<InstalledPack> installed();

    /**
     * What {@link #installed()} would be after a change, without changing anything.
     *
     * @param added packs that come; one that has the name of a pack that is present replaces it
     * @param removed names of packs that go
     */
    List<InstalledPack> after(Collection<? extends PackFiles> added, Collection<String> removed);
}
