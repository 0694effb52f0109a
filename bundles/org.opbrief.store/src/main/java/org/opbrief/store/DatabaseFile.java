package org.opbrief.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

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
    private final long length;
    private final byte[] headers;

    private DatabaseFile(Path file, Path log, long length, byte[] headers) {
        this.file = file;
        this.log = log;
        this.length = length;
        this.headers = headers;
    }

    static DatabaseFile asItIs(Workspace workspace) throws IOException {
        Path file = workspace.database();
        return new DatabaseFile(file, workspace.log(), Files.size(file), headers(file));
    }

    /** Deletes the log if nothing is in it, and gives the file its former length unless something was committed. */
    void cutOffWhatNobodyRefersTo() throws IOException {
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
