package org.opbrief.installer.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CRLException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.opbrief.api.data.FileFaults;
import org.opbrief.api.pack.PackException;

/** Reads what people have for a certificate. */
final class CertificateReader {

    private static final int LARGEST = 1 << 20;
    private static final int LARGEST_LIST = 64 << 20;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final String EXPORT = "export its certificate with \"keytool -exportcert -rfc\".";

    private final CertificateFactory factory;

    CertificateReader() {
        try {
            this.factory = CertificateFactory.getInstance("X.509");
        } catch (CertificateException e) {
            throw new IllegalStateException("Java cannot read certificates", e);
        }
    }

    /** Of a certificate, PEM or DER, or of the one signer of a jar. */
    X509Certificate certificate(Path file) throws PackException {
        byte[] bytes = bytes(file, LARGEST);
        if (bytes.length >= ZIP.length && Arrays.equals(bytes, 0, ZIP.length, ZIP, 0, ZIP.length)) {
            return signer(file);
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        checkKind(file, bytes, text);
        Collection<? extends Certificate> certificates;
        try {
            certificates = factory.generateCertificates(new ByteArrayInputStream(bytes));
        } catch (CertificateException e) {
            throw new PackException(
                    file + " is no certificate that can be read; give one as PEM or DER, or a signed pack.", e);
        }
        if (certificates.isEmpty()) {
            throw new PackException(file + " has no certificate; give one as PEM or DER, or a signed pack.");
        }
        List<X509Certificate> found =
                certificates.stream().map(X509Certificate.class::cast).toList();
        return only(file, found, "has %d certificates, of ");
    }

    private static X509Certificate only(Path file, List<X509Certificate> found, String many) throws PackException {
        if (found.size() > 1) {
            String subjects = found.stream().map(Certificates::subject).collect(Collectors.joining("; "));
            throw new PackException(file + " " + many.formatted(found.size()) + subjects
                    + "; give the one that is meant in a file of its own.");
        }
        return found.get(0);
    }

    private static X509Certificate signer(Path jar) throws PackException {
        List<X509Certificate> signers = SignedJar.read(jar, jar.toString()).signers();
        if (signers.isEmpty()) {
            throw new PackException(
                    jar + " is not signed, so there is nobody to trust; ask its author for the certificate.");
        }
        return only(jar, signers, "is signed by %d, ");
    }

    private static void checkKind(Path file, byte[] bytes, String text) throws PackException {
        if (bytes.length == 0) {
            throw new PackException(file + " is empty; give a certificate as PEM or DER, or a signed pack.");
        }
        if (text.contains("PRIVATE KEY-----")) {
            throw new PackException(file + " has a private key, which belongs to its owner alone; " + EXPORT);
        }
        if (text.contains("CERTIFICATE REQUEST-----")) {
            throw new PackException(
                    file + " is a request for a certificate; give the certificate that was issued for it.");
        }
        if (text.contains("BEGIN X509 CRL-----") || isList(bytes)) {
            throw new PackException(file
                    + " is a revocation list, which says whom not to trust; give it to \"opbrief trust revocations\".");
        }
        if (isKeystore(bytes)) {
            throw new PackException(file + " is a keystore with somebody's key; " + EXPORT);
        }
    }

    /** JKS by its first bytes, PKCS #12 by its version, which a certificate does not have in this place. */
    private static boolean isKeystore(byte[] bytes) {
        if (bytes.length > 8 && bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xed) {
            return true;
        }
        int start = bytes.length > 8 && bytes[0] == 0x30 ? 2 + Math.max(0, (bytes[1] & 0xff) - 0x80) : -1;
        return start > 0
                && start + 2 < bytes.length
                && bytes[start] == 2
                && bytes[start + 1] == 1
                && bytes[start + 2] == 3;
    }

    private static boolean isList(byte[] bytes) {
        if (bytes[0] != 0x30) {
            return false;
        }
        try {
            CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(bytes));
            return true;
        } catch (CRLException | CertificateException e) {
            return false;
        }
    }

    /** PEM or DER. */
    X509CRL revocations(Path file) throws PackException {
        byte[] bytes = bytes(file, LARGEST_LIST);
        try {
            if (factory.generateCRL(new ByteArrayInputStream(bytes)) instanceof X509CRL list) {
                return list;
            }
        } catch (CRLException e) {
            throw new PackException(file + " is no revocation list that can be read; give one as PEM or DER.", e);
        }
        throw new PackException(file + " is no revocation list of X.509; give one as PEM or DER.");
    }

    /** A jar is only begun. */
    private static byte[] bytes(Path file, int largest) throws PackException {
        if (Files.isDirectory(file)) {
            throw new PackException(file + " is a folder; give a file.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(ZIP.length);
            if (Arrays.equals(start, ZIP)) {
                return start;
            }
            byte[] bytes = Arrays.copyOf(start, start.length);
            byte[] rest = in.readNBytes(largest);
            if (rest.length == largest) {
                throw new PackException(
                        "%s is larger than %d MiB, so it is not what is wanted here; give a certificate or a list of them."
                                .formatted(file, largest >> 20));
            }
            bytes = Arrays.copyOf(bytes, start.length + rest.length);
            System.arraycopy(rest, 0, bytes, start.length, rest.length);
            return bytes;
        } catch (NoSuchFileException e) {
            throw new PackException("There is no file " + file + ".", e);
        } catch (AccessDeniedException e) {
            throw new PackException(file + " cannot be read: this is not allowed; change its permissions.", e);
        } catch (IOException e) {
            throw new PackException("%s cannot be read: %s.".formatted(file, FileFaults.reason(e)), e);
        }
    }
}
