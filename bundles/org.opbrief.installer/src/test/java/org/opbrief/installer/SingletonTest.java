package org.opbrief.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.opbrief.installer.Installs.request;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.example.failing.Failing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.pack.InstallPlan;
import org.opbrief.api.pack.PackException;
import org.opbrief.api.pack.PackStatus;
import org.opbrief.api.pack.Trust;
import org.opbrief.api.pack.WorkspacePacks;
import org.osgi.framework.Bundle;

/** Packs of which the framework wants one version only at a time. */
class SingletonTest {

    private static final String VISIT = "org.example.visit";

    @TempDir
    private Path temp;

    private Path workspace;
    private Path packs;
    private SampleFramework opbrief;
    private WorkspacePacks open;

    @BeforeEach
    void start() throws Exception {
        workspace = temp.resolve("workspace");
        packs = temp.resolve("given");
        opbrief = new SampleFramework(temp.resolve("cache"));
        open = opbrief.installer.open(workspace);
        change(
                visit("1.0.0").in(packs),
                SamplePack.report("visits", "visit", "1.0.0").in(packs));
    }

    @AfterEach
    void stop() throws Exception {
        opbrief.close();
    }

    @Test
    void aNewerVersionTakesThePlaceAndRollbackGivesItBack() throws Exception {
        for (String version : List.of("1.1.0", "2.0.0")) {
            change(visit(version).in(packs));
            assertOne(version);
        }
        open.carryOut(open.planRollback());
        assertOne("1.1.0");
        open.carryOut(open.planRollback());
        assertOne("1.0.0");
        change(SamplePack.data("visit", "3.0.0").in(packs));
        assertOne("3.0.0");
        change(visit("4.0.0").in(packs));
        assertOne("4.0.0");
    }

    @Test
    void theNewestIsThereAfterARestart() throws Exception {
        change(visit("1.1.0").in(packs));
        open.close();
        open = opbrief.installer.open(workspace);
        assertOne("1.1.0");
    }

    @Test
    void oneIsTriedOutInThePlaceOfTheInstalledOneWhichComesBackLater() throws Exception {
        open.tryOut(visit("0.1.0").in(packs));
        assertOne("0.1.0");
        open.tryOut(visit("0.2.0").in(packs));
        assertOne("0.2.0");
        open.close();
        open = opbrief.installer.open(workspace);
        assertOne("1.0.0");
    }

    @Test
    void oneThatCannotBeStartedLeavesTheOldOne() throws Exception {
        open.trust().setPolicy(Trust.Policy.ANY);
        Map<String, String> before = Tree.of(workspace);
        InstallPlan plan = open.plan(request(visit("1.1.0")
                .with(Failing.class)
                .header("Bundle-Activator", Failing.class.getName())
                .header("Import-Package", "org.osgi.framework")
                .in(packs)));
        assertEquals(List.of(), plan.refusals());
        assertEquals(
                "The pack org.example.visit 1.1.0 cannot be used: it cannot be started: it does not want to; nothing was"
                        + " changed.",
                assertThrows(PackException.class, () -> open.carryOut(plan)).getMessage());
        assertEquals(before, Tree.of(workspace));
        assertOne("1.0.0");
    }

    @Test
    void oneThatCameWithOpbriefCannotBeLetGoOfAndTheSentenceSaysWhatToDo() throws Exception {
        opbrief.ship(SamplePack.data("port", "1.0.0").singleton().in(temp.resolve("shipped")));
        Map<String, String> before = Tree.of(workspace);
        InstallPlan plan =
                open.plan(request(SamplePack.data("port", "2.0.0").singleton().in(packs)));
        assertEquals(
                "The pack org.example.port 2.0.0 cannot be used: it cannot be started: there may be only one version of it,"
                        + " and another one cannot be let go of while Opbrief runs; ask its author for one without"
                        + " singleton:=true; nothing was changed.",
                assertThrows(PackException.class, () -> open.carryOut(plan)).getMessage());
        assertEquals(before, Tree.of(workspace));
        assertEquals(List.of("Data of 1.0.0", "Data of 1.0.0"), opbrief.titles());
        change(SamplePack.data("port", "2.0.0").in(packs));
        assertEquals(List.of("Data of 2.0.0", "Data of 1.0.0"), opbrief.titles());
    }

    private void assertOne(String version) {
        assertEquals(List.of("Data of " + version), opbrief.titles());
        assertEquals(List.of("visits"), opbrief.reports());
        assertEquals(
                List.of(version),
                Arrays.stream(opbrief.context().getBundles())
                        .filter(bundle -> VISIT.equals(bundle.getSymbolicName()))
                        .map(bundle -> bundle.getVersion().toString())
                        .toList());
        assertEquals(Bundle.ACTIVE, opbrief.bundle(VISIT).getState());
        assertEquals(
                List.of(),
                open.list().stream()
                        .map(PackStatus::pack)
                        .filter(pack -> pack.rejected().isPresent())
                        .toList());
    }

    private static SamplePack visit(String version) {
        return SamplePack.data("visit", version).singleton();
    }

    private void change(Path... sources) throws Exception {
        Installs.change(open, sources);
    }
}
