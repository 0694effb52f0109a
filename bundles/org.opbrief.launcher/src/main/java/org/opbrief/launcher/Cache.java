package org.opbrief.launcher;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Where the framework keeps what it can make again. Deleting it loses nothing. */
record Cache(Path folder) {

    /**
     * The cache of this user for this distribution.
     *
     * @param path as the start script gives it; it has the distribution's id in it
     */
    static Cache at(Path path) throws LaunchException {
        try {
            return new Cache(Files.createDirectories(path));
        } catch (IOException e) {
            return temporary();
        }
    }

    /** A cache for one run, for when the usual one is in use or cannot be written. */
    static Cache temporary() throws LaunchException {
        try {
            Cache cache = new Cache(Files.createTempDirectory("opbrief-"));
            Runtime.getRuntime().addShutdownHook(new Thread(cache::delete, "delete temporary cache"));
            return cache;
        } catch (IOException e) {
            throw new LaunchException("No temporary folder can be made: " + e.getMessage() + ".", e);
        }
    }

    Path framework() {
        return folder.resolve("framework");
    }

    Path verified() {
        return folder.resolve("verified.properties");
    }

    private void delete() {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            folder.toFile().deleteOnExit();
        }
    }
}
