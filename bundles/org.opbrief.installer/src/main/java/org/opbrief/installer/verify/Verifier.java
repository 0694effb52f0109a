package org.opbrief.installer.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.opbrief.api.pack.Code;
import org.opbrief.api.pack.PackException;
import org.opbrief.api.pack.Signature;
import org.opbrief.installer.file.Sha256;
import org.opbrief.installer.trust.SignedJar;
import org.opbrief.installer.trust.TrustFolder;
import org.osgi.framework.Version;

/** Finds out whether a jar is a pack, whether it is harmless in structure, and who signed it. Runs nothing of it. */
public final class Verifier {

    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final int LARGEST_MANIFEST = 8 << 20;
    private static final Pattern SECOND_MANIFEST = Pattern.compile("META-INF/versions/[^/]+/OSGI-INF/MANIFEST\\.MF");

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
        Refused refused = new Refused(source);
        JarStructure.Contents contents = new JarStructure(jar, refused).check();
        Map<String, String> headers;
        String sha256;
        try {
            headers = Collections.unmodifiableMap(MainSection.read(manifest(jar, refused), refused));
            sha256 = Sha256.of(jar);
        } catch (IOException e) {
            throw refused.because(e, "it cannot be read (%s)", JarStructure.words(e));
        }
        Signature signature = SignedJar.read(jar, Refused.plain(source)).verdict(trust.load(), clock.instant());
        PackHeaders pack = new PackHeaders(headers, refused);
        List<String> imports = pack.check();
        for (String file : contents.files()) {
            if (SECOND_MANIFEST.matcher(file).matches()) {
                throw refused.because("%s would change what the pack needs; put all into META-INF/MANIFEST.MF", file);
            }
        }
        new Contribution(jar, pack.name(), refused).check(headers);
        Code code = pack.runJava() ? Code.JAVA : contents.code();
        String name = pack.name();
        Version version = pack.version();
        return new VerifiedPack(
                jar,
                name,
                version,
                sha256,
                headers,
                signature,
                code,
                imports,
                new JarContent(jar, name, version.toString(), contents.files()));
    }

    private static byte[] manifest(Path jar, Refused refused) throws IOException, PackException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.getEntry(MANIFEST);
            if (entry == null) {
                throw refused.because(
                        "it has no META-INF/MANIFEST.MF, so it is no pack; make one with \"opbrief pack FOLDER\"");
            }
            try (InputStream in = zip.getInputStream(entry)) {
                byte[] bytes = in.readNBytes(LARGEST_MANIFEST + 1);
                if (bytes.length > LARGEST_MANIFEST) {
                    throw refused.because("META-INF/MANIFEST.MF is larger than 8 MiB");
                }
                return bytes;
            }
        }
    }
}
