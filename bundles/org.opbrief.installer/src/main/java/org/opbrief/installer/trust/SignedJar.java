package org.opbrief.installer.trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipFile;
import org.opbrief.api.data.FileFaults;
import org.opbrief.api.pack.PackException;
import org.opbrief.api.pack.Signature;
import org.opbrief.api.pack.Signature.Verdict;

/** Who vouches for all of a jar. Reading it checks every byte against the signature. */
public final class SignedJar {

    private static final long LARGEST = 256L << 20;

    private final List<List<X509Certificate>> signers;
    private final boolean stripped;

    private SignedJar(List<List<X509Certificate>> signers, boolean stripped) {
        this.signers = signers;
        this.stripped = stripped;
    }

    /**
     * Reads a jar to its end.
     *
     * @param source how the user knows it
     * @throws PackException if it is signed, and the signature does not fit, does not cover all, or cannot be checked
     */
    public static SignedJar read(Path jar, String source) throws PackException {
        try (JarFile file = new JarFile(jar.toFile(), true, ZipFile.OPEN_READ, JarFile.baseVersion())) {
            SignatureFiles signatures = SignatureFiles.of(file, source);
            Optional<Manifest> manifest = Optional.ofNullable(file.getManifest());
            if (signatures.none()) {
                return new SignedJar(
                        List.of(), manifest.map(SignedJar::hasDigests).orElse(false));
            }
            if (manifest.isEmpty()) {
                throw new PackException(
                        source + ": it is signed, but has no META-INF/MANIFEST.MF" + SignatureFiles.CHANGED);
            }
            JarEntry any = file.stream().findFirst().orElseThrow();
            signatures.checkManifest(() -> file.getInputStream(any).close());
            checkNoneGone(file, manifest.get(), source);
            Set<CodeSigner> common = commonSigners(file, signatures, source);
            return new SignedJar(
                    common.stream()
                            .map(SignedJar::chain)
                            .sorted(Comparator.comparing(chain -> Certificates.subject(chain.get(0))))
                            .toList(),
                    false);
        } catch (IOException e) {
            throw new PackException(
                    source + ": it cannot be read (" + FileFaults.reason(e) + "); copy or download it again.", e);
        } catch (SecurityException e) {
            throw new PackException(source + ": its signature does not fit its content" + SignatureFiles.CHANGED, e);
        }
    }

    private static Set<CodeSigner> commonSigners(JarFile file, SignatureFiles signatures, String source)
            throws IOException, PackException {
        List<JarEntry> entries = file.stream()
                .filter(entry -> !entry.isDirectory() && !signatures.isExempt(entry.getName()))
                .toList();
        List<String> uncovered = new ArrayList<>();
        Set<CodeSigner> common = new LinkedHashSet<>();
        String covered = "";
        long size = 0;
        for (JarEntry entry : entries) {
            size += readAll(file, entry, LARGEST - size, source);
            CodeSigner[] signers = entry.getCodeSigners();
            if (signers == null) {
                uncovered.add(entry.getName());
            } else if (covered.isEmpty()) {
                common.addAll(List.of(signers));
                covered = entry.getName();
            } else {
                common.retainAll(List.of(signers));
                if (common.isEmpty()) {
                    throw new PackException(
                            "%s: no signer vouches for all of it: those of \"%s\" did not sign \"%s\"; the pack is refused, let one sign all of it."
                                    .formatted(source, covered, entry.getName()));
                }
            }
        }
        if (covered.isEmpty()) {
            throw signatures.uncheckable();
        }
        if (!uncovered.isEmpty()) {
            throw new PackException("%s: \"%s\" was added after the pack was signed%s"
                    .formatted(source, uncovered.get(0), SignatureFiles.CHANGED));
        }
        return common;
    }

    private static long readAll(JarFile file, JarEntry entry, long limit, String source)
            throws IOException, PackException {
        byte[] buffer = new byte[8192];
        long size = 0;
        try (InputStream in = file.getInputStream(entry)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                size += count;
                if (size > limit) {
                    throw new PackException(source + ": it unpacks to more than 256 MiB; it is refused.");
                }
            }
        } catch (SecurityException e) {
            throw new PackException(
                    "%s: \"%s\" was changed after the pack was signed%s"
                            .formatted(source, entry.getName(), SignatureFiles.CHANGED),
                    e);
        }
        return size;
    }

    private static void checkNoneGone(JarFile file, Manifest manifest, String source) throws PackException {
        Optional<String> gone = manifest.getEntries().keySet().stream()
                .filter(name -> file.getEntry(name) == null)
                .sorted()
                .findFirst();
        if (gone.isPresent()) {
            throw new PackException("%s: \"%s\" was removed after the pack was signed%s"
                    .formatted(source, gone.get(), SignatureFiles.CHANGED));
        }
    }

    private static boolean hasDigests(Manifest manifest) {
        return manifest.getEntries().values().stream()
                .map(Attributes::keySet)
                .flatMap(Set::stream)
                .anyMatch(name -> name.toString().endsWith("-Digest"));
    }

    private static List<X509Certificate> chain(CodeSigner signer) {
        return signer.getSignerCertPath().getCertificates().stream()
                .map(X509Certificate.class::cast)
                .toList();
    }

    /** Certificates of those who signed all of it. */
    List<X509Certificate> signers() {
        return signers.stream().map(chain -> chain.get(0)).toList();
    }

    /** Of several signers the best counts: one that is trusted is enough, unless another's certificate was revoked. */
    public Signature verdict(Trusted trusted, Instant now) {
        if (signers.isEmpty()) {
            return stripped
                    ? new Signature(
                            Verdict.UNSIGNED, "", "", "it is not signed: it was, and its signature was taken out")
                    : Signature.NONE;
        }
        SignerCheck check = new SignerCheck(trusted, now);
        Map<Verdict, Integer> rank = Map.of(Verdict.REVOKED, 0, Verdict.TRUSTED, 1);
        return signers.stream()
                .map(check::check)
                .min(Comparator.comparing(signature -> rank.getOrDefault(signature.verdict(), 2)))
                .orElseThrow();
    }
}
