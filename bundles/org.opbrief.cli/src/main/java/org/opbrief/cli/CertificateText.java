package org.opbrief.cli;

import java.time.ZoneOffset;
import java.util.Date;
import org.opbrief.api.pack.Trust.Certificate;

/** Tells a certificate in words. */
final class CertificateText {

    private CertificateText() {}

    static void print(Console console, Certificate certificate) {
        console.line(subject(certificate));
        console.line("  SHA-256: " + PackWords.grouped(certificate.fingerprint()));
        String issuer = issuer(certificate);
        console.line("  Issued by " + (issuer.equals(subject(certificate)) ? "itself" : issuer) + ", valid from "
                + from(certificate) + " until " + until(certificate) + ".");
    }

    /** As RFC 2253 writes it, with a space behind each comma. */
    static String subject(Certificate certificate) {
        return certificate.x509().getSubjectX500Principal().toString();
    }

    static String issuer(Certificate certificate) {
        return certificate.x509().getIssuerX500Principal().toString();
    }

    static String from(Certificate certificate) {
        return day(certificate.x509().getNotBefore());
    }

    static String until(Certificate certificate) {
        return day(certificate.x509().getNotAfter());
    }

    private static String day(Date date) {
        return date.toInstant().atZone(ZoneOffset.UTC).toLocalDate().toString();
    }
}
