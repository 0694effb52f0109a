package org.opbrief.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packs are installed, updated, removed and brought back as an administrator does it. */
class InstallIT {

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void nameAWorkspace() {
        workspace = Workspace.in(folder.resolve("W"));
    }

    @Test
    void aJarMadeWithZipAndFourHeadersInstallsAndRuns() throws Exception {
        Path pack = Files.createDirectories(folder.resolve("pack"));
        for (Map.Entry<String, byte[]> entry : PackJar.read(
                        PackJar.visits("1.0.0").write(folder.resolve("tmp.jar")))
                .entrySet()) {
            Path file = pack.resolve(entry.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, entry.getValue());
        }
        Files.writeString(pack.resolve("META-INF/MANIFEST.MF"), """
                Manifest-Version: 1.0
                Bundle-ManifestVersion: 2
                Bundle-SymbolicName: org.example.visits
                Bundle-Version: 1.0.0
                Require-Capability: osgi.extender;filter:="(osgi.extender=opbrief.pack)"
                """);
        Path jar = folder.resolve("visits.jar");
        Process zip = new ProcessBuilder("zip", "-q", "-r", jar.toString(), ".")
                .directory(pack.toFile())
                .inheritIO()
                .start();
        assertEquals(0, zip.waitFor());

        String said = workspace.does("install", jar);
        assertTrue(said.contains("Install org.example.visits 1.0.0, from " + jar), said);
        assertTrue(said.contains("  Not signed.\n  Brings report visits; data set visit.\n  No Java code.\n"), said);
        assertTrue(workspace.does("reports").contains("visits: Visits of 1.0.0"));
        assertVisitsRun("Visits of 1.0.0");
    }

    private void assertVisitsRun(String title) throws IOException, InterruptedException {
        Path file = workspace.csv("visits.csv", "visit_id,place,people", "V-1,port,40", "V-2,airport,2", "V-3,port,1");
        workspace.does("import", file, "--as", "visit", "--as-of", "2026-01-31");
        workspace.does("run", "visits", "--out", folder.resolve("O"));
        List<String> texts = Workbooks.texts(folder.resolve("O/visits.xlsx"));
        assertTrue(texts.contains(title) && texts.contains("port"), texts.toString());
        assertTrue(Pdfs.text(folder.resolve("O/visits.pdf")).contains("43"));
        String traced = workspace.does("trace", folder.resolve("O/visits.manifest.json"), "people", "--rows");
        assertTrue(traced.contains("visits.csv, line 2, 40: V-1,port,40"), traced);
    }

    @Test
    void packsAreUpdatedRemovedBroughtBackAndPruned() throws Exception {
        Path repository = Files.createDirectories(folder.resolve("R"));
        PackJar.visits("1.0.0").write(repository.resolve("visits-1.0.0.jar"));
        workspace.does("repo", "index", repository);
        String installed = workspace.does("install", "org.example.visits", "--repo", repository);
        assertTrue(installed.contains("Installed org.example.visits 1.0.0."), installed);

        PackJar.visits("1.1.0").write(repository.resolve("visits-1.1.0.jar"));
        workspace.does("repo", "index", repository);
        Map<String, String> before = Snapshot.of(workspace.folder());
        String planned = workspace.does("update", "--repo", repository, "--dry-run");
        assertTrue(planned.contains("Update org.example.visits from 1.0.0 to 1.1.0"), planned);
        assertEquals(before, Snapshot.of(workspace.folder()));
        workspace.does("update", "org.example.visits", "--repo", repository);
        assertTrue(workspace.does("reports").contains("visits: Visits of 1.1.0"));
        String listed = workspace.does("packs");
        assertTrue(listed.matches("(?s).*org.example.visits +1.1.0 +installed +unsigned +visits\n.*"), listed);
        assertTrue(listed.contains("  org.example.visits 1.0.0\n"), listed);

        String back = workspace.does("rollback", "--yes");
        assertTrue(back.matches("(?s).*Undo it: .* install org.example.visits@1.1.0\n"), back);
        assertTrue(workspace.does("reports").contains("visits: Visits of 1.0.0"));
        assertTrue(workspace.does("packs").contains("  org.example.visits 1.1.0\n"));
        workspace.does("install", "org.example.visits@1.1.0");
        assertTrue(workspace.does("reports").contains("visits: Visits of 1.1.0"));
        workspace.does("rollback", "--yes");
        assertEquals(2, jars(workspace).size());
        workspace.does("uninstall", "org.example.visits");
        assertFalse(workspace.does("reports").contains("visits"));
        workspace.does("rollback", "--yes");
        assertTrue(workspace.does("reports").contains("visits: Visits of 1.0.0"));

        workspace.does("update", "--repo", repository);
        workspace.does("rollback", "--yes");
        String pruned = workspace.does("packs", "prune");
        assertTrue(pruned.contains("Deleted org.example.visits 1.1.0."), pruned);
        assertEquals(1, jars(workspace).size());
        workspace.refuses("no earlier|nothing|before", "rollback");
        assertTrue(workspace.does("packs", "--json").contains("\"version\" : \"1.0.0\""));
    }

    @Test
    void whatAPackNeedsComesAlongAndIsNotTakenAway() throws Exception {
        Path repository = Files.createDirectories(folder.resolve("R"));
        PackJar.visits("1.0.0").write(repository.resolve("visits.jar"));
        PackJar.report("org.example.counts", "counts", "visit").write(repository.resolve("counts.jar"));
        workspace.does("repo", "index", repository);
        String said = workspace.does("install", "org.example.counts", "--repo", repository);
        assertTrue(said.matches("(?s).*Needs data set .visit., given by org.example.visits 1.0.0.*"), said);
        assertTrue(said.contains("Installed org.example.visits 1.0.0."), said);
        workspace.refuses("org.example.counts", "uninstall", "org.example.visits");
        workspace.does("uninstall", "org.example.visits", "--with-dependents", "--yes");
        assertFalse(workspace.does("packs").contains("org.example"));
    }

    @Test
    void aSecondMachineInstallsTheSameBytes() throws Exception {
        Path repository = Files.createDirectories(folder.resolve("R"));
        Path jar = PackJar.visits("1.0.0").write(repository.resolve("visits.jar"));
        workspace.does("install", jar);
        workspace.does("repo", "index", repository);
        Workspace second = new Workspace(
                folder.resolve("second"),
                Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString()));
        second.does("install", "--lock", workspace.lock(), "--repo", repository, "--yes");
        assertEquals(jars(workspace), jars(second));
        assertTrue(second.does("reports").contains("visits: Visits of 1.0.0"));

        PackJar.visits("1.0.0").file("notes.txt", "other").write(jar);
        workspace.does("repo", "index", repository);
        Workspace third = Workspace.in(Files.createDirectories(folder.resolve("third")));
        third.refuses("SHA-256|bytes", "install", "--lock", workspace.lock(), "--repo", repository, "--yes");
    }

    /** The files of packs with their SHA-256. */
    private static Map<String, String> jars(Workspace of) throws IOException {
        Map<String, String> jars = new TreeMap<>(Snapshot.of(of.folder().resolve("packs")));
        jars.keySet().removeIf(name -> !name.endsWith(".jar"));
        assertFalse(jars.isEmpty());
        return jars;
    }

    @Test
    void oneFileHasAllThatAMachineWithoutANetworkNeeds() throws Exception {
        Path repository = Files.createDirectories(folder.resolve("R"));
        PackJar.visits("1.0.0").write(repository.resolve("visits.jar"));
        PackJar.report("org.example.counts", "counts", "visit").write(repository.resolve("counts.jar"));
        workspace.does("repo", "index", repository);
        Path all = folder.resolve("all.zip");
        String said = workspace.does("repo", "bundle", "org.example.counts", "--repo", repository, "--out", all);
        assertTrue(said.contains("org.example.counts 1.0.0") && said.contains("org.example.visits 1.0.0"), said);
        assertFalse(Files.exists(workspace.folder()), "Nothing was asked of the workspace");
        workspace.does("install", all);
        assertTrue(workspace.does("reports").contains("counts: Counted"));
    }

    @Test
    void theFrameworksCacheCanBeDeleted() throws Exception {
        Path cache = folder.resolve("cache");
        workspace = new Workspace(folder.resolve("W"), Map.of("XDG_CACHE_HOME", cache.toString()));
        workspace.does("install", PackJar.visits("1.0.0").write(folder.resolve("visits.jar")));
        Files.delete(folder.resolve("visits.jar"));
        String before = workspace.does("packs", "--json");
        assertTrue(Files.isDirectory(cache.resolve("opbrief")));
        Process removal = new ProcessBuilder("rm", "-rf", cache.toString()).start();
        assertEquals(0, removal.waitFor());
        assertEquals(before, workspace.does("packs", "--json"));
        assertTrue(workspace.does("reports").contains("visits: Visits of 1.0.0"));
    }

    @Test
    void aPackIsSignedTrustedAndInstalledWhereAllMustBe() throws Exception {
        Key desk = Key.selfSigned(folder, "desk", "-1d", 3650);
        workspace.does("trust", "policy", "signed-only");
        String trusted = workspace.does("trust", "add", desk.certificate(), "--yes");
        assertTrue(trusted.startsWith("CN=desk, O=Example\n  SHA-256: "), trusted);
        workspace.does("new", "report", folder.resolve("ports"), "--from", "seizure");
        Path jar = folder.resolve("ports.jar");
        Workspace withPassword = new Workspace(workspace.folder(), Map.of("OPBRIEF_KEYSTORE_PASSWORD", Key.PASSWORD));
        String packed = withPassword.does("pack", folder.resolve("ports"), "--sign", desk.keystore(), "--out", jar);
        assertTrue(packed.endsWith("SHA-256: " + Snapshot.sha256(jar) + "\n"), packed);
        String said = workspace.does("install", jar);
        assertTrue(said.contains("Signed by CN=desk, O=Example; this workspace trusts its certificate."), said);
        assertTrue(workspace.does("packs", "--json").contains("\"signature\" : \"trusted\""));
    }
}
