package org.opbrief.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.opbrief.installer.Installs.request;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.example.caller.Caller;
import org.example.greeting.Greeting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.pack.InstallPlan;
import org.opbrief.api.pack.InstalledPack;
import org.opbrief.api.pack.PackStatus;
import org.opbrief.api.pack.Trust;
import org.opbrief.api.pack.WorkspacePacks;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.SynchronousBundleListener;

/** A pack that uses classes of another one, beside packs that have nothing to do with them. */
class SharedCodeTest {

    private static final String GREETING = "org.example.greeting";
    private static final String CALLER = "org.example.caller";

    @TempDir
    private Path temp;

    private Path packs;
    private SampleFramework opbrief;
    private WorkspacePacks open;
    private final List<String> events = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        packs = temp.resolve("given");
        opbrief = new SampleFramework(temp.resolve("cache"));
        opbrief.ship(SamplePack.data("ship", "1.0.0").in(temp.resolve("shipped")));
        open = opbrief.installer.open(temp.resolve("workspace"));
        open.trust().setPolicy(Trust.Policy.ANY);
        change(greeting("1.0.0"), caller("[1,2)"));
        change(
                SamplePack.data("visit", "1.0.0").in(packs),
                SamplePack.report("visits", "visit", "1.0.0").in(packs));
        SynchronousBundleListener listener = event -> {
            if (event.getType() == BundleEvent.STARTED || event.getType() == BundleEvent.STOPPED) {
                events.add((event.getType() == BundleEvent.STARTED ? "started " : "stopped ")
                        + event.getBundle().getSymbolicName() + " "
                        + event.getBundle().getVersion());
            }
        };
        opbrief.context().addBundleListener(listener);
    }

    @AfterEach
    void stop() throws Exception {
        opbrief.close();
    }

    @Test
    void itUsesTheClassesOfTheOther() throws Exception {
        assertEquals("Hello", called("text"));
        assertEquals(GREETING + " 1.0.0", giver());
    }

    @Test
    void anUpdateOfTheGiverRestartsThoseThatUseItsClassesAndNobodyElse() throws Exception {
        Bundle caller = opbrief.bundle(CALLER);
        Bundle old = opbrief.bundle(GREETING);
        Map<Long, String> before = others();
        InstallPlan plan = open.plan(request(greeting("1.1.0")));
        assertEquals(List.of(), plan.breaks());
        open.carryOut(plan);

        assertEquals(before, others(), "states and wirings of others");
        assertSame(caller, opbrief.bundle(CALLER));
        assertEquals(Bundle.ACTIVE, caller.getState());
        assertEquals(GREETING + " 1.1.0", giver());
        assertEquals(Bundle.UNINSTALLED, old.getState());
        assertEquals(
                List.of(
                        "started org.example.greeting 1.1.0",
                        "stopped org.example.greeting 1.0.0",
                        "stopped org.example.caller 1.0.0",
                        "started org.example.caller 1.0.0"),
                events);
        assertEquals(List.of(), rejected());
    }

    @Test
    void anUpdateThatDoesNotFitIsToldAndTheWayBackMendsIt() throws Exception {
        Map<Long, String> before = others();
        InstallPlan plan = open.plan(request(greeting("2.0.0")));
        assertEquals(
                List.of("The pack org.example.caller would not work any more: it uses the package"
                        + " org.example.greeting from 1.0.0 and below 2.0.0, and there is only 2.0.0."),
                plan.breaks());
        open.carryOut(plan);
        assertEquals(before, others());
        assertEquals(Bundle.INSTALLED, opbrief.bundle(CALLER).getState());
        assertEquals(
                List.of("org.example.caller 1.0.0: it uses the package org.example.greeting from 1.0.0 and below 2.0.0,"
                        + " and there is only 2.0.0"),
                rejected());

        open.carryOut(open.planRollback());
        assertEquals(before, others());
        assertEquals(Bundle.ACTIVE, opbrief.bundle(CALLER).getState());
        assertEquals(GREETING + " 1.0.0", giver());
        assertEquals(List.of(), rejected());
    }

    @Test
    void theGiverIsNotTakenAwayAlone() throws Exception {
        assertEquals(
                List.of("The pack org.example.caller would not work any more: it uses the package org.example.greeting"
                        + " from 1.0.0 and below 2.0.0; remove it too, with its dependents."),
                open.planRemoval(List.of(GREETING), false).refusals());
        Map<Long, String> before = others();
        open.carryOut(open.planRemoval(List.of(GREETING), true));
        assertEquals(before, others());
    }

    private Path greeting(String version) throws Exception {
        return SamplePack.of(GREETING, version)
                .with(Greeting.class)
                .header("Export-Package", GREETING + ";version=" + version)
                .in(packs);
    }

    private Path caller(String range) throws Exception {
        return SamplePack.of(CALLER, "1.0.0")
                .with(Caller.class)
                .header("Import-Package", GREETING + ";version=\"" + range + "\"")
                .in(packs);
    }

    /** Name and version of the pack that the caller has its class from. */
    private String giver() throws Exception {
        Bundle bundle = FrameworkUtil.getBundle((Class<?>) called("greeting"));
        return bundle.getSymbolicName() + " " + bundle.getVersion();
    }

    private Object called(String method) throws Exception {
        return opbrief.bundle(CALLER)
                .loadClass(Caller.class.getName())
                .getMethod(method)
                .invoke(null);
    }

    private Map<Long, String> others() {
        Map<Long, String> bundles = opbrief.bundles();
        bundles.values().removeIf(bundle -> Set.of(GREETING, CALLER).contains(bundle.split(" ")[0]));
        return bundles;
    }

    private List<String> rejected() {
        return open.list().stream()
                .map(PackStatus::pack)
                .filter(pack -> pack.rejected().isPresent())
                .map(SharedCodeTest::words)
                .toList();
    }

    private static String words(InstalledPack pack) {
        return pack.name() + " " + pack.version() + ": " + pack.rejected().orElseThrow();
    }

    private void change(Path... sources) throws Exception {
        Installs.change(open, sources);
    }
}
