package org.opbrief.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.opbrief.installer.Installs.change;
import static org.opbrief.installer.Installs.request;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.pack.InstallPlan;
import org.opbrief.api.pack.PackStatus;
import org.opbrief.api.pack.Trust;
import org.opbrief.api.pack.WorkspacePacks;

/** A workspace whose packs were installed by another version of Opbrief. */
class UpgradeTest {

    private static final String OLD = "org.opbrief.api.report;version=\"[1.0,2)\"";
    private static final String NEW = "org.opbrief.api.report;version=\"[1.5,3)\"";
    private static final String TWO =
            "osgi.extender;filter:=\"(&(osgi.extender=opbrief.pack)(version>=2.0)(!(version>=3.0)))\"";

    @TempDir
    private Path temp;

    private Path workspace;
    private Path packs;
    private SampleFramework opbrief;

    @BeforeEach
    void installWithTheOldVersion() throws Exception {
        workspace = temp.resolve("workspace");
        packs = temp.resolve("given");
        opbrief = new SampleFramework(temp.resolve("cache"));
        try (WorkspacePacks open = opbrief.installer.open(workspace)) {
            open.trust().setPolicy(Trust.Policy.ANY);
            change(
                    open,
                    SamplePack.data("visit", "1.0.0").in(packs),
                    SamplePack.report("visits", "visit", "1.0.0").in(packs),
                    ship("1.0.0", OLD),
                    SamplePack.report("ships", "ship", "1.0.0").in(packs));
            assertEquals(List.of("ships", "visits"), opbrief.reports());
        }
        opbrief.close();
    }

    @AfterEach
    void stop() throws Exception {
        opbrief.close();
    }

    @Test
    void whatNoLongerFitsIsListedWithTheReasonAndTheRestIsKept() throws Exception {
        Map<String, String> before = Tree.of(workspace);
        opbrief = new SampleFramework(temp.resolve("cache"), "2.0.0", "1.0");
        try (WorkspacePacks open = opbrief.installer.open(workspace)) {
            assertEquals(List.of("visits"), opbrief.reports());
            assertEquals(List.of("visit"), opbrief.dataSets());
            assertEquals(
                    Map.of(
                            "org.example.visit",
                            "used",
                            "org.example.visits",
                            "used",
                            "org.example.ship",
                            "it is made for another version of Opbrief: it uses org.opbrief.api.report from 1.0.0 and"
                                    + " below 2.0.0, and this one has 2.0.0",
                            "org.example.ships",
                            "it needs the data set 'ship' of the pack org.example.ship 1.0.0, which is not used itself"),
                    list(open));
            assertEquals(before, Tree.of(workspace));

            InstallPlan more =
                    open.plan(request(SamplePack.data("port", "1.0.0").in(packs)));
            assertEquals(List.of(), more.refusals());
            assertEquals(List.of(), more.breaks(), "what did not work before is not broken by this");
            open.carryOut(more);
            assertEquals(List.of("port", "visit"), opbrief.dataSets());

            change(open, ship("1.1.0", NEW));
            assertEquals(List.of("ships", "visits"), opbrief.reports());
            assertEquals(
                    List.of(),
                    list(open).values().stream()
                            .filter(reason -> !reason.equals("used"))
                            .toList());
        }
    }

    @Test
    void packsOfAnotherKindAreAllListedAndCanBeTakenAwayOrReplaced() throws Exception {
        opbrief = new SampleFramework(temp.resolve("cache"), "1.0.0", "2.0");
        try (WorkspacePacks open = opbrief.installer.open(workspace)) {
            assertEquals(List.of(), opbrief.dataSets());
            String reason =
                    "it is made for another version of Opbrief: it wants packs of version from 1.0 and below 2.0,"
                            + " and this one reads 2.0.0";
            assertEquals(
                    Map.of(
                            "org.example.visit",
                            reason,
                            "org.example.visits",
                            reason,
                            "org.example.ship",
                            reason,
                            "org.example.ships",
                            reason),
                    list(open));
            open.carryOut(open.planRemoval(List.of("org.example.ship", "org.example.ships"), false));
            assertEquals(2, list(open).size());
            change(
                    open,
                    SamplePack.data("visit", "2.0.0").extender(TWO).in(packs),
                    SamplePack.report("visits", "visit", "2.0.0").extender(TWO).in(packs));
            assertEquals(List.of("visits"), opbrief.reports());
            assertEquals(Map.of("org.example.visit", "used", "org.example.visits", "used"), list(open));
        }
    }

    private Path ship(String version, String imports) throws Exception {
        return SamplePack.data("ship", version)
                .header("Import-Package", imports)
                .in(packs);
    }

    /** Why packs are not used, by name. */
    private static Map<String, String> list(WorkspacePacks open) {
        Map<String, String> list = new TreeMap<>();
        for (PackStatus status : open.list()) {
            list.put(status.pack().name(), status.pack().rejected().orElse("used"));
        }
        return list;
    }
}
