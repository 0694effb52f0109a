package org.opbrief.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.pack.Trust.Policy;

class TrustCommandsTest {
    private static final String FINGERPRINT = FakeTrust.certificate().fingerprint();
    private static final String SHOWN = """
            CN=Report desk, O=Example
              SHA-256: %s
              Issued by itself, valid from 2026-01-01 until 2027-01-01.
            """.formatted(FINGERPRINT.replaceAll("(.{4})(?=.)", "$1 "));

    @TempDir
    Path root;

    private Cli cli;

    @BeforeEach
    void start() throws IOException {
        cli = new Cli(root);
        cli.file("desk.pem", "");
    }

    @Test
    void a_certificate_is_shown_and_trusted_after_a_yes() {
        assertEquals(1, cli.run("trust", "add", "desk.pem"));
        assertEquals(SHOWN, cli.out);
        assertEquals(
                "opbrief: Trusting a certificate needs a yes, and nobody is at a terminal to give it: compare the"
                        + " SHA-256 with what its owner says, then run this again with --yes.\n",
                cli.err);
        cli.answers.add("n");
        assertEquals(1, cli.run("trust", "add", "desk.pem"));
        assertEquals(SHOWN + "Nothing was changed.\n", cli.out);
        assertEquals(List.of(), cli.installer.trust.certificates);
        cli.answers.add("y");
        assertEquals(0, cli.run("trust", "add", "desk.pem", "--workspace", "W"));
        assertEquals("Is this what its owner says, and do you trust its packs? [y/N] ", cli.err);
        assertEquals(SHOWN + "It is trusted in " + cli.folder.resolve("W") + " from now on.\n", cli.out);
        assertEquals(0, cli.run("trust", "add", "desk.pem", "--yes"));
        assertEquals(SHOWN + "It is trusted already.\n", cli.out);
        assertEquals(1, cli.installer.trust.certificates.size());
        assertEquals(0, cli.installer.open);
    }

    @Test
    void whom_the_workspace_trusts_is_listed() {
        assertEquals(0, cli.run("trust"));
        assertEquals("""
                Policy: signed-code, packs with Java or expressions must be signed by somebody trusted; others need not be signed, but if they are, then so.
                No certificate is trusted; to trust one: opbrief trust add FILE
                """, cli.out);
        cli.installer.trust.certificates.add(FakeTrust.certificate());
        assertEquals(0, cli.run("trust", "list"));
        assertTrue(cli.out.endsWith(SHOWN), cli.out);
        assertEquals(0, cli.run("trust", "--json"));
        assertTrue(cli.out.contains("\"fingerprint\" : \"" + FINGERPRINT + "\""), cli.out);
    }

    @Test
    void a_certificate_is_trusted_no_longer_by_the_beginning_of_its_fingerprint() {
        cli.installer.trust.certificates.add(FakeTrust.certificate());
        assertEquals(1, cli.run("trust", "remove", "xyz"));
        assertEquals("opbrief: No certificate that is trusted begins with xyz.\n", cli.err);
        String beginning = FINGERPRINT.substring(0, 4).toUpperCase() + " " + FINGERPRINT.substring(4, 6);
        assertEquals(0, cli.run("trust", "remove", beginning));
        assertEquals("No longer trusted: CN=Report desk, O=Example\n", cli.out);
        assertEquals(List.of(), cli.installer.trust.certificates);
    }

    @Test
    void the_policy_is_told_and_set() {
        assertEquals(0, cli.run("trust", "policy"));
        assertTrue(cli.out.startsWith("signed-code, "), cli.out);
        assertEquals(0, cli.run("trust", "policy", "signed-only"));
        assertEquals("signed-only, all packs must be signed by somebody trusted.\n", cli.out);
        assertEquals(Policy.SIGNED_ONLY, cli.installer.trust.policy());
        assertEquals(0, cli.run("trust", "revocations", "desk.crl", "--workspace", "W"));
        assertEquals(
                "The revocations of CN=Report desk, O=Example hold in " + cli.folder.resolve("W") + " from now on.\n",
                cli.out);
    }
}
