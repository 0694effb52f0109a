package org.opbrief.cli;

import java.util.Collection;
import java.util.List;
import org.opbrief.api.pack.InstalledPack;
import org.opbrief.api.pack.PackFiles;
import org.opbrief.api.pack.Packs;

/** Packs that are as a test says. */
record FakePacks(List<InstalledPack> installed) implements Packs {

    @Override
    public List<InstalledPack> after(Collection<? extends PackFiles> added, Collection<String> removed) {
        return installed;
    }
}
