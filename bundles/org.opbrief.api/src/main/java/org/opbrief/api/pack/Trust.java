package org.opbrief.api.pack;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** {@link ProviderType}: whom a workspace trusts. Lies in its folder {@code packs/trust}. */
@ProviderType
public interface Trust {

    /** By subject. */
    List<Certificate> certificates() throws PackException;

    /**
     * Reads a certificate without trusting it.
     *
     * @param file a certificate (PEM or DER), or a signed pack, whose signer's is meant
     */
    Certificate read(Path file) throws PackException;

    void add(Certificate certificate) throws PackException;

    /** @param fingerprint its beginning, if that fits one certificate only */
    Certificate remove(String fingerprint) throws PackException;

    /**
     * Adds a certificate revocation list (PEM or DER), in the place of an older one of its issuer.
     *
     * @return its issuer
     */
    String addRevocations(Path file) throws PackException;

    Policy policy() throws PackException;

    void setPolicy(Policy policy) throws PackException;

    /** Which packs may be installed. A pack that was changed after it was signed never may. */
    enum Policy {
        /** Packs with Java or expressions must be signed by somebody trusted; others need not be signed, but if they are, then so. */
        SIGNED_CODE,
        /** All packs must be signed by somebody trusted. */
        SIGNED_ONLY,
        /** Those that are not are asked about; revoked ones are refused. */
        ASK,
        /** All. */
        ANY
    }

    /** @param fingerprint SHA-256 of the encoded certificate, hexadecimal */
    record Certificate(String fingerprint, X509Certificate x509) {}
}
