package org.opbrief.workbench.handlers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.opbrief.api.data.FileFaults;
import org.opbrief.api.data.Importer;

/** Tables to be imported, or packs to be installed, but not both at once. */
record DroppedFiles(List<Path> files) {
    /** What importers are shown of a file. */
    private static final int HEAD = 64 * 1024;

    DroppedFiles {
        files = List.copyOf(files);
    }

    boolean arePacks() {
        return files.stream().allMatch(DroppedFiles::isPack);
    }

    /** Why they cannot be taken, in a sentence. */
    Optional<String> refusal(List<Importer> importers) {
        if (arePacks()) {
            return Optional.empty();
        }
        if (files.stream().anyMatch(DroppedFiles::isPack)) {
            return Optional.of(Messages.get("drop.mixed"));
        }
        return files.stream().flatMap(file -> refusal(file, importers).stream()).findFirst();
    }

    private static Optional<String> refusal(Path file, List<Importer> importers) {
        if (Files.isDirectory(file)) {
            return Optional.of(Messages.get("drop.folder").formatted(file));
        }
        try {
            byte[] head = head(file);
            // one that is empty is told so by the import
            return head.length == 0 || importers.stream().anyMatch(each -> each.recognises(file, head))
                    ? Optional.empty()
                    : Optional.of(Messages.get("drop.other").formatted(file));
        } catch (IOException e) {
            return Optional.of(Messages.get("drop.unreadable").formatted(file, FileFaults.reason(e)));
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    private static boolean isPack(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".jar") && !Files.isDirectory(file);
    }
}
