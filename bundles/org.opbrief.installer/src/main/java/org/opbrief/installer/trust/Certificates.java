package org.opbrief.installer.trust;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.opbrief.installer.file.Sha256;

/** Certificates in words and numbers. */
final class Certificates {

    private Certificates() {}

    /** SHA-256 of the encoded certificate, hexadecimal. */
    static String fingerprint(X509Certificate certificate) {
        try {
            return Sha256.of(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read cannot be encoded", e);
        }
    }

    static String subject(X509Certificate certificate) {
        return name(certificate.getSubjectX500Principal());
    }

    /** E.g. {@code CN=Report desk, O=Example}. */
    static String name(X500Principal principal) {
        String name = plain(principal.toString());
        return name.isBlank() ? "somebody without a name" : name;
    }

    /** Without characters that would move the cursor of a terminal. */
    static String plain(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}]", "?");
    }

    /** In UTC. */
    static LocalDate date(Date date) {
        return LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC);
    }

    static boolean expired(X509Certificate certificate, Instant now) {
        return now.isAfter(certificate.getNotAfter().toInstant());
    }

    static boolean early(X509Certificate certificate, Instant now) {
        return now.isBefore(certificate.getNotBefore().toInstant());
    }

    static boolean selfSigned(X509Certificate certificate) {
        return issued(certificate, certificate);
    }

    /** Whether the names fit and the signature too. */
    static boolean issued(X509Certificate issuer, X509Certificate certificate) {
        if (!issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    static boolean issued(X509Certificate issuer, X509CRL revocations) {
        if (!issuer.getSubjectX500Principal().equals(revocations.getIssuerX500Principal())) {
            return false;
        }
        try {
            revocations.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
