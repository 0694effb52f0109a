package org.opbrief.importer.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The first lines of a file as a file of its own, so that nothing behind them needs to be read. */
final class Beginning {
    private static final int LENGTH = 1 << 16;

    private Beginning() {}

    static void copy(Path file, Path target) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(LENGTH);
        }
        int length = head.length < LENGTH ? head.length : wholeLines(head);
        try (var out = Files.newOutputStream(target)) {
            out.write(head, 0, length);
        }
    }

    /** Up to the last line end; all if there is none. */
    private static int wholeLines(byte[] head) {
        int end = head.length;
        while (end > 0 && head[end - 1] != '\n') {
            end--;
        }
        // in little-endian UTF-16 the other byte of the line feed follows
        boolean more = end > 0 && end < head.length && charsetIsLittleEndian(head);
        return end == 0 ? head.length : more ? end + 1 : end;
    }

    private static boolean charsetIsLittleEndian(byte[] head) {
        Optional<Encoding> told = Encoding.byMark(head).or(() -> Encoding.unmarkedUtf16(head));
        return told.isPresent() && told.get().charset().equals(StandardCharsets.UTF_16LE);
    }
}
