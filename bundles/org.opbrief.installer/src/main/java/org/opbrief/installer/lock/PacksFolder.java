package org.opbrief.installer.lock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.opbrief.api.data.FileFaults;
import org.opbrief.api.pack.PackException;
import org.opbrief.installer.file.Disk;

/** The folder of a workspace with its packs: jars that are never changed, and {@code packs.lock}, which names those that count. */
public final class PacksFolder {

    static final String LOCK = "packs.lock";
    static final String PART = ".part";

    private static final String HELD = "packs.changing";
    private static final int LARGEST_LOCK = 16 << 20;

    private final Path folder;
    private final Disk disk;

    /** @param workspace need not exist */
    public PacksFolder(Path workspace) {
        this(workspace, Disk.REAL);
    }

    PacksFolder(Path workspace, Disk disk) {
        this.folder = workspace.resolve("packs");
        this.disk = disk;
    }

    /** Whom this workspace trusts. */
    public Path trust() {
        return folder.resolve("trust");
    }

    public Path jar(LockedPack pack) {
        return folder.resolve(pack.fileName());
    }

    /** Which packs there are. Writes nothing. */
    public PacksLock read() throws PackException {
        Optional<Path> file = fileInTheWay();
        if (file.isPresent()) {
            throw new PackException(
                    file.get().equals(folder)
                            ? folder
                                    + " is a file, and the folder of the packs has that name: move it away, or name another"
                                    + " folder for the workspace."
                            : file.get() + " is a file, no folder; name another folder for the workspace.");
        }
        return read(folder.resolve(LOCK));
    }

    /** What stands where a folder is needed. */
    private Optional<Path> fileInTheWay() {
        return Stream.iterate(folder, Objects::nonNull, Path::getParent)
                .filter(Files::exists)
                .findFirst()
                .filter(there -> !Files.isDirectory(there));
    }

    /** A lock file of any workspace; an absent one names no packs. */
    public static PacksLock read(Path file) throws PackException {
        try {
            if (Files.size(file) > LARGEST_LOCK) {
                throw new PackException(file + " is too large to be a list of packs.");
            }
            return new LockFormat(file.toString()).read(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return PacksLock.EMPTY;
        } catch (IOException e) {
            throw new PackException(file + " cannot be read: " + FileFaults.reason(e) + ".", e);
        }
    }

    /**
     * Begins a change.
     *
     * @param base what it was made for
     * @throws PackException if others are at it, or have changed what it was made for
     */
    public FolderChange begin(PacksLock base) throws PackException {
        return FolderChange.begin(this, disk, base);
    }

    Path folder() {
        return folder;
    }

    Path held() {
        return folder.resolve(HELD);
    }

    byte[] format(PacksLock lock) {
        return new LockFormat(LOCK).write(lock);
    }
}
