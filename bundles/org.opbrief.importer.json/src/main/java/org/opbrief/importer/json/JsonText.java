package org.opbrief.importer.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.opbrief.api.data.Progress;

/**
 * The text of a JSON file. JSON is UTF-8; UTF-16 is known by its byte order mark, or since the first two characters of
 * JSON are ASCII.
 *
 * @param name of the encoding, for the user
 * @param markLength bytes of the byte order mark
 */
record JsonText(Path file, Charset charset, String name, int markLength) {
    private static final int BLOCK = 1 << 16;

    /** Names are not kept: hostile files have more of them than there is memory. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(JsonFault.DEEPEST)
                    .maxStringLength(JsonFault.LONGEST_TEXT)
                    .maxNumberLength(JsonFault.LONGEST_NUMBER)
                    .maxNameLength(JsonFault.LONGEST_NAME)
                    .build())
            .build();

    static JsonText of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(file, in.readNBytes(4));
        }
    }

    static JsonText of(Path file, byte[] head) {
        int first = at(head, 0);
        int second = at(head, 1);
        if (first == 0xef && second == 0xbb && at(head, 2) == 0xbf) {
            return new JsonText(file, StandardCharsets.UTF_8, "UTF-8 with BOM", 3);
        }
        if (first == 0xff && second == 0xfe) {
            return new JsonText(file, StandardCharsets.UTF_16LE, "UTF-16LE with BOM", 2);
        }
        if (first == 0xfe && second == 0xff) {
            return new JsonText(file, StandardCharsets.UTF_16BE, "UTF-16BE with BOM", 2);
        }
        if (first > 0 && second == 0 && at(head, 3) == 0) {
            return new JsonText(file, StandardCharsets.UTF_16LE, "UTF-16LE", 0);
        }
        if (first == 0 && second > 0 && at(head, 2) == 0) {
            return new JsonText(file, StandardCharsets.UTF_16BE, "UTF-16BE", 0);
        }
        return new JsonText(file, StandardCharsets.UTF_8, "UTF-8", 0);
    }

    /** A byte that is no text is a {@link java.nio.charset.CharacterCodingException}. */
    Reader reader(Progress progress) throws IOException {
        InputStream in = new TellingStream(file, progress);
        in.skipNBytes(markLength);
        return new InputStreamReader(in, decoder());
    }

    /** Of all the text. */
    JsonParser parser(Progress progress) throws IOException {
        return FACTORY.createParser(reader(progress));
    }

    /** Of a piece of it. */
    static JsonParser parser(char[] text, int length) throws IOException {
        return FACTORY.createParser(text, 0, length);
    }

    /** Physical line of the first byte that is no text. */
    long undecodableLine() throws IOException {
        CharsetDecoder decoder = decoder();
        ByteBuffer bytes = ByteBuffer.allocate(BLOCK);
        CharBuffer chars = CharBuffer.allocate(BLOCK);
        LineCounter counter = new LineCounter();
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(markLength);
            boolean more = true;
            while (more) {
                int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
                more = count >= 0;
                bytes.position(bytes.position() + Math.max(0, count)).flip();
                CoderResult result = decoder.decode(bytes, chars, !more);
                counter.take(chars.flip());
                if (result.isError()) {
                    break;
                }
                bytes.compact();
                chars.clear();
            }
        }
        return counter.line;
    }

    private CharsetDecoder decoder() {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private static int at(byte[] head, int index) {
        return index < head.length ? head[index] & 0xff : -1;
    }

    private static final class LineCounter {
        private long line = 1;
        private boolean afterReturn;

        void take(CharBuffer chars) {
            while (chars.hasRemaining()) {
                char current = chars.get();
                if (current == '\r' || current == '\n' && !afterReturn) {
                    line++;
                }
                afterReturn = current == '\r';
            }
        }
    }
}
