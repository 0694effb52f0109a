package org.opbrief.api.pack;

import java.util.List;

/**
 * Who signed a pack, and what that is worth in a workspace.
 *
 * @param signer subject of the certificate, e.g. {@code CN=Report desk, O=Example}; empty if unsigned
 * @param fingerprint SHA-256 of the signer's certificate, hexadecimal; empty if unsigned
 * @param detail the verdict in words, e.g. {@code the certificate expired on 2025-03-01}
 * @param remarks sentences about what an administrator should see to, whatever the verdict, e.g. that a revocation list is out of date
 */
public record Signature(Verdict verdict, String signer, String fingerprint, String detail, List<String> remarks) {

    public Signature {
        remarks = List.copyOf(remarks);
    }

    /** Without remarks. */
    public Signature(Verdict verdict, String signer, String fingerprint, String detail) {
        this(verdict, signer, fingerprint, detail, List.of());
    }

    public static final Signature NONE = new Signature(Verdict.UNSIGNED, "", "", "it is not signed");

    /** What a signature is worth. A signature that does not fit the content is none of these: such a pack is refused. */
    public enum Verdict {
        /** Nobody signed it. */
        UNSIGNED,
        /** The certificate leads to one that the workspace trusts. */
        TRUSTED,
        /** The certificate leads to none that the workspace trusts. */
        UNKNOWN,
        /** The certificate vouches for itself, and the workspace does not trust it. */
        SELF_SIGNED,
        EXPIRED,
        NOT_YET_VALID,
        /** The certificate, or one above it, is not made for this: not for signing code, not for issuing certificates, or no longer safe. */
        UNSUITABLE,
        /** A revocation list of the workspace names the certificate, or one above it. */
        REVOKED
    }
}
