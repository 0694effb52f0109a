package org.opbrief.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files of the cache. */
final class Replacement {

    private Replacement() {}

    /**
     * Writes a file whole or not at all, whoever else writes it. If it cannot be written, it is not: what is in the cache
     * is only there to be quicker the next time.
     */
    static void write(Path file, String text) {
        Path beside = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid());
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(beside, text);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            beside.toFile().delete();
        }
    }
}
