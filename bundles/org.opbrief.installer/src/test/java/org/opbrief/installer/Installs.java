package org.opbrief.installer;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.opbrief.api.pack.InstallRequest;
import org.opbrief.api.pack.PackException;
import org.opbrief.api.pack.WorkspacePacks;

/** Installs from files, as most tests do. */
final class Installs {

    private Installs() {}

    static InstallRequest request(Path... sources) {
        return new InstallRequest(Arrays.stream(sources).map(Path::toString).toList(), List.of(), Optional.empty());
    }

    /** Plans and does it. */
    static void change(WorkspacePacks packs, Path... sources) throws PackException {
        packs.carryOut(packs.plan(request(sources)));
    }
}
