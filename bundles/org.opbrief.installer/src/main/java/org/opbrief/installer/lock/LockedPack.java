package org.opbrief.installer.lock;

import java.util.Comparator;
import org.osgi.framework.Version;

/**
 * A pack as the lock file names it.
 *
 * @param sha256 of its jar, hexadecimal
 * @param signer subject of the certificate; empty if it is not signed
 * @param source where it came from, as the user named it or as it was found
 */
public record LockedPack(String name, String version, String sha256, String signer, String source) {

    /** By name, then by version. */
    public static final Comparator<LockedPack> ORDER =
            Comparator.comparing(LockedPack::name).thenComparing(pack -> Version.parseVersion(pack.version()));

    private static final int DIGITS = 12;

    /** Of its jar. */
    public String fileName() {
        return name + "-" + version + "-" + sha256.substring(0, DIGITS) + ".jar";
    }

    /** Name and version. */
    @Override
    public String toString() {
        return name + " " + version;
    }
}
