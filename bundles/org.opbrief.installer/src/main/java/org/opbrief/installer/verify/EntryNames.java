package org.opbrief.installer.verify;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.opbrief.api.pack.PackException;

/** Names of entries that mean the same file to every program and on every system. */
final class EntryNames {

    private static final int LONGEST = 1000;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}]");

    private final Refused refused;
    private final Map<String, String> seen = new HashMap<>();

    EntryNames(Refused refused) {
        this.refused = refused;
    }

    /** @param name ends with {@code /} if it is a folder */
    void add(String name) throws PackException {
        checkForm(name);
        String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        for (String part : path.split("/", -1)) {
            if (part.equals("..") || part.equals(".") || part.isEmpty()) {
                throw refused.because(
                        "the entry \"%s\" leads out of the pack or around in it; a pack with such an entry is refused",
                        name);
            }
        }
        String same = Normalizer.normalize(path, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        String other = seen.putIfAbsent(same, name);
        if (name.equals(other)) {
            throw refused.because(
                    "there are two entries \"%s\", of which one program sees the first and another the second; the pack is refused",
                    name);
        }
        if (other != null) {
            throw refused.because(
                    "the entries \"%s\" and \"%s\" are the same file on some systems; the pack is refused, rename one of them",
                    other, name);
        }
    }

    /** To be called after all names. */
    void checkFolders() throws PackException {
        for (Map.Entry<String, String> entry : seen.entrySet()) {
            String path = entry.getKey();
            for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
                String folder = seen.get(path.substring(0, slash));
                if (folder != null && !folder.endsWith("/")) {
                    throw refused.because(
                            "\"%s\" is a file, and \"%s\" lies in it as in a folder; the pack is refused",
                            folder, entry.getValue());
                }
            }
        }
    }

    private void checkForm(String name) throws PackException {
        if (name.isEmpty() || name.equals("/")) {
            throw refused.because("an entry has no name; the pack is refused");
        }
        if (name.length() > LONGEST) {
            throw refused.because("the name of the entry \"%s\" has more than %,d characters", name, LONGEST);
        }
        if (CONTROL.matcher(name).find()) {
            throw refused.because("the name of the entry \"%s\" has characters that cannot be seen", name);
        }
        if (name.startsWith("/")) {
            throw refused.because("the entry \"%s\" is absolute; a pack with such an entry is refused", name);
        }
        if (name.indexOf('\\') >= 0 || name.indexOf(':') >= 0) {
            throw refused.because(
                    "the entry \"%s\" has a backslash or a colon in its name; the parts of a name are separated by /",
                    name);
        }
    }
}
