package org.opbrief.installer.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.pack.PackException;
import org.opbrief.api.pack.Trust.Certificate;
import org.opbrief.api.pack.Trust.Policy;
import org.opbrief.installer.verify.TestJar;
import org.opbrief.installer.verify.TestKeys;

class TrustFolderTest {

    private static final TestKeys KEYS = TestKeys.shared();

    @TempDir
    private Path folder;

    private TrustFolder trust() {
        return new TrustFolder(folder.resolve("packs/trust"));
    }

    private static String fingerprint(String alias) {
        return Certificates.fingerprint(KEYS.certificate(alias));
    }

    private Certificate add(String alias) throws PackException, IOException {
        Certificate certificate = trust().read(KEYS.pem(alias));
        trust().add(certificate);
        return certificate;
    }

    private String refusal(Executable action) {
        return assertThrows(PackException.class, action).getMessage().replace(folder.toString(), "…");
    }

    private String unreadable(String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        return refusal(() -> trust().read(file));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("packs/trust"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void an_absent_folder_trusts_nobody_and_is_not_made() throws Exception {
        assertEquals(List.of(), trust().certificates());
        assertEquals(Policy.SIGNED_CODE, trust().policy());
        assertEquals(new Trusted(List.of(), List.of()), trust().load());
        trust().setPolicy(Policy.SIGNED_CODE);
        refusal(() -> trust().remove("abcd"));
        assertFalse(Files.exists(folder.resolve("packs")));
    }

    @Test
    void a_certificate_is_kept_as_pem_under_its_fingerprint() throws Exception {
        Certificate root = add("root");
        assertEquals(fingerprint("root"), root.fingerprint());
        assertEquals(List.of(root.fingerprint() + ".cer"), files());
        String text = Files.readString(folder.resolve("packs/trust/" + root.fingerprint() + ".cer"));
        assertTrue(text.startsWith("-----BEGIN CERTIFICATE-----\n"), text);
        assertEquals(List.of(root), trust().certificates());
    }

    @Test
    void a_certificate_that_is_there_is_not_written_again() throws Exception {
        Certificate root = add("root");
        Path file = folder.resolve("packs/trust").resolve(root.fingerprint() + ".cer");
        Path renamed = Files.move(file, file.resolveSibling("ours.cer"));
        add("root");
        assertEquals(List.of("ours.cer"), files());
        assertEquals(root, trust().remove(root.fingerprint()));
        assertFalse(Files.exists(renamed));
    }

    @Test
    void certificates_are_told_by_subject() throws Exception {
        add("solo");
        add("root");
        add("desk");
        assertEquals(
                List.of("CN=Example root", "CN=Jo Analyst", "CN=Report desk, O=Example"),
                trust().certificates().stream()
                        .map(Certificate::x509)
                        .map(Certificates::subject)
                        .toList());
    }

    @Test
    void der_is_read_like_pem() throws Exception {
        Path file =
                Files.write(folder.resolve("a.der"), KEYS.certificate("root").getEncoded());
        assertEquals(fingerprint("root"), trust().read(file).fingerprint());
    }

    @Test
    void a_signed_pack_stands_for_its_signer() throws Exception {
        Path jar = TestJar.pack().sign("desk", folder.resolve("visits.jar"));
        assertEquals(fingerprint("desk"), trust().read(jar).fingerprint());
        assertFalse(Files.exists(folder.resolve("packs")));
    }

    @Test
    void a_pack_without_one_signer_does_not() throws Exception {
        Path unsigned = TestJar.pack().write(folder.resolve("unsigned.jar"));
        assertEquals(
                "…/unsigned.jar is not signed, so there is nobody to trust; ask its author for the certificate.",
                refusal(() -> trust().read(unsigned)));
        Path twice =
                TestJar.pack().signed("desk", folder.resolve("once.jar")).sign("solo", folder.resolve("twice.jar"));
        assertEquals(
                "…/twice.jar is signed by 2, CN=Jo Analyst; CN=Report desk, O=Example; give the one that is meant in a file of its own.",
                refusal(() -> trust().read(twice)));
        Path changed = TestJar.pack()
                .signed("desk", folder.resolve("once.jar"))
                .with("OPBRIEF-INF/more.yaml", "id: more")
                .write(folder.resolve("changed.jar"));
        assertEquals(
                "…/changed.jar: \"OPBRIEF-INF/more.yaml\" was added after the pack was signed; do not install it, get it again from its author.",
                refusal(() -> trust().read(changed)));
    }

    @Test
    void what_is_no_certificate_is_told_by_what_it_is() throws Exception {
        assertEquals("There is no file …/absent.cer.", refusal(() -> trust().read(folder.resolve("absent.cer"))));
        assertEquals("… is a folder; give a file.", refusal(() -> trust().read(folder)));
        assertEquals("…/a is empty; give a certificate as PEM or DER, or a signed pack.", unreadable("a", new byte[0]));
        assertEquals(
                "…/a is no certificate that can be read; give one as PEM or DER, or a signed pack.",
                unreadable("a", "hello\n".getBytes()));
        assertEquals(
                "…/a has a private key, which belongs to its owner alone; export its certificate with \"keytool -exportcert -rfc\".",
                unreadable("a", "-----BEGIN PRIVATE KEY-----\nMII=\n-----END PRIVATE KEY-----\n".getBytes()));
        assertEquals(
                "…/a is a request for a certificate; give the certificate that was issued for it.",
                unreadable(
                        "a",
                        "-----BEGIN CERTIFICATE REQUEST-----\nMII=\n-----END CERTIFICATE REQUEST-----\n".getBytes()));
        assertEquals(
                "…/a is a revocation list, which says whom not to trust; give it to \"opbrief trust revocations\".",
                unreadable("a", Files.readAllBytes(KEYS.list("inter"))));
        assertEquals(
                "…/a is a keystore with somebody's key; export its certificate with \"keytool -exportcert -rfc\".",
                unreadable("a", Files.readAllBytes(KEYS.store())));
        assertEquals(
                "…/a has 2 certificates, of CN=Example root; CN=Report desk, O=Example; give the one that is meant in a file of its own.",
                unreadable("a", (Files.readString(KEYS.pem("root")) + Files.readString(KEYS.pem("desk"))).getBytes()));
        assertEquals(
                "…/a is larger than 1 MiB, so it is not what is wanted here; give a certificate or a list of them.",
                unreadable("a", new byte[(1 << 20) + 4]));
    }

    @Test
    void a_certificate_is_removed_by_the_beginning_of_its_fingerprint() throws Exception {
        Certificate root = add("root");
        Certificate desk = add("desk");
        String start = desk.fingerprint().substring(0, 8).toUpperCase();
        assertEquals(desk, trust().remove(start.substring(0, 2) + ":" + start.substring(2)));
        assertEquals(List.of(root), trust().certificates());
    }

    @Test
    void a_fingerprint_that_fits_none_or_many_removes_nothing() throws Exception {
        Certificate root = add("root");
        assertEquals(
                "\"x\" is no fingerprint; give the first 4 or more of its hexadecimal digits, as \"opbrief trust list\" shows them.",
                refusal(() -> trust().remove("x")));
        String other = root.fingerprint().startsWith("0000") ? "1111" : "0000";
        assertEquals(
                "No trusted certificate has a fingerprint that begins with " + other
                        + "; \"opbrief trust list\" shows them.",
                refusal(() -> trust().remove(other)));
        assertEquals(List.of(root), trust().certificates());
    }

    @Test
    void a_revocation_list_takes_the_place_of_an_older_one_of_its_issuer() throws Exception {
        assertEquals("CN=Example issuing", trust().addRevocations(KEYS.list("inter")));
        assertEquals("CN=Example issuing", trust().addRevocations(KEYS.list("later")));
        assertEquals("CN=Example root", trust().addRevocations(KEYS.list("root")));
        assertEquals(2, files().size());
        assertEquals(
                List.of("2026-06-01", "2026-06-10"),
                trust().load().revocations().stream()
                        .map(list -> Certificates.date(list.getThisUpdate()).toString())
                        .sorted()
                        .toList());
    }

    @Test
    void an_older_revocation_list_is_refused() throws Exception {
        trust().addRevocations(KEYS.list("later"));
        assertEquals(
                KEYS.list("inter")
                        + " is from 2026-06-01, older than the list of CN=Example issuing that is there, which is from 2026-06-10; it was not taken.",
                refusal(() -> trust().addRevocations(KEYS.list("inter"))));
    }

    @Test
    void a_revocation_list_that_a_trusted_issuer_did_not_sign_is_refused() throws Exception {
        add("inter");
        assertEquals(
                KEYS.list("forged")
                        + " says that it is from CN=Example issuing, but is not signed with the key of the certificate that this workspace trusts; get it again from its issuer.",
                refusal(() -> trust().addRevocations(KEYS.list("forged"))));
        assertEquals(1, files().size());
    }

    @Test
    void what_is_no_revocation_list_is_told() throws Exception {
        Path root = KEYS.pem("root");
        assertEquals(
                root + " is no revocation list that can be read; give one as PEM or DER.",
                refusal(() -> trust().addRevocations(root)));
    }

    @Test
    void the_policy_is_one_word_in_a_file() throws Exception {
        for (Policy policy : Policy.values()) {
            trust().setPolicy(policy);
            assertEquals(policy, trust().policy());
        }
        assertEquals("any\n", Files.readString(folder.resolve("packs/trust/policy")));
        assertEquals(List.of("policy"), files());
    }

    @Test
    void a_word_that_is_no_policy_is_told_with_those_that_are() throws Exception {
        Files.createDirectories(folder.resolve("packs/trust"));
        Files.writeString(folder.resolve("packs/trust/policy"), "whatever\n");
        assertEquals(
                "…/packs/trust/policy: \"whatever\" is no policy; write one of signed-code, signed-only, ask, any.",
                refusal(() -> trust().policy()));
    }

    @Test
    void a_damaged_certificate_in_the_folder_is_named() throws Exception {
        add("root");
        Files.writeString(folder.resolve("packs/trust/other.cer"), "damaged");
        assertEquals(
                "…/packs/trust/other.cer is no certificate that can be read; give one as PEM or DER, or a signed pack.",
                refusal(() -> trust().load()));
    }

    @Test
    void what_cannot_be_written_leaves_nothing_behind() throws Exception {
        Path file = Files.writeString(folder.resolve("packs"), "a file where the folder should be");
        Certificate root = trust().read(KEYS.pem("root"));
        String message = refusal(() -> trust().add(root));
        assertTrue(message.startsWith("…/packs/trust"), message);
        assertEquals("a file where the folder should be", Files.readString(file));
    }

    @Test
    void what_a_killed_process_left_is_removed_by_the_next_change() throws Exception {
        add("root");
        Files.writeString(folder.resolve("packs/trust/policy.unfinished"), "a");
        Files.writeString(folder.resolve("packs/trust/0000.cer.unfinished"), "-----BEG");
        assertEquals(1, trust().certificates().size());
        trust().setPolicy(Policy.ASK);
        assertEquals(List.of(fingerprint("root") + ".cer", "policy"), files());
    }

    @Test
    void a_name_cannot_move_the_cursor() {
        X509Certificate root = KEYS.certificate("root");
        assertEquals("CN=Example root", Certificates.subject(root));
        assertEquals("a?[31mb?", Certificates.plain("a\u001b[31mb\u202e"));
    }
}
