package org.opbrief.workbench.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opbrief.api.data.Extract;
import org.opbrief.api.data.FileFaults;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.Importer;
import org.opbrief.api.data.Source;

/** The columns of a file of any known format, read from its beginning alone, however large it is. */
final class Beginnings {
    private static final int HEAD = 64 * 1024;
    /** What the store proposes a mapping by, too. */
    private static final int RECORDS = 1000;

    private final List<Importer> importers;
    private final Path room;

    /** @param room folder in which a folder can be made for a while */
    Beginnings(List<Importer> importers, Path room) {
        this.importers = List.copyOf(importers);
        this.room = room;
    }

    Beginning of(Path file) {
        byte[] head;
        try {
            head = head(file);
        } catch (IOException e) {
            return Beginning.unreadable(Messages.get("import.unreadable", file, FileFaults.reason(e)));
        }
        return importers.stream()
                .filter(importer -> importer.recognises(file, head))
                .findFirst()
                .map(importer -> extracted(importer, file))
                .orElse(Beginning.UNKNOWN);
    }

    private Beginning extracted(Importer importer, Path file) {
        Path folder;
        try {
            folder = Files.createTempDirectory(room, ".tmp-headers-");
        } catch (IOException e) {
            return Beginning.unreadable(Messages.get("import.noroom", room, FileFaults.reason(e)));
        }
        try {
            Path records = folder.resolve("records");
            Extract extract = importer.extract(Source.of(file).beginning(RECORDS), records);
            return new Beginning(new PlainRecords(records).columns(extract.headers()), Optional.empty());
        } catch (ImportException e) {
            // an importer cannot tell a full disk from a file that cannot be read
            return e.getCause() instanceof IOException cause && FileFaults.isDiskFull(cause.getMessage())
                    ? Beginning.unreadable(Messages.get("import.noroom", room, FileFaults.reason(cause)))
                    : Beginning.unreadable(e.getMessage());
        } catch (IOException e) {
            return Beginning.unreadable(Messages.get("import.noroom", room, FileFaults.reason(e)));
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
