package org.opbrief.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Objects;

/**
 * The database's file as it was before it was opened. The engine writes large imports in advance; if they are rolled
 * back, blocks stay behind the end to which nothing refers. It must be closed while this looks at the file: closing any
 * other channel of a file gives up the engine's lock.
 */
final class DatabaseFile {
    /** A main header and two headers of which each checkpoint replaces one. */
    private static final int HEADERS = 3 * 4096;

    private final Path file;
    private final Path log;
    /** What the file system knows the file by; null where it has no such key. */
    private final Object key;

    private final long length;
    private final byte[] headers;

    private DatabaseFile(Path file, Path log, Object key, long length, byte[] headers) {
        this.file = file;
        this.log = log;
        this.key = key;
        this.length = length;
        this.headers = headers;
    }

    static DatabaseFile asItIs(Workspace workspace) throws IOException {
        Path file = workspace.database();
        return new DatabaseFile(file, workspace.log(), key(file), Files.size(file), headers(file));
    }

    private static Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    /**
     * Whether it is still found under its name. Where it is not, the engine goes on with a file that nobody will find,
     * and what it accepts is lost.
     */
    boolean isInPlace() {
        try {
            return Objects.equals(key, key(file));
        } catch (IOException e) {
            return false;
        }
    }

    /** Deletes the log if nothing is in it, and gives the file its former length unless something was committed. */
    void cutOffWhatNobodyRefersTo() throws IOException {
        if (!isInPlace()) {
            return;
        }
        if (Files.exists(log)) {
            if (Files.size(log) > 0) {
                return;
            }
            Files.delete(log);
        }
        if (Files.size(file) > length && Arrays.equals(headers, headers(file))) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(length);
            }
        }
    }

    private static byte[] headers(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEADERS);
        }
    }
}
