package org.opbrief.installer.plan;

import org.opbrief.api.pack.PackException;
import org.opbrief.installer.lock.LockedPack;
import org.opbrief.installer.resolve.PackResource;
import org.opbrief.installer.verify.VerifiedPack;
import org.osgi.framework.BundleException;

/**
 * A pack that may come.
 *
 * @param source where it comes from, as the user named it or as it was found
 */
record Candidate(VerifiedPack pack, PackResource resource, String source) {

    static Candidate of(VerifiedPack pack, String source) throws PackException {
        try {
            return new Candidate(pack, PackResource.of(pack.name(), pack.version(), pack.headers()), source);
        } catch (BundleException | RuntimeException e) {
            throw new PackException(
                    "The manifest of the pack " + pack.title() + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    String name() {
        return pack.name();
    }

    LockedPack locked() {
        return new LockedPack(
                pack.name(),
                pack.version().toString(),
                pack.sha256(),
                pack.signature().signer(),
                source);
    }
}
