package org.opbrief.installer.verify;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.opbrief.api.pack.Code;
import org.opbrief.api.pack.PackFiles;
import org.opbrief.api.pack.Signature;
import org.osgi.framework.Version;

/**
 * A jar that is a pack, harmless in structure and not tampered with. Whether its signer is to be trusted is another question.
 *
 * @param jar the file that was verified
 * @param name symbolic name
 * @param sha256 of the jar, hexadecimal
 * @param headers main section of the manifest, by name without regard to case
 * @param imports packages that neither Java, OSGi nor {@code org.opbrief.api} has, so that only another pack may give them; sorted
 * @param content the files below {@code OPBRIEF-INF}
 */
public record VerifiedPack(
        Path jar,
        String name,
        Version version,
        String sha256,
        Map<String, String> headers,
        Signature signature,
        Code code,
        List<String> imports,
        PackFiles content) {

    public VerifiedPack {
        imports = List.copyOf(imports);
    }

    /** Paths below {@code OPBRIEF-INF}, sorted. */
    public List<String> files() {
        return List.copyOf(content.files());
    }

    /** {@code name version}. */
    public String title() {
        return name + " " + version;
    }
}
