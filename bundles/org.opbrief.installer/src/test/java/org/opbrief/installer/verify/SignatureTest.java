package org.opbrief.installer.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.pack.PackException;
import org.opbrief.api.pack.Signature;
import org.opbrief.api.pack.Signature.Verdict;
import org.opbrief.installer.trust.TrustFolder;

class SignatureTest {

    @TempDir
    private Path folder;

    private TrustFolder trust;

    @BeforeEach
    void noTrust() {
        trust = new TrustFolder(folder.resolve("trust"));
    }

    private void trust(String alias) throws PackException, IOException {
        trust.add(trust.read(TestKeys.shared().pem(alias)));
    }

    private Signature signature(String alias) throws PackException, IOException {
        return signature(TestJar.pack().sign(alias, folder.resolve("visits.jar")));
    }

    private Signature signature(Path jar) throws PackException {
        return new Verifier(trust, TestKeys.CLOCK).verify(jar).signature();
    }

    private String refusal(TestJar jar) throws IOException {
        return refusal(jar.write(folder.resolve("visits.jar")));
    }

    private String refusal(Path jar) {
        return assertThrows(PackException.class, () -> signature(jar)).getMessage();
    }

    private TestJar signed() throws IOException {
        return TestJar.pack().signed("desk", folder.resolve("signed.jar"));
    }

    private void assertSignature(Verdict verdict, String detail, Signature signature) {
        assertEquals(verdict, signature.verdict(), signature.detail());
        assertEquals(detail, signature.detail());
    }

    @Test
    void a_pack_without_a_signature_is_unsigned() throws Exception {
        assertEquals(Signature.NONE, signature(TestJar.pack().write(folder.resolve("visits.jar"))));
    }

    @Test
    void a_signer_below_a_trusted_root_is_trusted() throws Exception {
        trust("root");
        Signature signature = signature("desk");
        assertSignature(Verdict.TRUSTED, "this workspace trusts its issuer CN=Example root", signature);
        assertEquals("CN=Report desk, O=Example", signature.signer());
        assertEquals(64, signature.fingerprint().length());
    }

    @Test
    void a_signer_below_a_trusted_intermediate_is_trusted() throws Exception {
        trust("inter");
        assertSignature(Verdict.TRUSTED, "this workspace trusts its issuer CN=Example issuing", signature("desk"));
    }

    @Test
    void a_trusted_signer_is_trusted() throws Exception {
        trust("solo");
        assertSignature(Verdict.TRUSTED, "this workspace trusts its certificate", signature("solo"));
    }

    @Test
    void an_unknown_signer_is_told_with_the_issuer() throws Exception {
        trust("solo");
        assertSignature(
                Verdict.UNKNOWN,
                "the certificate leads to CN=Example root, which this workspace does not trust",
                signature("desk"));
    }

    @Test
    void one_changed_byte_is_named() throws Exception {
        TestJar jar = signed().with(TestJar.DEFINITION, "id: visiT\n");
        assertEquals(
                "visits.jar: \"OPBRIEF-INF/datasets/visit.yaml\" was changed after the pack was signed; do not install it, get it again from its author.",
                refusal(jar));
    }

    @Test
    void an_added_entry_is_named() throws Exception {
        assertEquals(
                "visits.jar: \"OPBRIEF-INF/more.yaml\" was added after the pack was signed; do not install it, get it again from its author.",
                refusal(signed().with("OPBRIEF-INF/more.yaml", "id: more\n")));
    }

    @Test
    void a_removed_entry_is_named() throws Exception {
        assertEquals(
                "visits.jar: \"OPBRIEF-INF/datasets/visit.yaml\" was removed after the pack was signed; do not install it, get it again from its author.",
                refusal(signed().without(TestJar.DEFINITION)));
    }

    @Test
    void a_changed_manifest_is_told() throws Exception {
        TestJar jar = signed();
        String manifest = new String(jar.get(TestJar.MANIFEST), StandardCharsets.UTF_8);
        assertEquals(
                "visits.jar: META-INF/MANIFEST.MF was changed after the pack was signed; do not install it, get it again from its author.",
                refusal(jar.with(TestJar.MANIFEST, manifest.replace("1.0.0", "1.0.1"))));
    }

    @Test
    void an_expired_certificate_is_told_with_its_last_day() throws Exception {
        trust("root");
        assertSignature(Verdict.EXPIRED, "the certificate expired on 2025-03-01", signature("old"));
    }

    @Test
    void an_expired_certificate_that_is_trusted_itself_is_still_expired() throws Exception {
        trust("old");
        assertSignature(Verdict.EXPIRED, "the certificate expired on 2025-03-01", signature("old"));
    }

    @Test
    void an_expired_certificate_of_an_unknown_signer_is_told_as_both() throws Exception {
        assertSignature(
                Verdict.EXPIRED,
                "the certificate expired on 2025-03-01, and this workspace does not trust it",
                signature("oldsolo"));
    }

    @Test
    void a_certificate_of_the_future_is_told_with_its_first_day() throws Exception {
        trust("root");
        assertSignature(Verdict.NOT_YET_VALID, "the certificate is not valid before 2027-01-01", signature("future"));
    }

    @Test
    void a_self_signed_certificate_is_told_apart_from_an_unknown_one() throws Exception {
        trust("root");
        assertSignature(
                Verdict.SELF_SIGNED,
                "the certificate vouches only for itself, and this workspace does not trust it",
                signature("solo"));
    }

    @Test
    void a_revoked_certificate_is_told_with_the_day() throws Exception {
        trust("root");
        trust.addRevocations(TestKeys.shared().list("inter"));
        assertSignature(
                Verdict.REVOKED,
                "the certificate was revoked on 2026-06-01 because its key was stolen",
                signature("former"));
        assertSignature(Verdict.TRUSTED, "this workspace trusts its issuer CN=Example root", signature("desk"));
    }

    @Test
    void a_revoked_certificate_is_revoked_although_it_is_trusted_itself() throws Exception {
        trust("former");
        trust.addRevocations(TestKeys.shared().list("inter"));
        assertEquals(Verdict.REVOKED, signature("former").verdict());
    }

    @Test
    void a_revoked_issuer_is_named() throws Exception {
        trust("root");
        trust.addRevocations(TestKeys.shared().list("root"));
        assertSignature(
                Verdict.REVOKED,
                "the certificate of CN=Example issuing above it was revoked on 2026-06-01",
                signature("desk"));
    }

    @Test
    void a_revocation_list_that_is_out_of_date_is_told() throws Exception {
        trust("root");
        trust.addRevocations(TestKeys.shared().list("stale"));
        Signature signature = signature("desk");
        assertSignature(Verdict.TRUSTED, "this workspace trusts its issuer CN=Example root", signature);
        assertEquals(
                List.of(
                        "The revocation list of CN=Example issuing is out of date since 2025-01-31: add a newer one with \"opbrief trust revocations FILE\"."),
                signature.remarks());
    }

    @Test
    void a_revocation_list_with_the_issuers_name_and_another_key_revokes_nothing() throws Exception {
        trust("root");
        trust.addRevocations(TestKeys.shared().list("forged"));
        Signature signature = signature("desk");
        assertSignature(Verdict.TRUSTED, "this workspace trusts its issuer CN=Example root", signature);
        assertEquals(
                List.of(
                        "The revocation list of CN=Example issuing is not signed by it and was not used: add one that is, with \"opbrief trust revocations FILE\"."),
                signature.remarks());
    }

    @Test
    void an_issuer_with_the_name_of_a_trusted_one_and_another_key_is_unknown() throws Exception {
        trust("double");
        assertEquals(Verdict.UNKNOWN, signature("desk").verdict());
    }

    @Test
    void a_certificate_of_a_web_server_signs_no_pack() throws Exception {
        trust("root");
        assertSignature(Verdict.UNSUITABLE, "the certificate is not made for signing code", signature("server"));
        assertEquals(
                "visits.jar: it is signed by CN=Encrypter, whose certificate is not made for signing, so the signature proves nothing; ask its author to sign it with another.",
                refusal(TestJar.pack().sign("sealed", folder.resolve("visits.jar"))));
    }

    @Test
    void a_signer_cannot_issue_certificates() throws Exception {
        trust("root");
        assertSignature(
                Verdict.UNSUITABLE,
                "the certificate of CN=Report desk, O=Example above it may not issue certificates",
                signature("lent"));
        trust.remove(trust.certificates().get(0).fingerprint());
        trust("desk");
        assertSignature(
                Verdict.UNSUITABLE,
                "CN=Report desk, O=Example, which this workspace trusts, may not issue certificates",
                signature("lent"));
    }

    @Test
    void a_signature_of_a_short_key_proves_nothing() throws Exception {
        trust("weak");
        assertEquals(
                "visits.jar: it is signed with an algorithm or a key length (RSA, 512 bits) that is no longer safe, so the signature proves nothing; ask its author to sign it again.",
                refusal(TestJar.pack().sign("weak", folder.resolve("visits.jar"))));
    }

    @Test
    void a_signature_with_md5_proves_nothing() throws Exception {
        trust("desk");
        assertEquals(
                "visits.jar: it is signed with an algorithm or a key length (MD5) that is no longer safe, so the signature proves nothing; ask its author to sign it again.",
                refusal(TestJar.pack().sign("desk", folder.resolve("visits.jar"), "MD5")));
    }

    @Test
    void a_damaged_signature_file_is_told() throws Exception {
        TestJar jar = signed();
        byte[] block = jar.get("META-INF/DESK.EC");
        block[10] ^= 0x55;
        assertEquals(
                "visits.jar: its signature cannot be read, META-INF/DESK (.RSA, .EC or .DSA) is damaged; do not install it, get it again from its author.",
                refusal(jar));
        assertEquals(
                "visits.jar: its signature cannot be read, META-INF/DESK.SF is damaged; do not install it, get it again from its author.",
                refusal(signed().with("META-INF/DESK.SF", "no signature file")));
    }

    @Test
    void a_signature_file_that_was_changed_does_not_fit_its_signature() throws Exception {
        TestJar jar = signed();
        String listing = new String(jar.get("META-INF/DESK.SF"), StandardCharsets.UTF_8);
        assertEquals(
                "visits.jar: its signature does not fit: META-INF/DESK.SF or the file beside it was changed after it was made; do not install it, get it again from its author.",
                refusal(jar.with("META-INF/DESK.SF", listing.replace("Created-By", "Changed-By"))));
    }

    @Test
    void a_signature_of_another_pack_does_not_fit() throws Exception {
        TestJar other = TestJar.pack("Bundle-Name", "Other").signed("desk", folder.resolve("other.jar"));
        assertEquals(
                "visits.jar: META-INF/MANIFEST.MF was changed after the pack was signed; do not install it, get it again from its author.",
                refusal(signed().with("META-INF/DESK.SF", other.get("META-INF/DESK.SF"))
                        .with("META-INF/DESK.EC", other.get("META-INF/DESK.EC"))));
    }

    @Test
    void a_signature_that_was_cut_is_told() throws Exception {
        assertEquals(
                "visits.jar: its signature is incomplete, META-INF/DESK.SF has no META-INF/DESK.RSA, .EC or .DSA beside it; do not install it, get it again from its author.",
                refusal(signed().without("META-INF/DESK.EC")));
        assertEquals(
                "visits.jar: its signature is incomplete, META-INF/DESK.SF is missing; do not install it, get it again from its author.",
                refusal(signed().without("META-INF/DESK.SF")));
    }

    @Test
    void a_signature_that_was_taken_out_is_noticed() throws Exception {
        TestJar jar = signed().without("META-INF/DESK.SF").without("META-INF/DESK.EC");
        assertSignature(
                Verdict.UNSIGNED,
                "it is not signed: it was, and its signature was taken out",
                signature(jar.write(folder.resolve("visits.jar"))));
    }

    @Test
    void a_file_among_the_signature_files_is_not_signed_by_being_there() throws Exception {
        assertEquals(
                "visits.jar: \"META-INF/SIG-MORE\" was added after the pack was signed; do not install it, get it again from its author.",
                refusal(signed().with("META-INF/SIG-MORE", "more")));
    }

    @Test
    void of_two_signers_of_all_the_trusted_one_counts() throws Exception {
        trust("root");
        Path jar = signed().sign("solo", folder.resolve("visits.jar"));
        Signature signature = signature(jar);
        assertEquals(Verdict.TRUSTED, signature.verdict(), signature.detail());
        assertEquals("CN=Report desk, O=Example", signature.signer());
    }

    @Test
    void of_two_signers_of_all_a_revoked_one_counts_more() throws Exception {
        trust("solo");
        trust.addRevocations(TestKeys.shared().list("inter"));
        Path jar =
                TestJar.pack().signed("former", folder.resolve("once.jar")).sign("solo", folder.resolve("visits.jar"));
        assertEquals(Verdict.REVOKED, signature(jar).verdict());
    }

    @Test
    void a_second_signer_cannot_add_to_what_the_first_signed() throws Exception {
        trust("root");
        Path jar = signed().with("OPBRIEF-INF/more.yaml", "id: more\n").sign("solo", folder.resolve("visits.jar"));
        assertEquals(
                "visits.jar: it is signed more than once, and META-INF/MANIFEST.MF was changed after META-INF/DESK.SF was made; all must sign the same, ask its author to sign it again.",
                refusal(jar));
    }
}
