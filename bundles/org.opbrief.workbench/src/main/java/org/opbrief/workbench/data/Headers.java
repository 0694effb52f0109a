package org.opbrief.workbench.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.Importer;
import org.opbrief.api.data.Source;

/** The column headers of a file, read from its beginning alone, however large it is. */
final class Headers {
    private static final int HEAD = 64 * 1024;

    private final Optional<Importer> importer;
    private final Path room;

    /** @param room folder in which a folder can be made for a while */
    Headers(Optional<Importer> importer, Path room) {
        this.importer = importer;
        this.room = room;
    }

    /** None if the file cannot be read so; the import itself says why. */
    List<String> of(Path file) {
        Path folder = null;
        try {
            byte[] head = head(file);
            if (importer.isEmpty() || !importer.get().recognises(file, head)) {
                return List.of();
            }
            folder = Files.createTempDirectory(room, ".tmp-headers-");
            Path beginning = folder.resolve("beginning");
            Files.write(beginning, head.length < HEAD ? head : wholeLines(head));
            return importer.get()
                    .extract(Source.of(beginning), folder.resolve("records"))
                    .headers();
        } catch (IOException | ImportException e) {
            return List.of();
        } finally {
            delete(folder);
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    private static byte[] wholeLines(byte[] head) {
        int end = head.length;
        while (end > 0 && head[end - 1] != '\n') {
            end--;
        }
        return end == 0 ? head : Arrays.copyOf(head, end);
    }

    private static void delete(Path folder) {
        try {
            if (folder != null) {
                for (String name : List.of("beginning", "records")) {
                    Files.deleteIfExists(folder.resolve(name));
                }
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            // the next opening of the workspace deletes it
            folder.toFile().deleteOnExit();
        }
    }
}
