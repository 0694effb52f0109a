package org.opbrief.installer.trust;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.opbrief.api.data.FileFaults;
import org.opbrief.api.pack.PackException;
import org.opbrief.api.pack.Trust;
import org.opbrief.installer.file.Sha256;

/**
 * Whom a workspace trusts: certificates as {@code <sha256>.cer} and revocation lists as {@code *.crl}, PEM or DER, and the file {@code policy} with one
 * word. An administrator may put files there by hand. Read anew each time.
 */
public final class TrustFolder implements Trust {

    private static final String POLICY = "policy";
    private static final int SHORTEST = 4;

    private final Path folder;
    private final FolderWriter writer;
    private final CertificateReader reader = new CertificateReader();

    /** @param folder made when something is first written into it */
    public TrustFolder(Path folder) {
        this.folder = folder;
        this.writer = new FolderWriter(folder);
    }

    /** All that signatures are checked against. */
    public Trusted load() throws PackException {
        return new Trusted(
                certificates().stream().map(Certificate::x509).toList(),
                List.copyOf(revocations().values()));
    }

    @Override
    public List<Certificate> certificates() throws PackException {
        return certificateFiles().values().stream()
                .distinct()
                .sorted(Comparator.comparing((Certificate certificate) -> Certificates.subject(certificate.x509()))
                        .thenComparing(Certificate::fingerprint))
                .toList();
    }

    private Map<Path, Certificate> certificateFiles() throws PackException {
        Map<Path, Certificate> certificates = new TreeMap<>();
        for (Path file : files("*.cer")) {
            certificates.put(file, of(reader.certificate(file)));
        }
        return certificates;
    }

    private Map<Path, X509CRL> revocations() throws PackException {
        Map<Path, X509CRL> lists = new TreeMap<>();
        for (Path file : files("*.crl")) {
            lists.put(file, reader.revocations(file));
        }
        return lists;
    }

    private List<Path> files(String glob) throws PackException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, glob)) {
            stream.forEach(files::add);
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (NotDirectoryException e) {
            throw new PackException(
                    folder
                            + " is a file; the certificates that are trusted lie in a folder of that name: move the file away.",
                    e);
        } catch (IOException e) {
            throw new PackException("%s cannot be read: %s.".formatted(folder, FileFaults.reason(e)), e);
        }
        return files;
    }

    @Override
    public Certificate read(Path file) throws PackException {
        return of(reader.certificate(file));
    }

    @Override
    public void add(Certificate certificate) throws PackException {
        if (certificates().contains(certificate)) {
            return;
        }
        try {
            byte[] content = pem("CERTIFICATE", certificate.x509().getEncoded());
            writer.write(Certificates.fingerprint(certificate.x509()) + ".cer", content);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read cannot be encoded", e);
        }
    }

    @Override
    public Certificate remove(String fingerprint) throws PackException {
        String start = fingerprint.replaceAll("[:\\s]", "").toLowerCase(Locale.ROOT);
        if (start.length() < SHORTEST || !start.matches("[0-9a-f]+")) {
            throw new PackException(
                    "\"%s\" is no fingerprint; give the first %d or more of its hexadecimal digits, as \"opbrief trust list\" shows them."
                            .formatted(fingerprint, SHORTEST));
        }
        Map<Path, Certificate> files = certificateFiles();
        files.values().removeIf(certificate -> !certificate.fingerprint().startsWith(start));
        List<Certificate> found = files.values().stream().distinct().toList();
        if (found.isEmpty()) {
            throw new PackException("No trusted certificate has a fingerprint that begins with " + start
                    + "; \"opbrief trust list\" shows them.");
        }
        if (found.size() > 1) {
            throw new PackException(
                    "%d trusted certificates have a fingerprint that begins with %s: %s; give more digits."
                            .formatted(
                                    found.size(),
                                    start,
                                    found.stream()
                                            .map(certificate ->
                                                    certificate.fingerprint().substring(0, 16) + " "
                                                            + Certificates.subject(certificate.x509()))
                                            .sorted()
                                            .collect(Collectors.joining(", "))));
        }
        for (Path file : files.keySet()) {
            writer.delete(file);
        }
        return found.get(0);
    }

    @Override
    public String addRevocations(Path file) throws PackException {
        X509CRL list = reader.revocations(file);
        String issuer = Certificates.name(list.getIssuerX500Principal());
        List<X509Certificate> issuers = certificates().stream()
                .map(Certificate::x509)
                .filter(certificate -> certificate.getSubjectX500Principal().equals(list.getIssuerX500Principal()))
                .toList();
        if (!issuers.isEmpty() && issuers.stream().noneMatch(certificate -> Certificates.issued(certificate, list))) {
            throw new PackException(
                    "%s says that it is from %s, but is not signed with the key of the certificate that this workspace trusts; get it again from its issuer."
                            .formatted(file, issuer));
        }
        Map<Path, X509CRL> older = revocations();
        older.values().removeIf(other -> !other.getIssuerX500Principal().equals(list.getIssuerX500Principal()));
        for (X509CRL other : older.values()) {
            if (other.getThisUpdate().after(list.getThisUpdate())) {
                throw new PackException(
                        "%s is from %s, older than the list of %s that is there, which is from %s; it was not taken."
                                .formatted(
                                        file,
                                        Certificates.date(list.getThisUpdate()),
                                        issuer,
                                        Certificates.date(other.getThisUpdate())));
            }
        }
        try {
            String name = Sha256.of(list.getIssuerX500Principal().getEncoded()) + ".crl";
            writer.write(name, pem("X509 CRL", list.getEncoded()));
            for (Path replaced : older.keySet()) {
                if (!replaced.getFileName().toString().equals(name)) {
                    writer.delete(replaced);
                }
            }
        } catch (CRLException e) {
            throw new IllegalStateException("a revocation list that was read cannot be encoded", e);
        }
        return issuer;
    }

    @Override
    public Policy policy() throws PackException {
        Path file = folder.resolve(POLICY);
        String text;
        try {
            text = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
        } catch (NoSuchFileException e) {
            return Policy.SIGNED_CODE;
        } catch (IOException e) {
            throw new PackException("%s cannot be read: %s.".formatted(file, FileFaults.reason(e)), e);
        }
        return Arrays.stream(Policy.values())
                .filter(policy -> word(policy).equals(text))
                .findFirst()
                .orElseThrow(() -> new PackException("%s: \"%s\" is no policy; write one of %s."
                        .formatted(
                                file,
                                Certificates.plain(text),
                                Arrays.stream(Policy.values())
                                        .map(TrustFolder::word)
                                        .collect(Collectors.joining(", ")))));
    }

    @Override
    public void setPolicy(Policy policy) throws PackException {
        Path file = folder.resolve(POLICY);
        if (!Files.exists(file) && policy == Policy.SIGNED_CODE) {
            return;
        }
        writer.write(POLICY, (word(policy) + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static String word(Policy policy) {
        return policy.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Certificate of(X509Certificate certificate) {
        return new Certificate(Certificates.fingerprint(certificate), certificate);
    }

    private static byte[] pem(String kind, byte[] content) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(kind, text, kind)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
