package org.opbrief.installer.lock;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.opbrief.api.pack.PackException;

/**
 * Lets one process at a time change the packs of a workspace. It is a file that the process holds; what a killed process left
 * holds nobody up.
 */
final class ChangeLock implements AutoCloseable {

    private static final int ATTEMPTS = 20;
    private static final int LONGEST = 200;

    private final Path file;
    private final FileChannel channel;

    private ChangeLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static ChangeLock take(Path file) throws IOException, PackException {
        for (int i = 0; i < ATTEMPTS; i++) {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                String holder = holder(channel);
                channel.close();
                throw new PackException(
                        "The packs of this workspace are being changed by " + holder + ": try again when it is done.");
            }
            ChangeLock lock = new ChangeLock(file, channel);
            try {
                // whoever held it before may have deleted it, and a third process may have made it anew
                if (lock.isStillThere()) {
                    lock.write("process " + ProcessHandle.current().pid());
                    return lock;
                }
                channel.close();
            } catch (IOException e) {
                lock.close();
                throw e;
            }
        }
        throw new PackException("The packs of this workspace are being changed by others: try again.");
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(Long.MAX_VALUE - 1, 1, false) != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(LONGEST);
        channel.read(text, 0);
        String holder = new String(text.array(), 0, text.position(), StandardCharsets.UTF_8);
        return holder.matches("process \\d+") ? holder : "another process";
    }

    private boolean isStillThere() throws IOException {
        String mark = "check " + System.nanoTime();
        write(mark);
        try {
            return Files.readString(file).equals(mark);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private void write(String text) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(file);
        }
    }
}
