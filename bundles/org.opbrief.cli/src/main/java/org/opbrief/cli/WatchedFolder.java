package org.opbrief.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A folder whose files somebody edits. It is looked at again and again, which costs little for the few files of a pack and
 * works on every file system, where notifications do not.
 *
 * @param without folders in it that do not count
 */
record WatchedFolder(Path folder, List<Path> without) {

    WatchedFolder {
        without = List.copyOf(without);
    }

    /** Tells one state from another. Hidden files and backups, which editors write in passing, do not count. */
    Map<Path, String> state() {
        Map<Path, String> state = new TreeMap<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    boolean counts = directory.equals(folder) || !hidden(directory) && !without.contains(directory);
                    return counts ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (!hidden(file)) {
                        state.put(file, attributes.size() + " " + attributes.lastModifiedTime());
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    // it has just gone, and the next look tells
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            return Map.of();
        }
        return state;
    }

    private static boolean hidden(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(".") || name.endsWith("~");
    }
}
