package org.opbrief.output;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A hidden folder that its process keeps locked. The operating system drops the lock of a process that dies, so that
 * the next one can tell what it left behind from what another one is working with.
 */
final class HiddenFolder implements AutoCloseable {
    private static final String START = ".opbrief-";

    /** Its own folders a process must not even look at: closing a file gives up all locks that it has on it. */
    private static final String OWN = START + ProcessHandle.current().pid() + "-"
            + Long.toString(
                    ProcessHandle.current()
                            .info()
                            .startInstant()
                            .map(Instant::toEpochMilli)
                            .orElse(0L),
                    Character.MAX_RADIX)
            + "-";

    private static final String LOCK = ".lock";

    private final Path path;
    private final FileChannel lock;

    private HiddenFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Makes one, and deletes those that processes which died left in the same place. */
    static HiddenFolder in(Path parent) throws IOException {
        deleteLeftovers(parent);
        while (true) {
            Path path = Files.createTempDirectory(parent, OWN);
            try {
                FileChannel channel =
                        FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                if (hold(channel) && Files.exists(path.resolve(LOCK))) {
                    return new HiddenFolder(path, channel);
                }
                channel.close();
            } catch (NoSuchFileException | FileAlreadyExistsException e) {
                // another process took it for a leftover before it was locked: make another one
                continue;
            } catch (IOException e) {
                delete(path);
                throw e;
            }
        }
    }

    /** True as well where a file system knows no locks: then nobody can take the folder for a leftover either. */
    private static boolean hold(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (IOException e) {
            return true;
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            for (Path entry : contents(path)) {
                if (!entry.equals(path) && !entry.equals(path.resolve(LOCK))) {
                    Files.deleteIfExists(entry);
                }
            }
        }
        delete(path);
    }

    private static void deleteLeftovers(Path parent) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, HiddenFolder::isOfAnotherProcess)) {
            for (Path folder : folders) {
                deleteUnlessLocked(folder);
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            // a leftover is in nobody's way, and whatever is wrong with the folder shows when it is written
            return;
        }
    }

    private static boolean isOfAnotherProcess(Path entry) {
        String name = entry.getFileName().toString();
        return name.matches("\\.opbrief-[0-9]+-[0-9a-z]+-[0-9]+")
                && !name.startsWith(OWN)
                && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
    }

    private static void deleteUnlessLocked(Path folder) throws IOException {
        try (FileChannel channel =
                        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock mine = channel.tryLock()) {
            if (mine != null) {
                delete(folder);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        for (Path entry : contents(folder)) {
            Files.deleteIfExists(entry);
        }
    }

    /** The folder and all in it, the deepest first; nothing if it is gone. */
    private static List<Path> contents(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.sorted(Comparator.reverseOrder()).toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }
}
