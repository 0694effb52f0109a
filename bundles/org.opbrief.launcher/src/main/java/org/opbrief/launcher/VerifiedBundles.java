package org.opbrief.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Properties;

/**
 * Checks bundles against the SHA-256 that their feature names. What was checked is remembered with size, time of last
 * change and file key, so that hundreds of megabytes are read again only when a file changed.
 */
final class VerifiedBundles {

    private final Path memory;
    private final Properties checked = new Properties();
    private boolean changed;

    /** @param memory file that remembers what was checked; need not exist */
    VerifiedBundles(Path memory) {
        this.memory = memory;
        try (InputStream in = Files.newInputStream(memory)) {
            checked.load(in);
        } catch (IOException | IllegalArgumentException e) {
            checked.clear(); // all is checked again
        }
    }

    void verify(Path jar, FeatureFile.BundleFile bundle) throws LaunchException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(jar, BasicFileAttributes.class);
            String state = bundle.sha256() + " " + attributes.size() + " " + attributes.lastModifiedTime() + " "
                    + attributes.fileKey();
            if (state.equals(checked.get(jar.toString()))) {
                return;
            }
            if (!sha256(jar).equals(bundle.sha256())) {
                throw new LaunchException("The file " + jar
                        + " is not the one that this version of Opbrief was made with (its SHA-256 differs):"
                        + " install Opbrief again.");
            }
            checked.setProperty(jar.toString(), state);
            changed = true;
        } catch (NoSuchFileException e) {
            throw new LaunchException("The file " + jar + " is missing: install Opbrief again.", e);
        } catch (IOException e) {
            throw new LaunchException("The file " + jar + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** Remembers what was checked; a folder that cannot be written only means to check again next time. */
    void remember() {
        if (!changed) {
            return;
        }
        Path beside = memory.resolveSibling(
                memory.getFileName() + "." + ProcessHandle.current().pid());
        try {
            try (var out = Files.newOutputStream(beside)) {
                checked.store(out, null);
            }
            Files.move(beside, memory, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            beside.toFile().delete();
        }
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
            throw new UncheckedIOException(new IOException(e)); // every Java platform has SHA-256
        }
    }
}
