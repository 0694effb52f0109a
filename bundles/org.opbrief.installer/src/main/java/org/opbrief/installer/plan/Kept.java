package org.opbrief.installer.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.opbrief.api.data.FileFaults;
import org.opbrief.api.pack.PackException;
import org.opbrief.installer.file.Sha256;
import org.opbrief.installer.lock.LockedPack;
import org.opbrief.installer.lock.PacksFolder;
import org.opbrief.installer.lock.PacksLock;
import org.opbrief.installer.source.Named;
import org.opbrief.installer.source.Scratch;
import org.osgi.framework.Version;

/** The jars that a workspace has already: of its packs, and of versions that it keeps. */
final class Kept {

    private final PacksFolder folder;
    private final PacksLock lock;
    private final Scratch scratch;

    Kept(PacksFolder folder, PacksLock lock, Scratch scratch) {
        this.folder = folder;
        this.lock = lock;
        this.scratch = scratch;
    }

    /** In its newest version, or in the one that is asked for. */
    Optional<LockedPack> find(Named named) {
        return all().filter(pack -> named.fits(pack.name(), version(pack))).max(Comparator.comparing(Kept::version));
    }

    Optional<LockedPack> find(String sha256) {
        return all().filter(pack -> pack.sha256().equals(sha256)).findFirst();
    }

    private Stream<LockedPack> all() {
        return Stream.concat(lock.packs().stream(), lock.kept().stream());
    }

    private static Version version(LockedPack pack) {
        return Version.parseVersion(pack.version());
    }

    /** @return a copy of its jar; empty if that is not there, or not what was installed */
    Optional<Path> copy(LockedPack pack) throws PackException {
        Path jar = folder.jar(pack);
        if (!Files.exists(jar)) {
            return Optional.empty();
        }
        Path copy = scratch.copy(jar);
        try {
            return Sha256.of(copy).equals(pack.sha256()) ? Optional.of(copy) : Optional.empty();
        } catch (IOException e) {
            throw new PackException("The file " + copy + " cannot be read: " + FileFaults.reason(e) + ".", e);
        }
    }
}
