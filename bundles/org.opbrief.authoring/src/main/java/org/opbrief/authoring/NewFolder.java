package org.opbrief.authoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.opbrief.api.data.FileFaults;
import org.opbrief.api.pack.PackException;

/** A folder that appears with all its files, or not at all. */
final class NewFolder {

    private final Path folder;

    /** @throws PackException if it exists, or could not be made */
    NewFolder(Path folder) throws PackException {
        this.folder = folder.toAbsolutePath().normalize();
        if (Files.exists(this.folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new PackException("There is a " + folder + " already; take another name, or remove it.");
        }
        if (this.folder.getParent() == null || !Files.isDirectory(this.folder.getParent())) {
            throw new PackException(
                    "There is no folder " + this.folder.getParent() + " to make " + this.folder.getFileName() + " in.");
        }
    }

    /** Its last name. */
    String name() {
        return folder.getFileName().toString();
    }

    /**
     * Makes it.
     *
     * @param files by their paths in it, in the order in which to read them
     */
    List<Path> write(Map<String, byte[]> files) throws PackException {
        Path making = null;
        try {
            making = Files.createTempDirectory(folder.getParent(), ".opbrief-");
            Path ready = Files.createDirectory(making.resolve(name())); // with the usual permissions
            List<Path> written = new ArrayList<>();
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = ready.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
                written.add(folder.resolve(file.getKey()));
            }
            Files.move(ready, folder);
            return written;
        } catch (FileAlreadyExistsException e) {
            throw new PackException("There is a " + folder + " already; take another name, or remove it.", e);
        } catch (IOException e) {
            throw new PackException("The folder " + folder + " cannot be made: " + FileFaults.reason(e) + ".", e);
        } finally {
            delete(making);
        }
    }

    private static void delete(Path folder) {
        if (folder == null) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
