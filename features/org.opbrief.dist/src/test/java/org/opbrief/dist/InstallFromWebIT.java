package org.opbrief.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packs are installed from a web server, which may have none, too much, or something else. */
class InstallFromWebIT {

    @TempDir
    private Path folder;

    private Path published;
    private Workspace workspace;
    private WebServer web;

    @BeforeEach
    void publish() throws Exception {
        workspace = Workspace.in(folder.resolve("W"));
        published = Files.createDirectories(folder.resolve("published"));
        PackJar.visits("1.0.0").write(published.resolve("visits.jar"));
        web = new WebServer(published);
    }

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void aPackIsInstalledFromItsAddress() throws Exception {
        String said = workspace.does("install", web.address("visits.jar"));
        assertTrue(said.contains("Install org.example.visits 1.0.0, from " + web.address("visits.jar")), said);
        assertTrue(workspace.does("reports").contains("visits: Visits of 1.0.0"));
        String lock = Files.readString(workspace.lock());
        assertTrue(lock.contains(Snapshot.sha256(published.resolve("visits.jar"))), lock);
        assertTrue(lock.contains(web.address("visits.jar")), lock);
    }

    @Test
    void aPackIsInstalledAndUpdatedByItsNameWithWhatItNeeds() throws Exception {
        PackJar.report("org.example.counts", "counts", "visit").write(published.resolve("counts.jar"));
        workspace.does("repo", "index", published);
        String said = workspace.does("install", "org.example.counts", "--repo", web.address(""));
        assertTrue(said.contains("Installed org.example.visits 1.0.0."), said);
        assertTrue(said.contains("Installed org.example.counts 1.0.0."), said);
        assertTrue(workspace.does("reports").contains("counts: Counted"));

        PackJar.visits("1.1.0").write(published.resolve("visits-1.1.0.jar"));
        workspace.does("repo", "index", published);
        workspace.does("update", "--repo", web.address("index.xml"));
        assertTrue(workspace.does("reports").contains("visits: Visits of 1.1.0"));
    }

    @Test
    void whatCannotBeHadIsRefused() throws Exception {
        workspace.does("install", PackJar.visits("0.9.0").write(folder.resolve("visits.jar")));
        refused(
                web.address("absent.jar") + " cannot be fetched: the server does not have it.",
                web.address("absent.jar"));
        refused(
                web.address("absent/index.xml") + " cannot be fetched: the server does not have it.",
                "org.example.visits",
                "--repo",
                web.address("absent"));
        refused(
                web.address("endless/visits.jar") + " is larger than 512 MiB, which no pack is.",
                web.address("endless/visits.jar"));
        refused(
                web.address("endless/index.xml") + " is larger than 64 MiB, which no pack is.",
                "org.example.visits",
                "--repo",
                web.address("endless"));
    }

    @Test
    void aFileThatIsNotTheOneOfTheIndexIsRefused() throws Exception {
        workspace.does("install", PackJar.visits("0.9.0").write(folder.resolve("visits.jar")));
        workspace.does("repo", "index", published);
        String indexed = Snapshot.sha256(published.resolve("visits.jar"));
        PackJar.visits("1.0.0").file("notes.txt", "other").write(published.resolve("visits.jar"));
        refused(
                web.address("visits.jar") + " is not the file that the repository's index names (SHA-256 " + indexed
                        + "): it was changed, or the index is out of date.",
                "org.example.visits",
                "--repo",
                web.address(""));
    }

    @Test
    void aFileThatIsNotTheOneThatWasInstalledIsRefused() throws Exception {
        workspace.does("install", web.address("visits.jar"));
        PackJar.visits("1.0.0").file("notes.txt", "other").write(published.resolve("visits.jar"));
        workspace.refuses(
                "org.example.visits 1.0.0 is installed already, with other content",
                "install",
                "--yes",
                web.address("visits.jar"));
    }

    private void refused(String sentence, String... arguments) throws Exception {
        Object[] all = new Object[arguments.length + 2];
        all[0] = "install";
        all[1] = "--yes";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        assertEquals("opbrief: " + sentence, workspace.refuses("", all).complaint());
    }
}
