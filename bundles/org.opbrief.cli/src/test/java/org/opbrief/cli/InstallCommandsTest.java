package org.opbrief.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.pack.Code;
import org.opbrief.api.pack.InstallPlan.Change;
import org.opbrief.api.pack.InstallPlan.Kind;
import org.opbrief.api.pack.InstalledPack;
import org.opbrief.api.pack.PackFile;
import org.opbrief.api.pack.PackStatus;
import org.opbrief.api.pack.Signature;
import org.opbrief.api.pack.Signature.Verdict;

class InstallCommandsTest {
    private static final Signature DESK = new Signature(
            Verdict.TRUSTED, "CN=Report desk", "0123", "this workspace trusts its issuer CN=Example root");
    private static final PackFile VISITS = FakeInstaller.file("org.example.visits", "1.0.0", DESK, Code.NONE);

    @TempDir
    Path root;

    private Cli cli;

    @BeforeEach
    void start() throws IOException {
        cli = new Cli(root);
    }

    @AfterEach
    void nothingStaysOpen() {
        assertEquals(0, cli.installer.open);
    }

    @Test
    void a_plan_without_questions_is_told_and_carried_out() {
        cli.installer.plan = FakeInstaller.plan(List.of(), List.of(), FakeInstaller.install(VISITS));
        assertEquals(0, cli.run("install", "visits.jar", "--repo", "R", "--workspace", "W"), cli.err);
        assertEquals("""
                Install org.example.visits 1.0.0, from visits.jar
                  Signed by CN=Report desk; this workspace trusts its issuer CN=Example root.
                  Brings report visits; data sets visit and port.
                  No Java code.
                Installed org.example.visits 1.0.0.
                Run it: opbrief --workspace W run visits
                Undo it: opbrief --workspace W rollback
                """, cli.out);
        assertEquals(List.of("install [visits.jar] [R]"), cli.installer.asked);
        assertEquals(List.of(cli.installer.plan), cli.installer.done);
        assertEquals(List.of(cli.folder.resolve("W")), cli.installer.opened);
    }

    @Test
    void a_plan_says_who_signed_what_is_code_what_is_needed_replaced_and_breaks() {
        Signature expired =
                new Signature(Verdict.EXPIRED, "CN=Other desk", "ab12", "the certificate expired on 2025-03-01.");
        PackFile java = FakeInstaller.file("org.example.visits", "1.1.0", expired, Code.JAVA);
        PackFile layout = FakeInstaller.file("org.example.ports", "0.9.0", Signature.NONE, Code.EXPRESSIONS);
        PackFile old = FakeInstaller.file("org.example.old", "3.0.0", DESK, Code.NONE);
        cli.installer.plan = FakeInstaller.disturbing(
                new Change(Kind.UPDATE, java, Optional.of("1.0.0"), "R"),
                new Change(Kind.DOWNGRADE, layout, Optional.of("1.0.0"), "ports.jar"),
                new Change(Kind.REMOVE, old, Optional.of("3.0.0"), ""));
        assertEquals(0, cli.run("update", "--repo", "R", "--dry-run"), cli.err);
        assertEquals("""
                Update org.example.visits from 1.0.0 to 1.1.0, from R
                  Signed by CN=Other desk, not trusted: the certificate expired on 2025-03-01 (SHA-256 of the
                    certificate: ab12).
                  Brings report visits; data sets visit and port; service OutputFormat.
                  Java code, which can do whatever Opbrief can do.
                  Needs data set seizure, given by org.opbrief.pack.operations 0.1.0, which is installed.
                Go back with org.example.ports from 1.0.0 to the older 0.9.0, from ports.jar
                  Not signed.
                  Brings report visits; data sets visit and port.
                  No Java code but the expressions of its layouts, which a filter confines.
                Remove org.example.old 3.0.0
                This would break:
                  The report ports reads the column quay, which visit has no longer.
                Nothing was changed, since this was a dry run.
                """, cli.out);
        assertEquals(List.of(), cli.installer.done);
        assertEquals(1, cli.run("update", "--repo", "R"));
        assertTrue(cli.err.startsWith("opbrief: This needs a yes, and nobody is at a terminal to give it"), cli.err);
        assertEquals(List.of(), cli.installer.done);
    }

    @Test
    void questions_want_a_yes() {
        cli.installer.plan = FakeInstaller.plan(
                List.of("org.example.visits is not signed."), List.of(), FakeInstaller.install(VISITS));
        assertEquals(1, cli.run("install", "visits.jar"));
        assertEquals(
                "opbrief: This needs a yes, and nobody is at a terminal to give it: read the plan, then run this again"
                        + " with --yes.\n",
                cli.err);
        assertTrue(cli.out.endsWith("To be agreed to:\n  org.example.visits is not signed.\n"), cli.out);
        cli.answers.add("");
        assertEquals(1, cli.run("install", "visits.jar"));
        assertEquals("Go on? [y/N] ", cli.err);
        assertTrue(cli.out.endsWith("Nothing was changed.\n"), cli.out);
        assertEquals(List.of(), cli.installer.done);
        cli.answers.add("Yes");
        assertEquals(0, cli.run("install", "visits.jar"));
        assertEquals(0, cli.run("install", "visits.jar", "--yes"));
        assertEquals("", cli.err);
        assertEquals(2, cli.installer.done.size());
    }

    @Test
    void refusals_change_nothing_whatever_is_agreed_to() {
        cli.installer.plan = FakeInstaller.plan(
                List.of(),
                List.of("org.example.visits 1.0.0 is not signed.", "It needs the data set visit."),
                FakeInstaller.install(VISITS));
        assertEquals(1, cli.run("install", "visits.jar", "--yes"));
        assertEquals(
                "opbrief: org.example.visits 1.0.0 is not signed.\nopbrief: It needs the data set visit.\n", cli.err);
        assertEquals(1, cli.run("install", "none.jar", "--yes"));
        assertEquals("opbrief: There is no pack none.jar: check its name and folder.\n", cli.err);
        assertEquals(List.of(), cli.installer.done);
    }

    @Test
    void what_is_wanted_may_come_from_a_lock_file() throws IOException {
        assertEquals(1, cli.run("install", "--lock", "packs.lock"));
        assertEquals(
                "opbrief: There is no file " + cli.folder.resolve("packs.lock")
                        + ": --lock wants the packs.lock of a workspace.\n",
                cli.err);
        cli.file("packs.lock", "{}");
        assertEquals(0, cli.run("install", "--lock", "packs.lock", "--repo", "A", "--repo", "B"));
        assertEquals(List.of("install [] [A, B] packs.lock"), cli.installer.asked);
        assertEquals("There is nothing to do: this is installed already.\n", cli.out);
    }

    @Test
    void a_pack_in_the_making_is_to_be_packed_first() throws IOException {
        cli.file("visits/pack.yaml", "name: visits");
        assertEquals(1, cli.run("install", "visits"));
        assertEquals(
                "opbrief: visits is a pack in the making: make it one file with opbrief pack visits, and install that.\n",
                cli.err);
    }

    @Test
    void packs_are_removed_and_changes_undone() {
        cli.installer.plan =
                FakeInstaller.plan(List.of(), List.of(), new Change(Kind.REMOVE, VISITS, Optional.of("1.0.0"), ""));
        assertEquals(0, cli.run("uninstall", "org.example.visits", "--with-dependents"));
        assertEquals("""
                Remove org.example.visits 1.0.0
                Removed org.example.visits 1.0.0.
                Undo it: opbrief rollback
                """, cli.out);
        cli.installer.add(status("org.example.visits", "1.1.0", false));
        cli.installer.plan = FakeInstaller.plan(
                List.of(), List.of(), new Change(Kind.DOWNGRADE, VISITS, Optional.of("1.1.0"), "packs"));
        assertEquals(0, cli.run("rollback"));
        assertTrue(cli.out.contains("Installed org.example.visits 1.0.0 in the place of 1.1.0.\n"), cli.out);
        assertEquals(List.of("uninstall [org.example.visits] true", "rollback"), cli.installer.asked);
    }

    @Test
    void a_rollback_is_undone_by_going_forward() {
        PackFile ports = FakeInstaller.file("org.example.ports", "2.0.0", DESK, Code.NONE);
        PackFile quays = FakeInstaller.file("org.example.quays", "3.0.0", DESK, Code.NONE);
        PackFile hello = FakeInstaller.file("org.opbrief.hello", "0.2.0", DESK, Code.NONE);
        cli.installer.add(status("org.example.ports", "2.0.0", false));
        cli.installer.add(status("org.example.visits", "1.1.0", false));
        cli.installer.add(status("org.opbrief.hello", "0.1.0", true));
        cli.installer.plan = FakeInstaller.plan(
                List.of(),
                List.of(),
                new Change(Kind.REMOVE, ports, Optional.of("2.0.0"), ""),
                new Change(Kind.DOWNGRADE, VISITS, Optional.of("1.1.0"), "packs"),
                new Change(Kind.INSTALL, quays, Optional.empty(), "packs"),
                new Change(Kind.UPDATE, hello, Optional.of("0.1.0"), "packs"));
        assertEquals(0, cli.run("rollback", "--workspace", "W"));
        assertTrue(cli.out.endsWith("""
                        Undo it: opbrief --workspace W install org.example.ports@2.0.0 org.example.visits@1.1.0
                        Undo it: opbrief --workspace W uninstall org.example.quays org.opbrief.hello
                        """), cli.out);
    }

    private static PackStatus status(String name, String version, boolean shipped) {
        return new PackStatus(
                new InstalledPack(name, version, Optional.empty(), List.of(), List.of(), List.of()),
                shipped,
                Optional.empty(),
                List.of());
    }

    @Test
    void packs_are_listed_with_the_reasons_of_those_that_are_not_used() {
        cli.installer.add(new PackStatus(
                new InstalledPack(
                        "org.example.visits",
                        "1.0.0",
                        Optional.empty(),
                        List.of("visits"),
                        List.of("visit"),
                        List.of()),
                false,
                Optional.of(VISITS),
                List.of("0.9.0", "0.8.0")));
        cli.installer.add(FakeInstaller.rejected("org.example.worn", "2.0.0", "its file was changed."));
        cli.installer.add(new PackStatus(
                new InstalledPack(
                        "org.opbrief.hello", "0.1.0", Optional.empty(), List.of("hello"), List.of(), List.of()),
                true,
                Optional.empty(),
                List.of()));
        assertEquals(0, cli.run("packs"));
        assertEquals("""
                pack                version  state      signer          reports
                org.example.visits  1.0.0    installed  CN=Report desk  visits
                org.example.worn    2.0.0    not used   unsigned        visits
                org.opbrief.hello   0.1.0    shipped                    hello

                Packs that are not used:
                  org.example.worn 2.0.0: its file was changed.

                Other versions that are kept ("opbrief install NAME@VERSION" brings one back, "opbrief packs prune" deletes them):
                  org.example.visits 0.9.0 and 0.8.0
                """, cli.out);
        assertEquals(0, cli.run("packs", "list", "--json"));
        assertTrue(cli.out.contains("\"signature\" : \"trusted\""), cli.out);
        assertTrue(cli.out.contains("\"earlier\" : [ \"0.9.0\", \"0.8.0\" ]"), cli.out);
        assertTrue(cli.out.contains("\"reason\" : \"its file was changed.\""), cli.out);
        assertEquals(0, cli.run("packs", "prune"));
        assertEquals("Deleted org.example.visits 0.9.0.\nDeleted org.example.visits 0.8.0.\n", cli.out);
    }

    @Test
    void a_signature_that_wants_a_look_is_told_in_words() {
        Signature stale = new Signature(
                Verdict.TRUSTED,
                "CN=Report desk",
                "0123",
                "this workspace trusts its certificate",
                List.of("The revocation list of CN=Example root is out of date since 2025-01-31: add a newer one."));
        Signature expired = new Signature(Verdict.EXPIRED, "CN=Old", "ab12", "the certificate expired on 2025-03-01");
        Signature stripped =
                new Signature(Verdict.UNSIGNED, "", "", "it is not signed: it was, and its signature was taken out");
        cli.installer.add(signed("org.example.a", stale));
        cli.installer.add(signed("org.example.b", expired));
        cli.installer.add(signed("org.example.c", stripped));
        cli.installer.add(signed("org.example.d", DESK));
        cli.installer.add(signed("org.example.e", Signature.NONE));
        assertEquals(0, cli.run("packs"));
        assertTrue(cli.out.endsWith("""

                        Signatures to look at:
                          org.example.a 1.0.0: Signed by CN=Report desk; this workspace trusts its certificate. The
                            revocation list of CN=Example root is out of date since 2025-01-31: add a newer one.
                          org.example.b 1.0.0: Signed by CN=Old, not trusted: the certificate expired on 2025-03-01 (SHA-256
                            of the certificate: ab12).
                          org.example.c 1.0.0: Not signed: it was, and its signature was taken out.
                        """), cli.out);
        assertEquals(0, cli.run("packs", "--json"));
        assertTrue(
                cli.out.contains("\"remarks\" : [ \"The revocation list of CN=Example root is out of date since"
                        + " 2025-01-31: add a newer one.\" ]"),
                cli.out);
        assertTrue(cli.out.contains("\"verdict\" : \"the certificate expired on 2025-03-01\""), cli.out);
    }

    private static PackStatus signed(String name, Signature signature) {
        return new PackStatus(
                new InstalledPack(name, "1.0.0", Optional.empty(), List.of(), List.of(), List.of()),
                false,
                Optional.of(FakeInstaller.file(name, "1.0.0", signature, Code.NONE)),
                List.of());
    }

    @Test
    void a_report_of_a_pack_that_is_not_used_says_why_it_is_not_there() {
        cli.installer.add(FakeInstaller.rejected("org.example.worn", "2.0.0", "its file was changed."));
        assertEquals(1, cli.run("run", "visits"));
        assertEquals(
                "opbrief: There is no report \"visits\", since its pack org.example.worn 2.0.0 is not used: its file was"
                        + " changed.\n",
                cli.err);
    }

    @Test
    void a_list_of_packs_that_cannot_be_read_is_told_by_every_command_that_uses_packs() {
        for (String command : new String[] {"reports", "data", "packs", "run operation", "trust"}) {
            assertEquals(1, cli.run(("--workspace damaged " + command).split(" ")), command);
            assertTrue(cli.err.endsWith("packs.lock, line 3: is no list of packs.\n"), cli.err);
        }
        assertEquals(0, cli.run("--workspace", "damaged", "version"));
    }

    @Test
    void repositories_are_made() {
        assertEquals(0, cli.run("repo", "index", "R"));
        assertEquals("R/index.xml: 2 packs.\n", cli.out);
        assertEquals(0, cli.run("repo", "bundle", "org.example.visits", "--repo", "R", "--out", "all.jar"));
        assertEquals("  org.example.ports 1.0.0\n  org.example.visits 1.0.0\nWritten: all.jar\n", cli.out);
        assertEquals(
                List.of("index " + cli.folder.resolve("R"), "bundle opbrief [org.example.visits] [R]"),
                cli.repositories.asked);
    }
}
