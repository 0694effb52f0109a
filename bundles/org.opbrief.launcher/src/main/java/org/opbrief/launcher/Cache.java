package org.opbrief.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * A place for what the framework can make again: what it knows of its bundles, the jars inside of them and native
 * libraries. Deleting it loses nothing.
 *
 * <p>A place is used by one process at a time; there are a few of them, so that commands can run side by side and each
 * finds what was unpacked before. A place that was left by a process that was killed, or that has another distribution's
 * bundles, is emptied first. If no place can be had, there is one for a single run.
 */
final class Cache implements AutoCloseable {

    private static final int PLACES = 4;

    private final Path place;
    private final FileChannel lock;
    private final String contents;
    private final boolean temporary;

    private Cache(Path place, FileChannel lock, String contents, boolean temporary) {
        this.place = place;
        this.lock = lock;
        this.contents = contents;
        this.temporary = temporary;
    }

    /**
     * @param folder of all places
     * @param contents tells what is kept in it: with something else in it, a place is of no use
     */
    static Cache open(Path folder, String contents) throws LaunchException {
        try {
            for (int i = 1; i <= PLACES; i++) {
                Path place = Files.createDirectories(folder.resolve("framework-" + i));
                Optional<FileChannel> lock = locked(place);
                if (lock.isPresent()) {
                    Cache cache = new Cache(place, lock.get(), contents, false);
                    cache.prepare();
                    return cache;
                }
            }
        } catch (IOException e) {
            // a folder that cannot be written is no reason not to work
        }
        return temporary(contents);
    }

    /** The folder for the framework. */
    Path storage() {
        return place.resolve("bundles");
    }

    /** To be called after the framework has stopped. */
    @Override
    public void close() {
        try (lock) {
            if (temporary) {
                delete(place);
            } else {
                Files.writeString(complete(), contents);
            }
        } catch (IOException e) {
            // it is emptied the next time
        }
    }

    private static Cache temporary(String contents) throws LaunchException {
        try {
            Path place = Files.createTempDirectory("opbrief-");
            Cache cache = new Cache(place, locked(place).orElseThrow(), contents, true);
            Runtime.getRuntime().addShutdownHook(new Thread(cache::close, "delete the temporary cache"));
            return cache;
        } catch (IOException e) {
            throw new LaunchException("No temporary folder can be made: " + e.getMessage() + ".", e);
        }
    }

    /** @return nothing if another process has it */
    private static Optional<FileChannel> locked(Path place) throws IOException {
        FileChannel channel =
                FileChannel.open(place.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return Optional.of(channel);
            }
        } catch (OverlappingFileLockException e) {
            // this process has it
        }
        channel.close();
        return Optional.empty();
    }

    private void prepare() throws IOException {
        boolean usable =
                Files.exists(complete()) && Files.readString(complete()).equals(contents);
        Files.deleteIfExists(complete());
        if (!usable && Files.exists(storage())) {
            delete(storage());
        }
    }

    /** There while no process uses the place, and only if the last one ended in order. */
    private Path complete() {
        return place.resolve("complete");
    }

    private static void delete(Path tree) throws IOException {
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
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
    }
}
