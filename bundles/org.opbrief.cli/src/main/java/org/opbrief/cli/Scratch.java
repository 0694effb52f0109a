package org.opbrief.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.opbrief.api.data.Store;

/** A folder that is gone when it is closed, or when the process is interrupted. */
final class Scratch implements AutoCloseable {
    private final Path folder;
    private final Thread onExit;

    private Scratch(Path folder) {
        this.folder = folder;
        this.onExit = new Thread(() -> delete(folder), "opbrief-scratch");
        Runtime.getRuntime().addShutdownHook(onExit);
    }

    static Scratch temporary() throws IOException {
        return new Scratch(Files.createTempDirectory("opbrief-"));
    }

    /** In a folder of one's own. */
    static Scratch in(Path parent) throws IOException {
        return new Scratch(Files.createTempDirectory(parent, ".opbrief-"));
    }

    /** In an open workspace, which deletes it if this process is killed and cannot. */
    static Scratch in(Store store) throws IOException {
        return new Scratch(Files.createTempDirectory(store.workspace(), ".tmp-"));
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        delete(folder);
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException e) {
            // the process is ending, and the hook deletes what is left
            assert onExit.isAlive() || !Files.exists(folder);
        }
    }

    /** Deletes a folder that this process made. */
    static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, IOException e) throws IOException {
                    Files.deleteIfExists(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            // what cannot be deleted is in nobody's way
            folder.toFile().deleteOnExit();
        }
    }
}
