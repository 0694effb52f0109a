package org.opbrief.installer.verify;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opbrief.api.pack.PackException;

/** The headers of a manifest, if all programs that read it see the same: Java's and the framework's ways to read it differ in what is malformed. */
final class MainSection {

    private static final Pattern LINE = Pattern.compile(" [^\\r]*|([A-Za-z0-9][A-Za-z0-9_-]{0,69}): [^\\r]*");
    /** Longer ones Java does not read. */
    private static final int LONGEST_LINE = 500;

    private MainSection() {}

    /** @return by name without regard to case */
    static Map<String, String> read(byte[] manifest, Refused refused) throws PackException {
        checkLines(manifest, refused);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        try {
            new Manifest(new ByteArrayInputStream(ended(manifest)))
                    .getMainAttributes()
                    .forEach((name, value) -> headers.put(name.toString(), value.toString()));
        } catch (IOException | IllegalArgumentException e) {
            throw refused.because(e, "META-INF/MANIFEST.MF cannot be read (%s)", String.valueOf(e.getMessage()));
        }
        return headers;
    }

    private static void checkLines(byte[] manifest, Refused refused) throws PackException {
        String text = new String(manifest, StandardCharsets.ISO_8859_1);
        if (text.indexOf('\0') >= 0) {
            throw refused.because("META-INF/MANIFEST.MF is no text");
        }
        Set<String> seen = new HashSet<>();
        int number = 0;
        for (String line : text.split("\r?\n", -1)) {
            number++;
            if (line.isEmpty()) {
                break;
            }
            if (line.length() > LONGEST_LINE) {
                throw refused.because(
                        "META-INF/MANIFEST.MF, line %d has more than %d bytes; break it, and begin the next line with a space",
                        number, LONGEST_LINE);
            }
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches() || (number == 1 && matcher.group(1) == null)) {
                throw refused.because(
                        "META-INF/MANIFEST.MF, line %d: \"%s\" is no header; write \"Name: value\", and begin a line that goes on with a space",
                        number, line);
            }
            if (matcher.group(1) != null && !seen.add(matcher.group(1).toLowerCase(Locale.ROOT))) {
                throw refused.because(
                        "META-INF/MANIFEST.MF, line %d: %s is there twice; one program reads the first and another the second",
                        number, matcher.group(1));
            }
        }
    }

    /** Java drops a last line without an end, the framework does not. */
    private static byte[] ended(byte[] manifest) {
        byte[] ended = Arrays.copyOf(manifest, manifest.length + 1);
        ended[manifest.length] = '\n';
        return ended;
    }
}
