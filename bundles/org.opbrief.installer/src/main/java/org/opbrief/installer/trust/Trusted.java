package org.opbrief.installer.trust;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;

/** What lies in a folder of trust at one moment. */
public record Trusted(List<X509Certificate> certificates, List<X509CRL> revocations) {

    public Trusted {
        certificates = List.copyOf(certificates);
        revocations = List.copyOf(revocations);
    }
}
