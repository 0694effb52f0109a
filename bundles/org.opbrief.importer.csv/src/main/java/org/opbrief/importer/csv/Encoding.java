package org.opbrief.importer.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.Progress;

/**
 * How the text of a file is encoded.
 *
 * @param name for the user
 * @param bomLength bytes before the text
 */
record Encoding(Charset charset, String name, int bomLength) {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int HEAD = 1 << 16;

    /** Judges the whole file, not only its start. */
    static Encoding of(Path file, Progress progress) throws IOException, ImportException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        Optional<Encoding> told = byMark(head).or(() -> unmarkedUtf16(head));
        if (told.isPresent() && !told.get().charset.equals(StandardCharsets.UTF_8)) {
            return told.get();
        }
        Utf8Survey survey;
        try (InputStream in = new TellingStream(file, progress)) {
            survey = Utf8Survey.of(in);
        }
        if (survey.invalid() == 0) {
            return told.orElse(new Encoding(StandardCharsets.UTF_8, "UTF-8", 0));
        }
        if (told.isPresent() || survey.sequences() > survey.invalid()) {
            throw new ImportException(file.getFileName() + ", line " + lineAt(file, survey.firstInvalid())
                    + ": a byte here is not valid UTF-8, while the rest of the file is UTF-8; correct the line or save"
                    + " the file as UTF-8 anew.");
        }
        return survey.windows1252()
                ? new Encoding(WINDOWS_1252, "Windows-1252", 0)
                : new Encoding(StandardCharsets.ISO_8859_1, "Latin-1", 0);
    }

    /** The encoding that a byte order mark tells. */
    static Optional<Encoding> byMark(byte[] head) {
        if (startsWith(head, 0xef, 0xbb, 0xbf)) {
            return Optional.of(new Encoding(StandardCharsets.UTF_8, "UTF-8 with BOM", 3));
        }
        if (startsWith(head, 0xff, 0xfe)) {
            return Optional.of(new Encoding(StandardCharsets.UTF_16LE, "UTF-16LE with BOM", 2));
        }
        if (startsWith(head, 0xfe, 0xff)) {
            return Optional.of(new Encoding(StandardCharsets.UTF_16BE, "UTF-16BE with BOM", 2));
        }
        return Optional.empty();
    }

    /** Text of European languages in UTF-16 has a zero in most of its pairs of bytes, always on the same side. */
    static Optional<Encoding> unmarkedUtf16(byte[] head) {
        int pairs = head.length / 2;
        int[] zeros = new int[2];
        for (int index = 0; index < pairs * 2; index++) {
            if (head[index] == 0) {
                zeros[index & 1]++;
            }
        }
        if (pairs < 2 || Math.max(zeros[0], zeros[1]) * 10L < pairs * 6L) {
            return Optional.empty();
        }
        if (zeros[0] * 20L <= pairs) {
            return Optional.of(new Encoding(StandardCharsets.UTF_16LE, "UTF-16LE", 0));
        }
        if (zeros[1] * 20L <= pairs) {
            return Optional.of(new Encoding(StandardCharsets.UTF_16BE, "UTF-16BE", 0));
        }
        return Optional.empty();
    }

    boolean isUtf8() {
        return charset.equals(StandardCharsets.UTF_8);
    }

    private static long lineAt(Path file, long position) throws IOException {
        long line = 1;
        try (ByteSource source = new ByteSource(file, 0)) {
            int before = 0;
            while (source.position() < position) {
                int current = source.read();
                if (current == '\r' || current == '\n' && before != '\r') {
                    line++;
                }
                before = current;
            }
        }
        return line;
    }

    private static boolean startsWith(byte[] head, int... mark) {
        byte[] bytes = new byte[mark.length];
        for (int index = 0; index < mark.length; index++) {
            bytes[index] = (byte) mark[index];
        }
        return head.length >= bytes.length && Arrays.equals(Arrays.copyOf(head, bytes.length), bytes);
    }
}
