package org.opbrief.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.opbrief.api.data.StoreException;

/**
 * Keeps a workspace for one user at a time. The operating system drops the lock of a process that dies. Within a
 * process the lock is kept as an entry of the system's properties, the only place that all bundles and their later
 * revisions share: a POSIX lock is lost as soon as the process closes any other channel of the same file, so the file
 * must not even be looked at.
 */
final class WorkspaceLock implements AutoCloseable {
    private static final String HELD = "org.opbrief.store.held:";
    /** Far behind the text, so that others can read it where locks are mandatory. */
    private static final long LOCKED_BYTE = 1L << 40;

    private final String property;
    private final FileChannel channel;
    private final FileLock lock;

    private WorkspaceLock(String property, FileChannel channel, FileLock lock) {
        this.property = property;
        this.channel = channel;
        this.lock = lock;
    }

    static WorkspaceLock of(Workspace workspace, Holder holder) throws StoreException {
        Path folder = workspace.folder();
        String property;
        try {
            Files.createDirectories(folder);
            property = HELD + folder.toRealPath();
        } catch (IOException e) {
            throw Failures.making(folder, e);
        }
        String me = holder.words();
        Object other = System.getProperties().putIfAbsent(property, me);
        if (other != null) {
            throw inUse(folder, other.toString());
        }
        WorkspaceLock taken = null;
        try {
            taken = lockFile(workspace, property, me);
            return taken;
        } catch (IOException e) {
            throw Failures.of("lock the workspace", folder, e);
        } finally {
            if (taken == null) {
                System.getProperties().remove(property);
            }
        }
    }

    private static WorkspaceLock lockFile(Workspace workspace, String property, String me)
            throws IOException, StoreException {
        FileChannel channel = FileChannel.open(
                workspace.lock(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean kept = false;
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                throw inUse(workspace.folder(), read(channel));
            }
            tell(channel, me);
            kept = true;
            return new WorkspaceLock(property, channel, lock);
        } finally {
            if (!kept) {
                channel.close();
            }
        }
    }

    private static void tell(FileChannel channel, String me) throws IOException {
        channel.truncate(0);
        try {
            channel.write(ByteBuffer.wrap(me.getBytes(StandardCharsets.UTF_8)), 0);
        } catch (IOException e) {
            // the lock holds without a name, and a full disk is no reason not to read
            if (!Failures.isOfTheDisk(e)) {
                throw e;
            }
        }
    }

    private static StoreException inUse(Path folder, String holder) {
        return new StoreException("The workspace " + folder + " is in use by "
                + (holder.isBlank() ? "another program" : holder)
                + "; wait until that ends, or use another workspace.");
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(1024);
        channel.read(text, 0);
        return new String(text.array(), 0, text.position(), StandardCharsets.UTF_8);
    }

    /** The file stays: one who deletes it could pull it away from under a third process. */
    @Override
    public void close() throws IOException {
        try (channel) {
            channel.truncate(0);
            lock.release();
        } finally {
            System.getProperties().remove(property);
        }
    }
}
