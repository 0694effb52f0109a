package org.opbrief.installer.lock;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.opbrief.api.data.FileFaults;
import org.opbrief.api.pack.PackException;
import org.opbrief.installer.file.Disk;
import org.opbrief.installer.file.Sha256;

/**
 * A change of the packs of a workspace by this process. Jars are written first; they count once {@code packs.lock} names them, which is
 * replaced at once. Without that, all is as before when this is closed.
 */
public final class FolderChange implements AutoCloseable {

    private final PacksFolder folder;
    private final Disk disk;
    private final List<Path> made;
    private final List<Path> written = new ArrayList<>();
    private final ChangeLock lock;
    private boolean committed;

    private FolderChange(PacksFolder folder, Disk disk, List<Path> made, ChangeLock lock) {
        this.folder = folder;
        this.disk = disk;
        this.made = made;
        this.lock = lock;
    }

    static FolderChange begin(PacksFolder folder, Disk disk, PacksLock base) throws PackException {
        List<Path> made = new ArrayList<>();
        FolderChange change;
        try {
            makeFolders(folder.folder().toAbsolutePath(), made);
            change = new FolderChange(folder, disk, made, ChangeLock.take(folder.held()));
        } catch (IOException e) {
            deleteAll(made);
            throw new PackException(
                    "The folder " + folder.folder() + " cannot be written: " + FileFaults.reason(e) + ".", e);
        } catch (PackException e) {
            deleteAll(made);
            throw e;
        }
        try {
            if (!folder.read().equals(base)) {
                throw new PackException(
                        "The packs of this workspace were changed by another process in the meantime: try again.");
            }
            return change;
        } catch (PackException e) {
            change.close();
            throw e;
        }
    }

    private static void makeFolders(Path path, List<Path> made) throws IOException {
        if (!Files.isDirectory(path)) {
            if (path.getParent() != null) {
                makeFolders(path.getParent(), made);
            }
            Files.createDirectory(path);
            made.add(0, path);
        }
    }

    /**
     * Writes the jar of a pack.
     *
     * @param jar what the pack was verified as
     */
    public void add(LockedPack pack, Path jar) throws PackException {
        Path target = folder.jar(pack);
        try {
            if (Files.exists(target) && Sha256.of(target).equals(pack.sha256())) {
                return; // kept for the way back
            }
            Path part = part(target);
            try (DigestInputStream content = Sha256.reading(Files.newInputStream(jar))) {
                disk.write(content, part);
                if (!Sha256.of(content).equals(pack.sha256())) {
                    throw new PackException("The file of the pack " + pack
                            + " was changed while it was being installed: install it again.");
                }
            }
            disk.move(part, target);
            written.add(target);
        } catch (IOException e) {
            throw new PackException(
                    "The pack " + pack + " cannot be written to " + folder.folder() + ": " + FileFaults.reason(e)
                            + "; nothing was changed.",
                    e);
        }
    }

    /** Makes it so, and deletes what no list of packs names any more. */
    public void commit(PacksLock changed) throws PackException {
        Path target = folder.folder().resolve(PacksFolder.LOCK);
        try (InputStream content = new ByteArrayInputStream(folder.format(changed))) {
            Path part = part(target);
            disk.write(content, part);
            disk.move(part, target);
        } catch (IOException e) {
            throw new PackException(
                    "The list of packs " + target + " cannot be written: " + FileFaults.reason(e)
                            + "; nothing was changed.",
                    e);
        }
        committed = true;
        deleteRubbish(changed.fileNames());
    }

    private Path part(Path target) throws IOException {
        Path part = target.resolveSibling(target.getFileName() + PacksFolder.PART);
        Files.deleteIfExists(part); // of a process that was killed
        written.add(part);
        return part;
    }

    private void deleteRubbish(Collection<String> needed) {
        Set<String> jars = new HashSet<>(needed);
        try (var files = Files.list(folder.folder())) {
            deleteAll(files.filter(file -> {
                        String name = file.getFileName().toString();
                        return name.endsWith(PacksFolder.PART) || name.endsWith(".jar") && !jars.contains(name);
                    })
                    .toList());
        } catch (IOException e) {
            // the next change tries again
        }
    }

    @Override
    public void close() {
        if (!committed) {
            deleteAll(written);
        }
        try {
            lock.close();
        } catch (IOException e) {
            // a file that nobody holds holds nobody up
        }
        if (!committed) {
            deleteAll(made);
        }
    }

    private static void deleteAll(List<Path> files) {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // rubbish, which the next change deletes
            }
        }
    }
}
