package org.opbrief.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.opbrief.installer.Installs.change;
import static org.opbrief.installer.Installs.request;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.pack.InstallPlan;
import org.opbrief.api.pack.PackException;
import org.opbrief.api.pack.PackStatus;
import org.opbrief.api.pack.WorkspacePacks;

/** Another process, which is another framework here, changes the packs of a workspace while they are open. */
class OtherProcessTest {

    @TempDir
    private Path temp;

    private Path workspace;
    private Path packs;
    private SampleFramework opbrief;
    private SampleFramework other;
    private WorkspacePacks open;

    @BeforeEach
    void start() throws Exception {
        workspace = temp.resolve("workspace");
        packs = temp.resolve("given");
        opbrief = new SampleFramework(temp.resolve("cache"));
        other = new SampleFramework(temp.resolve("other cache"));
        open = opbrief.installer.open(workspace);
        change(open, data("visit", "1.0.0"));
    }

    @AfterEach
    void stop() throws Exception {
        opbrief.close();
        other.close();
    }

    @Test
    void whatItDidIsFollowedByTheNextPlan() throws Exception {
        elsewhere(packs -> {
            assertEquals(List.of("Data of 1.0.0"), other.titles());
            change(packs, data("visit", "1.1.0"));
            change(packs, data("port", "1.0.0"));
            packs.prune();
        });
        assertEquals(List.of("Data of 1.0.0"), opbrief.titles(), "nothing changes under a report that is run");
        assertEquals(List.of(), rejected());

        InstallPlan plan = open.plan(request(data("ship", "1.0.0")));
        assertEquals(List.of("Data of 1.0.0", "Data of 1.1.0"), opbrief.titles());
        open.carryOut(plan);
        assertEquals(List.of("port", "ship", "visit"), opbrief.dataSets());

        open.carryOut(open.planRollback());
        assertEquals(List.of("port", "visit"), opbrief.dataSets());
        assertEquals(
                "There is no earlier state of the packs to go back to.",
                assertThrows(PackException.class, open::planRollback).getMessage(),
                "it was pruned");
    }

    @Test
    void aPlanThatWasMadeBeforeIsNotCarriedOutAndTheNextOneIs() throws Exception {
        InstallPlan before = open.plan(request(data("ship", "1.0.0")));
        elsewhere(packs -> change(packs, data("port", "1.0.0")));
        Map<String, String> theirs = Tree.of(workspace);
        assertEquals(
                "The packs of this workspace were changed by another process in the meantime: try again.",
                assertThrows(PackException.class, () -> open.carryOut(before)).getMessage());
        assertEquals(theirs, Tree.of(workspace));
        assertEquals(List.of("visit"), opbrief.dataSets());

        change(open, data("ship", "1.0.0"));
        assertEquals(List.of("port", "ship", "visit"), opbrief.dataSets());
    }

    @Test
    void whatItTookAwayIsGoneAndCannotBeRemovedAgain() throws Exception {
        elsewhere(packs -> packs.carryOut(packs.planRemoval(List.of("org.example.visit"), false)));
        assertEquals(
                "This workspace has no pack org.example.visit; it has none.",
                assertThrows(PackException.class, () -> open.planRemoval(List.of("org.example.visit"), false))
                        .getMessage());
        assertEquals(List.of(), opbrief.dataSets());
    }

    @Test
    void aPackThatIsTriedOutStaysInThePlaceOfWhatItInstalled() throws Exception {
        open.tryOut(data("visit", "0.1.0"));
        elsewhere(packs -> change(packs, data("visit", "1.1.0"), data("port", "1.0.0")));
        open.planRollback();
        assertEquals(List.of("Data of 1.0.0", "Data of 0.1.0"), opbrief.titles());
    }

    @Test
    void oneOfItsPacksThatCannotBeStartedIsToldAndHoldsNothingUp() throws Exception {
        elsewhere(packs -> change(packs, data("port", "1.0.0")));
        Path jar = jar("port");
        Files.writeString(jar, "spoilt");
        InstallPlan plan = open.plan(request(data("ship", "1.0.0")));
        assertEquals(
                List.of("org.example.port: its file " + jar + " was changed after it was installed; install it again"),
                rejected());
        open.carryOut(plan);
        assertEquals(List.of("ship", "visit"), opbrief.dataSets());
        assertEquals(
                List.of("org.example.port: its file " + jar + " was changed after it was installed; install it again"),
                rejected());
        open.carryOut(open.planRemoval(List.of("org.example.port"), false));
        assertEquals(List.of(), rejected());
    }

    @Test
    void aListOfPacksThatItSpoiltIsToldAndWhatRunsGoesOn() throws Exception {
        Files.writeString(workspace.resolve("packs/packs.lock"), "{");
        String message = assertThrows(PackException.class, () -> open.plan(request(data("ship", "1.0.0"))))
                .getMessage();
        assertEquals(workspace.resolve("packs/packs.lock") + ", line 1: this is no JSON", message.split(" \\(")[0]);
        assertEquals(List.of("visit"), opbrief.dataSets());
    }

    @FunctionalInterface
    private interface Work {
        void with(WorkspacePacks packs) throws Exception;
    }

    private void elsewhere(Work work) throws Exception {
        try (WorkspacePacks packs = other.installer.open(workspace)) {
            work.with(packs);
        }
    }

    private Path data(String dataSet, String version) throws Exception {
        return SamplePack.data(dataSet, version).in(packs);
    }

    private Path jar(String dataSet) throws Exception {
        try (var files = Files.list(workspace.resolve("packs"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("org.example." + dataSet + "-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private List<String> rejected() {
        return open.list().stream()
                .map(PackStatus::pack)
                .filter(pack -> pack.rejected().isPresent())
                .map(pack -> pack.name() + ": " + pack.rejected().orElseThrow())
                .toList();
    }
}
