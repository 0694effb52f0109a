package org.opbrief.installer.verify;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opbrief.api.pack.PackException;

/** The headers of a manifest, if all programs that read it see the same. */
final class MainSection {

    private static final Pattern LINE = Pattern.compile(" .*|([A-Za-z0-9][A-Za-z0-9_-]{0,69}): .*");

    private MainSection() {}

    /** @return by name without regard to case */
    static Map<String, String> read(byte[] manifest, Refused refused) throws PackException {
        checkLines(manifest, refused);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        try {
            new Manifest(new ByteArrayInputStream(manifest))
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
        for (String line : text.split("\r\n|\n|\r", -1)) {
            number++;
            if (line.isEmpty()) {
                break;
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
        if (!text.isEmpty() && !text.endsWith("\n") && !text.endsWith("\r")) {
            throw refused.because("META-INF/MANIFEST.MF, line %d: the last line does not end; add a line end", number);
        }
    }
}
