package org.opbrief.importer.json;

import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.opbrief.api.data.Progress;

/** Reads a file from its start and tells how much of it was read. */
final class TellingStream extends FilterInputStream {
    private final Progress progress;
    private final String step;
    private final double size;
    private long position;

    TellingStream(Path file, Progress progress) throws IOException {
        super(Files.newInputStream(file));
        this.progress = progress;
        this.step = "reading " + file.getFileName();
        this.size = Files.size(file) + 1.0;
    }

    @Override
    public int read(byte[] block, int offset, int length) throws IOException {
        int count = super.read(block, offset, length);
        position += Math.max(0, count);
        progress.at(step, position / size);
        return count;
    }
}
