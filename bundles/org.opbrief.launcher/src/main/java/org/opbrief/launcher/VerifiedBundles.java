package org.opbrief.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.opbrief.launcher.FeatureFile.BundleFile;

/**
 * Checks bundles against the SHA-256 that their feature names.
 *
 * <p>What was checked is remembered with the file's size, time of last change and key (on Unix its inode), so that more
 * than a hundred megabytes are read only once for each installation and again for each file that changed. So a damaged
 * or mixed-up installation and replaced files are noticed at the next start. A file that was changed in place, without
 * changing its size and with its time set back, is not: that takes {@link #verifyAgain}.
 */
final class VerifiedBundles {

    private final Path memory;
    private final Map<String, String> checked;
    private boolean changed;

    /** @param memory file that remembers what was checked; need not exist */
    VerifiedBundles(Path memory) {
        this.memory = memory;
        this.checked = recall(memory);
    }

    /** Checks a bundle unless it was checked before as it is now. */
    void verify(Path jar, BundleFile bundle) throws LaunchException {
        String state = state(jar, bundle);
        if (!state.equals(checked.get(jar.toString()))) {
            verifyAgain(jar, bundle);
            checked.put(jar.toString(), state);
            changed = true;
        }
    }

    /** Reads all of a bundle, whether it was checked before or not. */
    void verifyAgain(Path jar, BundleFile bundle) throws LaunchException {
        try {
            if (!sha256(jar).equals(bundle.sha256())) {
                throw new LaunchException("The file " + jar
                        + " is not the one that this version of Opbrief was made with (its SHA-256 differs):"
                        + " install Opbrief again.");
            }
        } catch (IOException e) {
            throw unreadable(jar, e);
        }
    }

    /** Remembers what was checked; if that cannot be written, it is checked again next time. */
    void remember() {
        if (changed) {
            Replacement.write(
                    memory,
                    checked.entrySet().stream()
                            .map(entry -> entry.getValue() + "\t" + entry.getKey() + "\n")
                            .collect(Collectors.joining()));
        }
    }

    private static Map<String, String> recall(Path memory) {
        Map<String, String> checked = new TreeMap<>();
        try {
            if (Files.exists(memory)) {
                for (String line : Files.readAllLines(memory)) {
                    int tab = line.indexOf('\t');
                    checked.put(line.substring(tab + 1), line.substring(0, tab));
                }
            }
        } catch (IOException | IndexOutOfBoundsException e) {
            checked.clear(); // then all is checked again
        }
        return checked;
    }

    private static String state(Path jar, BundleFile bundle) throws LaunchException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(jar, BasicFileAttributes.class);
            return bundle.sha256() + " " + attributes.size() + " "
                    + attributes.lastModifiedTime().toMillis() + " " + attributes.fileKey();
        } catch (IOException e) {
            throw unreadable(jar, e);
        }
    }

    private static LaunchException unreadable(Path jar, IOException e) {
        return e instanceof NoSuchFileException
                ? new LaunchException("The file " + jar + " is missing: install Opbrief again.", e)
                : new LaunchException("The file " + jar + " cannot be read: " + e.getMessage() + ".", e);
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has SHA-256
        }
    }
}
