package org.opbrief.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opbrief.installer.Installs.request;

import java.io.IOException;
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
import org.opbrief.api.pack.PackStatus;
import org.opbrief.api.pack.WorkspacePacks;
import org.osgi.framework.Bundle;

/** From a file to the catalog, and back. */
class InstallTest {

    @TempDir
    private Path temp;

    private Path workspace;
    private Path packs;
    private SampleFramework opbrief;

    @BeforeEach
    void start() throws Exception {
        workspace = temp.resolve("workspace");
        packs = temp.resolve("given");
        opbrief = new SampleFramework(temp.resolve("cache"));
    }

    @AfterEach
    void stop() throws Exception {
        opbrief.close();
    }

    @Test
    void aWorkspaceThatIsAbsentHasNoPacksAndStaysAbsent() throws Exception {
        try (WorkspacePacks open = opbrief.installer.open(workspace)) {
            assertEquals(List.of(), open.list());
        }
        assertFalse(Files.exists(workspace));
    }

    @Test
    void aFileWhereAFolderIsNeededIsNamedWithWhatToDo() throws Exception {
        Path file = Files.writeString(temp.resolve("file"), "a");
        for (Path wrong : List.of(file, file.resolve("x"), file.resolve("x/y"))) {
            assertEquals(
                    file + " is a file, no folder; name another folder for the workspace.",
                    assertThrows(PackException.class, () -> opbrief.installer.open(wrong))
                            .getMessage());
        }
        Path inside = Files.writeString(Files.createDirectory(workspace).resolve("packs"), "a");
        assertEquals(
                inside
                        + " is a file, and the folder of the packs has that name: move it away, or name another folder for the workspace.",
                assertThrows(PackException.class, () -> opbrief.installer.open(workspace))
                        .getMessage());
    }

    @Test
    void aPlanSaysWhatComesAndChangesNothing() throws Exception {
        Path data = SamplePack.data("visit", "1.0.0").in(packs);
        Path report = SamplePack.report("visits", "visit", "1.2.0").in(packs);
        try (WorkspacePacks open = opbrief.installer.open(workspace)) {
            InstallPlan plan = open.plan(request(report, data));
            assertEquals(List.of(), plan.refusals());
            assertEquals(List.of("INSTALL org.example.visit 1.0.0", "INSTALL org.example.visits 1.2.0"), changes(plan));
            assertEquals(List.of("visit"), plan.changes().get(0).pack().dataSets());
            assertEquals(List.of("visits"), plan.changes().get(1).pack().reports());
            assertEquals(report.toString(), plan.changes().get(1).source());
            assertEquals(
                    List.of(new InstallPlan.Need(
                            "org.example.visits", "data set 'visit'", "org.example.visit 1.0.0", data.toString())),
                    plan.needs());
            assertEquals(List.of(), opbrief.reports());
        }
        assertFalse(Files.exists(workspace));
    }

    @Test
    void aFolderIsInstalledAndIsThereAgainAfterARestart() throws Exception {
        SamplePack.data("visit", "1.0.0").in(packs);
        SamplePack.report("visits", "visit", "1.0.0").in(packs);
        try (WorkspacePacks open = opbrief.installer.open(workspace)) {
            Map<Long, String> before = opbrief.bundles();
            open.carryOut(open.plan(request(packs)));
            assertEquals(List.of("visits"), opbrief.reports());
            assertEquals(List.of("visit"), opbrief.dataSets());
            Map<Long, String> after = opbrief.bundles();
            after.keySet().retainAll(before.keySet());
            assertEquals(before, after, "no other bundle changed");
        }
        assertEquals(List.of(), opbrief.reports());
        opbrief.close();
        opbrief = new SampleFramework(temp.resolve("other cache"));
        Map<String, String> before = Tree.of(workspace);
        try (WorkspacePacks open = opbrief.installer.open(workspace)) {
            assertEquals(List.of("visits"), opbrief.reports());
            List<PackStatus> list = open.list();
            assertEquals("org.example.visit", list.get(0).pack().name());
            assertFalse(list.get(0).shipped());
            assertEquals("1.0.0", list.get(0).file().orElseThrow().version());
        }
        assertEquals(before, Tree.of(workspace));
    }

    @Test
    void theListOfPacksHasOneLineForEach() throws Exception {
        SamplePack.data("visit", "1.0.0").in(packs);
        install(packs.toString());
        List<String> lines = Files.readAllLines(workspace.resolve("packs/packs.lock"));
        assertEquals("{", lines.get(0));
        assertEquals("\"packs\": [", lines.get(1));
        assertTrue(
                lines.get(2)
                        .matches("\\{\"name\":\"org.example.visit\",\"version\":\"1.0.0\",\"sha256\":\"[0-9a-f]{64}\","
                                + "\"signer\":\"\",\"source\":\".*org.example.visit-1.0.0.jar\"}"),
                lines.get(2));
        assertEquals(List.of("],", "\"earlier\": [", "[]", "]", "}"), lines.subList(3, lines.size()));
    }

    @Test
    void whatIsInstalledAlreadyNeedsNoChange() throws Exception {
        Path data = SamplePack.data("visit", "1.0.0").in(packs);
        install(data.toString());
        Map<String, String> before = Tree.of(workspace);
        try (WorkspacePacks open = opbrief.installer.open(workspace)) {
            InstallPlan plan = open.plan(request(data));
            assertEquals(List.of(), plan.changes());
            assertEquals(List.of(), plan.refusals());
            open.carryOut(plan);
        }
        assertEquals(before, Tree.of(workspace));
    }

    @Test
    void anUpdateReplacesTheOldVersionWhichRollbackBringsBack() throws Exception {
        try (WorkspacePacks open = opbrief.installer.open(workspace)) {
            open.carryOut(open.plan(request(SamplePack.data("visit", "1.0.0").in(packs))));
            open.carryOut(open.plan(
                    request(SamplePack.report("visits", "visit", "1.0.0").in(packs))));
            InstallPlan update =
                    open.plan(request(SamplePack.data("visit", "1.1.0").in(packs)));
            assertEquals(List.of("UPDATE org.example.visit 1.1.0"), changes(update));
            assertEquals(Optional.of("1.0.0"), update.changes().get(0).before());
            open.carryOut(update);
            assertEquals(List.of("Data of 1.1.0"), opbrief.titles());
            assertEquals(List.of("visits"), opbrief.reports());
            assertEquals(List.of("1.0.0"), open.list().get(0).earlier());

            InstallPlan back = open.planRollback();
            assertEquals(List.of("DOWNGRADE org.example.visit 1.0.0"), changes(back));
            assertEquals(List.of(), back.questions());
            open.carryOut(back);
            assertEquals(List.of("Data of 1.0.0"), opbrief.titles());

            open.carryOut(open.planRollback());
            assertEquals(List.of(), opbrief.reports());
            open.carryOut(open.planRollback());
            assertEquals(List.of(), opbrief.dataSets());
            assertEquals(
                    "There is no earlier state of the packs to go back to.",
                    assertThrows(PackException.class, open::planRollback).getMessage());
        }
    }

    @Test
    void aReportMayUseWhatTheNewVersionOfItsDataSetBringsAlong() throws Exception {
        try (WorkspacePacks open = opbrief.installer.open(workspace)) {
            open.carryOut(open.plan(request(
                    SamplePack.data("visit", "1.0.0").in(packs),
                    SamplePack.report("visits", "visit", "1.0.0").in(packs))));
            Path data = SamplePack.of("org.example.visit", "1.1.0")
                    .provides("visit")
                    .file("OPBRIEF-INF/datasets/visit.yaml", """
                            id: visit
                            title: Visits
                            columns: {place: {title: Place}, ship: {title: Ship}}
                            """)
                    .in(packs);
            Path report = SamplePack.of("org.example.visits", "1.1.0")
                    .requires("visit")
                    .file("OPBRIEF-INF/reports/visits/report.yaml", """
                            id: visits
                            title: Visits
                            queries: {all: {from: visit, by: ship, measures: {rows: count()}}}
                            sections: [{table: all}]
                            """)
                    .in(packs);
            assertEquals(
                    List.of(
                            "org.example.visits 1.1.0: OPBRIEF-INF/reports/visits/report.yaml, line 3: the column of visit"
                                    + " 'ship' is not known. There is place."),
                    open.plan(request(report)).refusals());
            InstallPlan both = open.plan(request(report, data));
            assertEquals(List.of(), both.refusals());
            open.carryOut(both);
            assertEquals(List.of("visits"), opbrief.reports());
        }
    }

    @Test
    void anOlderVersionIsAskedAbout() throws Exception {
        try (WorkspacePacks open = opbrief.installer.open(workspace)) {
            open.carryOut(open.plan(request(SamplePack.data("visit", "1.1.0").in(packs))));
            InstallPlan plan =
                    open.plan(request(SamplePack.data("visit", "1.0.0").in(packs)));
            assertEquals(List.of("DOWNGRADE org.example.visit 1.0.0"), changes(plan));
            assertEquals(
                    List.of("The pack org.example.visit 1.0.0 is older than the version that is installed, 1.1.0."),
                    plan.questions());
        }
    }

    @Test
    void pruningForgetsEarlierVersions() throws Exception {
        try (WorkspacePacks open = opbrief.installer.open(workspace)) {
            open.carryOut(open.plan(request(SamplePack.data("visit", "1.0.0").in(packs))));
            open.carryOut(open.plan(request(SamplePack.data("visit", "1.1.0").in(packs))));
            assertEquals(3, Tree.of(workspace.resolve("packs")).size() - 1);
            assertEquals(List.of("org.example.visit 1.0.0"), open.prune());
            assertEquals(2, Tree.of(workspace.resolve("packs")).size() - 1);
            assertEquals(List.of(), open.prune());
            assertThrows(PackException.class, open::planRollback);
            assertEquals(List.of("Data of 1.1.0"), opbrief.titles());
        }
    }

    @Test
    void whatARollbackLeftStaysUntilItIsPrunedAndCanBeInstalledAgain() throws Exception {
        String visit = "org.example.visit";
        try (WorkspacePacks open = opbrief.installer.open(workspace)) {
            for (String version : List.of("1.0.0", "1.1.0", "1.2.0")) {
                open.carryOut(
                        open.plan(request(SamplePack.data("visit", version).in(packs))));
            }
            open.carryOut(open.planRollback());
            open.carryOut(open.planRollback());
            assertEquals(List.of("Data of 1.0.0"), opbrief.titles());
            assertEquals(List.of("1.2.0", "1.1.0"), open.list().get(0).earlier());
            assertEquals(List.of("1.0.0", "1.1.0", "1.2.0"), jars());

            InstallPlan forward = open.plan(requestFor(visit + "@1.1.0"));
            assertEquals(List.of("UPDATE org.example.visit 1.1.0"), changes(forward));
            open.carryOut(forward);
            assertEquals(List.of("Data of 1.1.0"), opbrief.titles());
            assertEquals(List.of("1.2.0", "1.0.0"), open.list().get(0).earlier());
            assertEquals(
                    List.of("UPDATE org.example.visit 1.2.0"),
                    changes(open.plan(requestFor(visit))),
                    "without a version, the newest");

            assertEquals(List.of("DOWNGRADE org.example.visit 1.0.0"), changes(open.planRollback()));
            open.carryOut(open.planRollback());
            open.carryOut(open.planRollback());
            assertEquals(List.of(), opbrief.dataSets());
            assertThrows(PackException.class, open::planRollback);
            assertEquals(List.of("1.0.0", "1.1.0", "1.2.0"), jars());
        }
        try (WorkspacePacks open = opbrief.installer.open(workspace)) {
            assertEquals(List.of(visit + " 1.0.0", visit + " 1.1.0", visit + " 1.2.0"), open.prune());
            assertEquals(List.of(), jars());
            assertEquals(List.of(), open.prune());
        }
        assertEquals(
                List.of("{", "\"packs\": [],", "\"earlier\": []", "}"),
                Files.readAllLines(workspace.resolve("packs/packs.lock")));
    }

    @Test
    void aKeptVersionWhoseFileWasChangedIsNotBroughtBack() throws Exception {
        try (WorkspacePacks open = opbrief.installer.open(workspace)) {
            Path given = SamplePack.data("visit", "1.0.0").in(packs);
            open.carryOut(open.plan(request(given)));
            open.carryOut(open.plan(request(SamplePack.data("visit", "1.1.0").in(packs))));
            Path jar = jar("1.0.0");
            SamplePack.data("visit", "1.0.0")
                    .file("OPBRIEF-INF/more.txt", "more")
                    .to(jar);
            Map<String, String> before = Tree.of(workspace);
            String reason = "The pack org.example.visit 1.0.0 cannot be brought back: its file " + jar
                    + " is gone or was changed after it was installed; install it from where it came: " + given + ".";
            assertEquals(
                    reason,
                    assertThrows(PackException.class, open::planRollback).getMessage());
            assertEquals(
                    reason,
                    assertThrows(PackException.class, () -> open.plan(requestFor("org.example.visit@1.0.0")))
                            .getMessage());
            assertEquals(before, Tree.of(workspace));
            open.carryOut(open.plan(request(given)));
            assertEquals(List.of("Data of 1.0.0"), opbrief.titles());
        }
    }

    @Test
    void whatOthersNeedIsRemovedOnlyWithThem() throws Exception {
        SamplePack.data("visit", "1.0.0").in(packs);
        SamplePack.report("visits", "visit", "1.0.0").in(packs);
        try (WorkspacePacks open = opbrief.installer.open(workspace)) {
            open.carryOut(open.plan(request(packs)));
            InstallPlan alone = open.planRemoval(List.of("org.example.visit"), false);
            assertEquals(
                    List.of("The pack org.example.visits would not work any more: it needs the data set 'visit';"
                            + " remove it too, with its dependents."),
                    alone.refusals());
            assertThrows(PackException.class, () -> open.carryOut(alone));
            assertEquals(List.of("visits"), opbrief.reports());

            InstallPlan together = open.planRemoval(List.of("org.example.visit"), true);
            assertEquals(List.of(), together.refusals());
            assertEquals(
                    List.of("REMOVE org.example.visit 1.0.0", "REMOVE org.example.visits 1.0.0"), changes(together));
            open.carryOut(together);
            assertEquals(List.of(), opbrief.reports());
            assertEquals(List.of(), opbrief.dataSets());
            assertEquals(
                    "This workspace has no pack org.example.visit; it has none.",
                    assertThrows(PackException.class, () -> open.planRemoval(List.of("org.example.visit"), false))
                            .getMessage());
        }
    }

    @Test
    void aNewerVersionOfAPackThatCameWithOpbriefTakesItsPlaceUntilItIsRemoved() throws Exception {
        Bundle shipped = opbrief.ship(SamplePack.data("visit", "1.0.0").in(temp.resolve("shipped")));
        opbrief.ship(SamplePack.report("visits", "visit", "1.0.0").in(temp.resolve("shipped")));
        try (WorkspacePacks open = opbrief.installer.open(workspace)) {
            assertEquals(
                    List.of("The pack org.example.visit comes with Opbrief and cannot be removed."),
                    open.planRemoval(List.of("org.example.visit"), false).refusals());
            InstallPlan plan =
                    open.plan(request(SamplePack.data("visit", "2.0.0").in(packs)));
            assertEquals(List.of("UPDATE org.example.visit 2.0.0"), changes(plan));
            assertEquals(List.of(), plan.breaks());
            open.carryOut(plan);
            assertEquals(Bundle.RESOLVED, shipped.getState());
            assertEquals(List.of("Data of 2.0.0"), opbrief.titles());
            assertEquals(List.of("visits"), opbrief.reports());
            assertFalse(open.list().get(0).shipped());
            assertTrue(open.list().get(1).shipped());
        }
        assertEquals(List.of("Data of 1.0.0"), opbrief.titles());
        try (WorkspacePacks open = opbrief.installer.open(workspace)) {
            assertEquals(List.of("Data of 2.0.0"), opbrief.titles());
            InstallPlan removal = open.planRemoval(List.of("org.example.visit"), false);
            assertEquals(List.of(), removal.refusals());
            assertEquals(List.of(), removal.breaks());
            open.carryOut(removal);
            assertEquals(List.of("Data of 1.0.0"), opbrief.titles());
            assertEquals(Bundle.ACTIVE, shipped.getState());
            assertEquals(
                    List.of(
                            "Opbrief comes with the pack org.example.visit in version 1.0.0; only a newer version can take"
                                    + " its place, and this is 0.9.0."),
                    open.plan(request(SamplePack.data("visit", "0.9.0").in(packs)))
                            .refusals());
        }
    }

    @Test
    void aPackIsTriedOutInThePlaceOfTheInstalledOne() throws Exception {
        try (WorkspacePacks open = opbrief.installer.open(workspace)) {
            open.carryOut(open.plan(request(SamplePack.data("visit", "1.0.0").in(packs))));
            Map<String, String> before = Tree.of(workspace);
            open.tryOut(SamplePack.data("visit", "0.1.0").in(packs));
            assertEquals(List.of("Data of 0.1.0"), opbrief.titles());
            open.tryOut(SamplePack.data("visit", "0.2.0").in(packs));
            assertEquals(List.of("Data of 0.2.0"), opbrief.titles());
            assertEquals(before, Tree.of(workspace));
        }
        try (WorkspacePacks open = opbrief.installer.open(workspace)) {
            assertEquals(List.of("Data of 1.0.0"), opbrief.titles());
        }
    }

    @Test
    void aPackWhoseBytesChangedIsNotStartedAndSaysSo() throws Exception {
        SamplePack.data("visit", "1.0.0").in(packs);
        install(packs.toString());
        Path jar;
        try (var files = Files.list(workspace.resolve("packs"))) {
            jar = files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] content = Files.readAllBytes(jar);
        content[content.length / 2] ^= 1;
        Files.write(jar, content);
        try (WorkspacePacks open = opbrief.installer.open(workspace)) {
            assertEquals(List.of(), opbrief.dataSets());
            PackStatus status = open.list().get(0);
            assertEquals(
                    Optional.of("its file " + jar + " was changed after it was installed; install it again"),
                    status.pack().rejected());
            assertEquals(Optional.empty(), status.file());
            // what is asked for is done: the file is there again
            open.carryOut(open.plan(request(SamplePack.data("visit", "1.0.1").in(packs))));
            assertEquals(List.of("Data of 1.0.1"), opbrief.titles());
        }
    }

    @Test
    void onlyOneWorkspaceIsOpenAtATime() throws Exception {
        try (WorkspacePacks open = opbrief.installer.open(workspace)) {
            assertEquals(
                    "The packs of the workspace " + workspace + " are open: close them first.",
                    assertThrows(PackException.class, () -> opbrief.installer.open(temp.resolve("other")))
                            .getMessage());
            open.close();
            opbrief.installer.open(temp.resolve("other")).close();
        }
    }

    @Test
    void whatAKilledProcessLeftInTheFrameworkIsGoneWhenAWorkspaceIsOpened() throws Exception {
        Path jar = SamplePack.data("visit", "1.0.0").in(packs);
        opbrief.context().installBundle("pack:left", Files.newInputStream(jar)).start();
        assertEquals(List.of("visit"), opbrief.dataSets());
        try (WorkspacePacks open = opbrief.installer.open(workspace)) {
            assertEquals(List.of(), open.list());
            assertEquals(List.of(), opbrief.dataSets());
        }
    }

    @Test
    void aPlanIsOfNoUseAfterAnotherChange() throws Exception {
        try (WorkspacePacks open = opbrief.installer.open(workspace)) {
            InstallPlan first =
                    open.plan(request(SamplePack.data("visit", "1.0.0").in(packs)));
            InstallPlan second =
                    open.plan(request(SamplePack.data("port", "1.0.0").in(packs)));
            open.carryOut(first);
            assertEquals(
                    "The packs were changed since this was planned: plan it again.",
                    assertThrows(PackException.class, () -> open.carryOut(second))
                            .getMessage());
        }
    }

    private void install(String source) throws PackException {
        try (WorkspacePacks open = opbrief.installer.open(workspace)) {
            open.carryOut(open.plan(new InstallRequest(List.of(source), List.of(), Optional.empty())));
        }
    }

    /** Versions of the jars in the workspace. */
    private List<String> jars() throws IOException {
        try (var files = Files.list(workspace.resolve("packs"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .map(name -> name.split("-")[1])
                    .sorted()
                    .toList();
        }
    }

    private Path jar(String version) throws IOException {
        try (var files = Files.list(workspace.resolve("packs"))) {
            return files.filter(file -> file.getFileName().toString().contains("-" + version + "-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static InstallRequest requestFor(String name) {
        return new InstallRequest(List.of(name), List.of(), Optional.empty());
    }

    static List<String> changes(InstallPlan plan) {
        return plan.changes().stream()
                .map(change -> change.kind() + " " + change.pack().name() + " "
                        + change.pack().version())
                .toList();
    }
}
