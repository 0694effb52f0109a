package org.opbrief.api.pack;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** {@link ProviderType}: the packs that are present, used or rejected. */
@ProviderType
public interface Packs {

    /** By name. */
    List<InstalledPack> installed();
}
