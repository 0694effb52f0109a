package org.opbrief.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.pack.InstallPlan;
import org.opbrief.api.pack.InstallRequest;
import org.opbrief.api.pack.PackException;
import org.opbrief.api.pack.WorkspacePacks;

/** Packs from repositories, bundled up, and as a lock file names them. */
class RepositoryTest {

    @TempDir
    private Path temp;

    private Path workspace;
    private Path repository;
    private SampleFramework opbrief;
    private WorkspacePacks open;

    @BeforeEach
    void start() throws Exception {
        workspace = temp.resolve("workspace");
        repository = temp.resolve("repository");
        opbrief = new SampleFramework(temp.resolve("cache"));
        open = opbrief.installer.open(workspace);
        SamplePack.data("visit", "1.0.0").in(repository);
        SamplePack.data("visit", "1.1.0").in(repository);
        SamplePack.report("visits", "visit", "1.0.0").in(repository.resolve("reports"));
        assertEquals(3, opbrief.repositories.index(repository));
    }

    @AfterEach
    void stop() throws Exception {
        opbrief.close();
    }

    @Test
    void theSamePacksGiveTheSameIndex() throws Exception {
        byte[] first = Files.readAllBytes(repository.resolve("index.xml"));
        opbrief.repositories.index(repository);
        assertEquals(new String(first), Files.readString(repository.resolve("index.xml")));
        String index = new String(first);
        assertTrue(index.contains("<repository xmlns=\"http://www.osgi.org/xmlns/repository/v1.0.0\""), index);
        assertTrue(index.contains("value=\"reports/org.example.visits-1.0.0.jar\""), index);
        assertTrue(index.contains("<attribute name=\"opbrief.dataset\" value=\"visit\">"), index);
    }

    @Test
    void aPackIsFoundByItsNameAndBringsAlongWhatItNeedsInTheNewestVersion() throws Exception {
        InstallPlan plan = open.plan(request("org.example.visits"));
        assertEquals(List.of(), plan.refusals());
        assertEquals(
                List.of("INSTALL org.example.visit 1.1.0", "INSTALL org.example.visits 1.0.0"),
                InstallTest.changes(plan));
        assertTrue(
                plan.needs().get(0).source().endsWith("repository/org.example.visit-1.1.0.jar"),
                plan.needs().toString());
        open.carryOut(plan);
        assertEquals(List.of("visits"), opbrief.reports());
    }

    @Test
    void aVersionCanBeAskedForAndUpdated() throws Exception {
        open.carryOut(open.plan(request("org.example.visit@1.0.0")));
        assertEquals(List.of("Data of 1.0.0"), opbrief.titles());
        InstallPlan update = open.planUpdate(List.of(), List.of(repository.toString()));
        assertEquals(List.of("UPDATE org.example.visit 1.1.0"), InstallTest.changes(update));
        open.carryOut(update);
        assertEquals(
                List.of(),
                open.planUpdate(List.of("org.example.visit"), List.of(repository.toString()))
                        .changes());
        assertEquals(
                "No repository has the version 3.0.0 of the pack org.example.visit, only 1.1.0, 1.0.0.",
                failure(request("org.example.visit@3.0.0")));
        assertEquals(
                "No repository has a pack org.example.absent; looked in " + repository + ".",
                failure(request("org.example.absent")));
    }

    @Test
    void aFileThatIsNotTheOneInTheIndexIsRefused() throws Exception {
        SamplePack.data("visit", "1.1.0").file("OPBRIEF-INF/note.md", "Other").in(repository);
        assertTrue(
                failure(request("org.example.visit")).contains("is not the file that the repository's index names"),
                failure(request("org.example.visit")));
    }

    @Test
    void anIndexWithADocumentTypeIsNotRead() throws Exception {
        Path secret = Files.writeString(temp.resolve("secret"), "secret");
        Files.writeString(
                repository.resolve("index.xml"),
                "<?xml version=\"1.0\"?>\n<!DOCTYPE r [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>\n"
                        + "<repository name=\"&x;\"/>");
        String message = failure(request("org.example.visit"));
        assertTrue(message.endsWith(", line 2: an index of a repository has no DOCTYPE; remove it."), message);
    }

    @Test
    void aFolderWithoutAnIndexIsNoRepository() {
        InstallRequest request = new InstallRequest(List.of("a"), List.of(temp.toString()), Optional.empty());
        assertEquals(
                "The folder " + temp
                        + " has no index.xml, so it is no repository yet: make one with opbrief repo index " + temp
                        + ".",
                failure(request));
    }

    @Test
    void twoFilesOfOnePackAreNoRepository() throws Exception {
        SamplePack.data("visit", "1.1.0").to(repository.resolve("again.jar"));
        Map<String, String> before = Tree.of(repository);
        assertEquals(
                "again.jar and org.example.visit-1.1.0.jar are both the pack org.example.visit 1.1.0: remove one of them.",
                assertThrows(PackException.class, () -> opbrief.repositories.index(repository))
                        .getMessage());
        assertEquals(before, Tree.of(repository));
    }

    @Test
    void packsAreBundledUpWithAllThatTheyNeed() throws Exception {
        Path file = temp.resolve("visits.zip");
        List<String> in = opbrief.repositories.bundleUp(
                workspace, List.of("org.example.visits"), List.of(repository.toString()), file);
        assertEquals(List.of("org.example.visit 1.1.0", "org.example.visits 1.0.0"), in);
        byte[] first = Files.readAllBytes(file);
        opbrief.repositories.bundleUp(workspace, List.of("org.example.visits"), List.of(repository.toString()), file);
        assertEquals(-1, java.util.Arrays.mismatch(first, Files.readAllBytes(file)));
        InstallPlan plan = open.plan(new InstallRequest(List.of(file.toString()), List.of(), Optional.empty()));
        assertEquals(
                List.of("INSTALL org.example.visit 1.1.0", "INSTALL org.example.visits 1.0.0"),
                InstallTest.changes(plan));
        open.carryOut(plan);
        assertEquals(List.of("visits"), opbrief.reports());
        // and from the workspace itself
        assertEquals(in, opbrief.repositories.bundleUp(workspace, List.of("org.example.visits"), List.of(), file));
        assertEquals(
                "Neither the workspace nor a repository that was given has the pack org.example.absent.",
                assertThrows(
                                PackException.class,
                                () -> opbrief.repositories.bundleUp(
                                        workspace, List.of("org.example.absent"), List.of(), file))
                        .getMessage());
    }

    @Test
    void aLockFileGivesASecondMachineTheSameBytes() throws Exception {
        open.carryOut(open.plan(request("org.example.visits")));
        open.close();
        Path lock = Files.copy(workspace.resolve("packs/packs.lock"), temp.resolve("packs.lock"));
        Path second = temp.resolve("second");
        InstallRequest locked = new InstallRequest(List.of(), List.of(repository.toString()), Optional.of(lock));
        try (WorkspacePacks other = opbrief.installer.open(second)) {
            other.carryOut(other.plan(locked));
            assertEquals(List.of("visits"), opbrief.reports());
        }
        Map<String, String> jars = Tree.of(workspace);
        assertEquals(
                jars.keySet().stream().filter(file -> file.endsWith(".jar")).toList(),
                Tree.of(second).keySet().stream()
                        .filter(file -> file.endsWith(".jar"))
                        .toList());

        SamplePack.data("visit", "1.1.0").file("OPBRIEF-INF/note.md", "Other").in(repository);
        opbrief.repositories.index(repository);
        try (WorkspacePacks third = opbrief.installer.open(temp.resolve("third"))) {
            String message =
                    assertThrows(PackException.class, () -> third.plan(locked)).getMessage();
            assertTrue(
                    message.startsWith(
                            "The repository's pack org.example.visit 1.1.0 is not the one that " + lock + " names: "),
                    message);
        }
    }

    @Test
    void aRepositoryAndAPackCanBeOnAWebServer() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            Path file = repository.resolve(exchange.getRequestURI().getPath().substring(1));
            boolean there = Files.isRegularFile(file);
            byte[] content = there ? Files.readAllBytes(file) : new byte[0];
            exchange.sendResponseHeaders(there ? 200 : 404, there ? content.length : -1);
            exchange.getResponseBody().write(content);
            exchange.close();
        });
        server.start();
        String place = "http://localhost:" + server.getAddress().getPort();
        try {
            open.carryOut(
                    open.plan(new InstallRequest(List.of("org.example.visits"), List.of(place), Optional.empty())));
            assertEquals(List.of("visits"), opbrief.reports());
            assertEquals(
                    place + "/absent.jar cannot be fetched: the server does not have it.",
                    failure(new InstallRequest(List.of(place + "/absent.jar"), List.of(), Optional.empty())));
        } finally {
            server.stop(0);
        }
        assertEquals(
                place + "/a.jar cannot be fetched: localhost does not answer.",
                failure(new InstallRequest(List.of(place + "/a.jar"), List.of(), Optional.empty())));
    }

    private String failure(InstallRequest request) {
        return assertThrows(PackException.class, () -> open.plan(request)).getMessage();
    }

    private InstallRequest request(String name) {
        return new InstallRequest(List.of(name), List.of(repository.toString()), Optional.empty());
    }
}
