package org.opbrief.workbench.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.Importer;
import org.opbrief.api.data.Source;

/** The column headers of a file of any known format, read from its beginning alone, however large it is. */
final class Headers {
    private static final int HEAD = 64 * 1024;
    /** Formats without a header line have the columns that these records name. */
    private static final int RECORDS = 100;

    private final List<Importer> importers;
    private final Path room;

    /** @param room folder in which a folder can be made for a while */
    Headers(List<Importer> importers, Path room) {
        this.importers = List.copyOf(importers);
        this.room = room;
    }

    /** None if the file cannot be read so; the import itself says why. */
    List<String> of(Path file) {
        Path folder = null;
        try {
            byte[] head = head(file);
            for (Importer importer : importers) {
                if (importer.recognises(file, head)) {
                    folder = Files.createTempDirectory(room, ".tmp-headers-");
                    return importer.extract(Source.of(file).beginning(RECORDS), folder.resolve("records"))
                            .headers();
                }
            }
            return List.of();
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

    private static void delete(Path folder) {
        if (folder == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            // the next opening of the workspace deletes it
            folder.toFile().deleteOnExit();
        }
    }
}
