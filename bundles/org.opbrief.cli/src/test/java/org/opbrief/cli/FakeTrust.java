package org.opbrief.cli;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.opbrief.api.pack.PackException;
import org.opbrief.api.pack.Trust;

/** Trust that is forgotten after a test. */
final class FakeTrust implements Trust {

    /** {@code CN=Report desk, O=Example}, by itself, of 2026. */
    private static final String PEM = """
            -----BEGIN CERTIFICATE-----
            MIIBaDCCAQ2gAwIBAgIIAX2LbXOlMdMwCgYIKoZIzj0EAwIwKDEQMA4GA1UEChMH
            RXhhbXBsZTEUMBIGA1UEAxMLUmVwb3J0IGRlc2swHhcNMjYwMTAxMDAwMDAwWhcN
            MjcwMTAxMDAwMDAwWjAoMRAwDgYDVQQKEwdFeGFtcGxlMRQwEgYDVQQDEwtSZXBv
            cnQgZGVzazBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABEJeqBsuYoAgEBk+jHo8
            pVQBFZ12fo7tFmiA9N731tKtF4v/oxPTUmVwMb3ctQx+1fbaCR0P5bo//Cs3Oi7h
            zJSjITAfMB0GA1UdDgQWBBRR71ToOGQhLLgJhWC5cAp5ISBD7jAKBggqhkjOPQQD
            AgNJADBGAiEA/HvKcPefT0sFzh0P1QWJi35Rtc1Ib+hsDlEtOJTC3dkCIQDUUD0u
            QQ1L38UYA4nmb7KIOoe2FnjOTL8kVWRS6JYUVA==
            -----END CERTIFICATE-----
            """;

    final List<Certificate> certificates = new ArrayList<>();
    private Policy policy = Policy.SIGNED_CODE;

    static Certificate certificate() {
        try {
            X509Certificate x509 = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(PEM.getBytes(StandardCharsets.US_ASCII)));
            return new Certificate(FakeStores.sha256(x509.getEncoded()), x509);
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<Certificate> certificates() {
        return List.copyOf(certificates);
    }

    @Override
    public Certificate read(Path file) throws PackException {
        if (!Files.exists(file)) {
            throw new PackException("There is no file " + file + ".");
        }
        return certificate();
    }

    @Override
    public void add(Certificate certificate) {
        certificates.add(certificate);
    }

    @Override
    public Certificate remove(String fingerprint) throws PackException {
        Certificate found = certificates.stream()
                .filter(certificate -> certificate.fingerprint().startsWith(fingerprint))
                .findFirst()
                .orElseThrow(
                        () -> new PackException("No certificate that is trusted begins with " + fingerprint + "."));
        certificates.remove(found);
        return found;
    }

    @Override
    public String addRevocations(Path file) {
        return "CN=Report desk, O=Example";
    }

    @Override
    public Policy policy() {
        return policy;
    }

    @Override
    public void setPolicy(Policy wanted) {
        policy = wanted;
    }
}
