package org.opbrief.installer.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
                "visits.jar: \"OPBRIEF-INF/datasets/visit.yaml\" was changed after the pack was signed; do not install it, get it again from its author",
                refusal(jar));
    }

    @Test
    void an_added_entry_is_named() throws Exception {
        assertEquals(
                "visits.jar: \"OPBRIEF-INF/more.yaml\" was added after the pack was signed; do not install it, get it again from its author",
                refusal(signed().with("OPBRIEF-INF/more.yaml", "id: more\n")));
    }

    @Test
    void a_removed_entry_is_named() throws Exception {
        assertEquals(
                "visits.jar: \"OPBRIEF-INF/datasets/visit.yaml\" was removed after the pack was signed; do not install it, get it again from its author",
                refusal(signed().without(TestJar.DEFINITION)));
    }

    @Test
    void a_changed_manifest_is_told() throws Exception {
        TestJar jar = signed();
        String manifest = new String(jar.get(TestJar.MANIFEST), StandardCharsets.UTF_8);
        assertEquals(
                "visits.jar: META-INF/MANIFEST.MF was changed after the pack was signed; do not install it, get it again from its author",
                refusal(jar.with(TestJar.MANIFEST, manifest.replace("1.0.0", "1.0.1"))));
    }
}
