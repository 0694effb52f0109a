package org.opbrief.installer.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.opbrief.api.data.FileFaults;
import org.opbrief.api.pack.PackException;
import org.opbrief.installer.file.Disk;

/** Writes files of one folder so that each is there whole, old or new. What fails leaves nothing behind. */
final class FolderWriter {

    private static final String UNFINISHED = ".unfinished";

    private final Path folder;

    FolderWriter(Path folder) {
        this.folder = folder;
    }

    void write(String name, byte[] content) throws PackException {
        List<Path> made = missing();
        Path beside = folder.resolve(name + UNFINISHED);
        boolean written = false;
        try {
            Files.createDirectories(folder);
            removeUnfinished();
            Disk.REAL.write(new ByteArrayInputStream(content), beside);
            Disk.REAL.move(beside, folder.resolve(name));
            written = true;
        } catch (IOException e) {
            throw new PackException(
                    "%s cannot be written: %s; nothing was changed."
                            .formatted(folder.resolve(name), FileFaults.reason(e)),
                    e);
        } finally {
            if (!written) {
                undo(beside, made);
            }
        }
    }

    void delete(Path file) throws PackException {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new PackException(
                    "%s cannot be deleted: %s; nothing was changed.".formatted(file, FileFaults.reason(e)), e);
        }
    }

    /** Left by a process that was killed. */
    private void removeUnfinished() throws IOException {
        try (DirectoryStream<Path> rubbish = Files.newDirectoryStream(folder, "*" + UNFINISHED)) {
            for (Path file : rubbish) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Folders that are to be made, the innermost first. */
    private List<Path> missing() {
        List<Path> missing = new ArrayList<>();
        for (Path path = folder.toAbsolutePath(); path != null && !Files.exists(path); path = path.getParent()) {
            missing.add(path);
        }
        return missing;
    }

    private static void undo(Path beside, List<Path> made) {
        try {
            Files.deleteIfExists(beside);
            for (Path path : made) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            // the disk does not even let go; the next one who writes removes it, and the first failure is the one to
            // tell
            return;
        }
    }
}
