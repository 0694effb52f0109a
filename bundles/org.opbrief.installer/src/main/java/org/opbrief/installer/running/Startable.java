package org.opbrief.installer.running;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.opbrief.api.data.FileFaults;
import org.opbrief.installer.file.Sha256;
import org.opbrief.installer.source.Scratch;

/**
 * A pack that can be started.
 *
 * @param jar must have that SHA-256 when it is read
 */
public record Startable(String name, String version, String sha256, Path jar) {

    /** Two are one if their bytes are, wherever these are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Startable pack && pack.name.equals(name) && pack.sha256.equals(sha256);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }

    /** @throws IOException if these are not the bytes that were installed, with a message for the user */
    public byte[] content() throws IOException {
        byte[] content;
        try {
            content = Files.size(jar) <= Scratch.LARGEST ? Files.readAllBytes(jar) : new byte[0];
        } catch (IOException e) {
            throw new IOException(
                    "its file " + jar + " cannot be read: " + FileFaults.reason(e) + "; install it again", e);
        }
        if (!Sha256.of(content).equals(sha256)) {
            throw new IOException("its file " + jar + " was changed after it was installed; install it again");
        }
        return content;
    }

    /** Name and version. */
    @Override
    public String toString() {
        return name + " " + version;
    }
}
