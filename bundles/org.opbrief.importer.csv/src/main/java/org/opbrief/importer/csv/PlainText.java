package org.opbrief.importer.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.opbrief.api.data.Progress;

/** What can be told of a file's text before its records are known. */
final class PlainText {
    /** JSON, XML and HTML are text too, but no records with a delimiter. */
    private static final Pattern MARKUP = Pattern.compile(
            "\\s*(\\{\\s*[\"}]|\\[\\s*[\\[{\\]]|<\\?xml|<!doctype|<html).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern BINARY =
            Pattern.compile("(PK\\x03\\x04|%PDF-|\\x1f\\x8b|PAR1|\\xd0\\xcf\\x11\\xe0).*", Pattern.DOTALL);

    private PlainText() {}

    static boolean looksLikeRecords(byte[] head) {
        if (head.length == 0) {
            return false;
        }
        Optional<Encoding> told = Encoding.byMark(head).or(() -> Encoding.unmarkedUtf16(head));
        if (told.isPresent()) {
            int mark = told.get().bomLength();
            String text = new String(
                    head, mark, Math.min(head.length, 400) - mark, told.get().charset());
            return !MARKUP.matcher(text).matches();
        }
        String start = new String(head, 0, Math.min(head.length, 200), StandardCharsets.ISO_8859_1);
        return !BINARY.matcher(start).matches()
                && !MARKUP.matcher(start).matches()
                && controls(head) * 50L <= head.length;
    }

    /** Writes the text behind the byte order mark as UTF-8; a byte that is no text is an exception. */
    static void toUtf8(Path file, Encoding encoding, Path target, Progress progress) throws IOException {
        try (InputStream in = new TellingStream(file, progress);
                Writer out = Files.newBufferedWriter(target)) {
            in.skipNBytes(encoding.bomLength());
            Reader reader = new BufferedReader(new InputStreamReader(
                    in,
                    encoding.charset()
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)));
            reader.transferTo(out);
        }
    }

    private static int controls(byte[] head) {
        int controls = 0;
        for (byte value : head) {
            if (value >= 0 && value < ' ' && value != '\t' && value != '\n' && value != '\r' && value != '\f') {
                controls++;
            }
        }
        return controls;
    }
}
