package org.opbrief.workbench.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.opbrief.api.pack.Signature;
import org.opbrief.api.pack.Signature.Verdict;

class PackWordsTest {

    @Test
    void whatIsToBeSeenToIsToldOfATrustedSignerToo() {
        Signature signature = new Signature(
                Verdict.TRUSTED,
                "CN=Report desk",
                "00ff",
                "this workspace trusts its certificate",
                List.of("The revocation list of CN=Issuer is out of date; add a newer one."));
        assertEquals(
                "Signed by CN=Report desk, whom this workspace trusts."
                        + " The revocation list of CN=Issuer is out of date; add a newer one.",
                PackWords.signed(signature));
    }

    @Test
    void whyASignerIsNotTrustedIsToldWithTheFingerprintToCompare() {
        Signature signature =
                new Signature(Verdict.EXPIRED, "CN=Report desk", "00ff11ee", "the certificate expired on 2025-03-01.");
        assertEquals(
                "Signed by CN=Report desk, not trusted: the certificate expired on 2025-03-01."
                        + " SHA-256 of the certificate: 00ff 11ee",
                PackWords.signed(signature));
    }
}
