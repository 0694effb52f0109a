package org.opbrief.importer.csv;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** The bytes of a file, one at a time, from any position. */
final class ByteSource implements Closeable {
    private final FileChannel channel;
    private final byte[] buffer = new byte[1 << 16];
    private long bufferStart;
    private int next;
    private int limit;

    ByteSource(Path file, long position) throws IOException {
        channel = FileChannel.open(file);
        seek(position);
    }

    /** The next byte, 0 to 255, or -1 at the end. */
    int read() throws IOException {
        return next < limit || fill() ? buffer[next++] & 0xff : -1;
    }

    /** What {@link #read} will give, without taking it. */
    int peek() throws IOException {
        return next < limit || fill() ? buffer[next] & 0xff : -1;
    }

    long position() {
        return bufferStart + next;
    }

    void seek(long position) throws IOException {
        if (position >= bufferStart && position <= bufferStart + limit) {
            next = (int) (position - bufferStart);
        } else {
            channel.position(position);
            bufferStart = position;
            next = 0;
            limit = 0;
        }
    }

    private boolean fill() throws IOException {
        channel.position(bufferStart + limit);
        int count = channel.read(ByteBuffer.wrap(buffer));
        if (count <= 0) {
            return false;
        }
        bufferStart += limit;
        next = 0;
        limit = count;
        return true;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
