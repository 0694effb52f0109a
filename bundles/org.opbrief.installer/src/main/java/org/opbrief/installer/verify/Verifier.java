package org.opbrief.installer.verify;

import java.nio.file.Path;
import java.time.Clock;
import org.opbrief.api.pack.PackException;
import org.opbrief.installer.trust.TrustFolder;

/** Finds out whether a jar is a pack, whether it is harmless in structure, and who signed it. Runs nothing of it. */
public final class Verifier {

    private final TrustFolder trust;
    private final Clock clock;

    public Verifier(TrustFolder trust, Clock clock) {
        this.trust = trust;
        this.clock = clock;
    }

    /** As {@link #verify(Path, String)}, with the name of the file. */
    public VerifiedPack verify(Path jar) throws PackException {
        return verify(jar, jar.getFileName().toString());
    }

    /**
     * Verifies a jar that nobody else can change.
     *
     * @param source how the user knows it, for the sentences
     * @throws PackException if it is no pack, or none that can be trusted to be one: damaged, hostile, tampered with
     */
    public VerifiedPack verify(Path jar, String source) throws PackException {
        throw new UnsupportedOperationException(trust + " " + clock);
    }
}
