package org.opbrief.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opbrief.installer.Installs.request;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
import org.opbrief.api.pack.Trust;
import org.opbrief.api.pack.WorkspacePacks;
import org.osgi.framework.Bundle;

/** What is not installed, and why. The workspace is as before each time. */
class RefusalTest {

    @TempDir
    private Path temp;

    private Path workspace;
    private Path packs;
    private SampleFramework opbrief;
    private WorkspacePacks open;
    private Map<String, String> before;

    @BeforeEach
    void start() throws Exception {
        workspace = temp.resolve("workspace");
        packs = temp.resolve("given");
        opbrief = new SampleFramework(temp.resolve("cache"));
        open = opbrief.installer.open(workspace);
        open.carryOut(open.plan(request(SamplePack.data("port", "1.0.0").in(temp.resolve("before")))));
        before = Tree.of(workspace);
    }

    @AfterEach
    void stop() throws Exception {
        assertEquals(before, Tree.of(workspace), "the workspace is as before");
        assertEquals(List.of("Data of 1.0.0"), opbrief.titles(), "the catalog is as before");
        opbrief.close();
    }

    @Test
    void aDataSetThatIsMissingIsNamed() throws Exception {
        assertEquals(
                List.of(
                        "The pack org.example.visits 1.0.0 needs the data set 'visit', which no pack given, installed or in"
                                + " a repository brings."),
                refusals(SamplePack.report("visits", "visit", "1.0.0").in(packs)));
    }

    @Test
    void aDataSetThatIsMissingFurtherDownIsNamedWithThePackThatNeedsIt() throws Exception {
        Path middle = SamplePack.data("visit", "1.0.0").requires("ship").in(packs);
        Path top = SamplePack.report("visits", "visit", "1.0.0").in(packs);
        assertEquals(
                List.of(
                        "The pack org.example.visit 1.0.0 needs the data set 'ship', which no pack given, installed or in"
                                + " a repository brings."),
                refusals(middle, top));
    }

    @Test
    void packsThatNeedEachOtherInACircleAreRefusedWithTheCircle() throws Exception {
        Path one = SamplePack.data("one", "1.0.0").requires("two").in(packs);
        Path two = SamplePack.data("two", "1.0.0").requires("three").in(packs);
        Path three = SamplePack.data("three", "1.0.0").requires("one").in(packs);
        assertEquals(
                "The packs need each other in a circle, so that none can come first: org.example.one needs the data set"
                        + " 'two' of org.example.two, org.example.two needs the data set 'three' of org.example.three,"
                        + " org.example.three needs the data set 'one' of org.example.one.",
                refusals(one, two, three).get(0));
    }

    @Test
    void aPackForAnotherVersionOfOpbriefSaysSo() throws Exception {
        assertEquals(
                List.of(
                        "The pack org.example.visit 1.0.0 is made for another version of Opbrief: it wants packs of version"
                                + " from 2.0 and below 3.0, and this one reads 1.0.0."),
                refusals(SamplePack.data("visit", "1.0.0")
                        .extender(
                                "osgi.extender;filter:=\"(&(osgi.extender=opbrief.pack)(version>=2.0)(!(version>=3.0)))\"")
                        .in(packs)));
        assertEquals(
                List.of("The pack org.example.visit 1.0.1 is made for another version of Opbrief: it uses"
                        + " org.opbrief.api.report from 2.0.0 and below 3.0.0, and this one has 1.0.0."),
                refusals(SamplePack.data("visit", "1.0.1")
                        .header("Import-Package", "org.opbrief.api.report;version=\"[2.0,3)\"")
                        .in(packs)));
    }

    @Test
    void aPackThatUsesAPackageOfOpbriefsOwnLibrariesIsRefused() throws Exception {
        assertEquals(
                List.of("The pack org.example.visit 1.0.0 uses the package com.example.library, which no pack given,"
                        + " installed or in a repository brings."),
                refusals(SamplePack.data("visit", "1.0.0")
                        .header("Import-Package", "com.example.library")
                        .in(packs)));
    }

    @Test
    void aPackThatWouldTakeAPackageOfOpbriefsOwnLibrariesIfItGotItIsRefusedToo() throws Exception {
        assertEquals(
                List.of(
                        "The pack org.example.visit 1.0.0 imports the package com.example.library, which is a part of Opbrief"
                                + " that is closed to packs; leave it out, or put it into the pack."),
                refusals(SamplePack.data("visit", "1.0.0")
                        .header(
                                "Import-Package",
                                "com.example.library;resolution:=optional,com.example.absent;resolution:=optional")
                        .in(packs)));
    }

    @Test
    void theSameNameAndVersionWithOtherContentIsRefused() throws Exception {
        assertEquals(
                List.of(
                        "The pack org.example.port 1.0.0 is installed already, with other content: its author has to give"
                                + " what is different another version."),
                refusals(SamplePack.data("port", "1.0.0")
                        .file("OPBRIEF-INF/vocabularies/other.yaml", "[a, b]\n")
                        .in(packs)));
    }

    @Test
    void theSameNameAndVersionTwiceAmongTheFilesIsRefused() throws Exception {
        Path one = SamplePack.data("visit", "1.0.0").in(packs);
        Path other = SamplePack.data("visit", "1.0.0")
                .file("OPBRIEF-INF/note.md", "Other")
                .in(temp.resolve("other"));
        assertEquals(
                one + " and " + other
                        + " are both the pack org.example.visit 1.0.0, with different content: give one of them.",
                failure(one, other));
    }

    @Test
    void anIdThatAnotherPackOwnsIsRefused() throws Exception {
        List<String> refusals = refusals(SamplePack.of("org.example.harbours", "1.0.0")
                .file("OPBRIEF-INF/datasets/port.yaml", "id: port\ntitle: Harbours\ncolumns: {name: {title: Name}}\n")
                .in(packs));
        assertEquals(1, refusals.size(), refusals.toString());
        assertTrue(
                refusals.get(0).startsWith("org.example.harbours 1.0.0: ")
                        && refusals.get(0).contains("the data set 'port' already comes from org.example.port"),
                refusals.get(0));
    }

    @Test
    void aFaultInADefinitionIsToldWithFileAndLineAndOnce() throws Exception {
        List<String> refusals = refusals(SamplePack.of("org.example.visit", "1.0.0")
                .file("OPBRIEF-INF/datasets/visit.yaml", "id: visit\ntitel: Visits\ncolumns: {a: {title: A}}\n")
                .in(packs));
        assertEquals(1, refusals.size(), refusals.toString());
        assertTrue(
                refusals.get(0).startsWith("org.example.visit 1.0.0: OPBRIEF-INF/datasets/visit.yaml, line 2: "),
                refusals.get(0));
    }

    @Test
    void underSignedOnlyAnUnsignedPackIsRefused() throws Exception {
        open.trust().setPolicy(Trust.Policy.SIGNED_ONLY);
        before = Tree.of(workspace);
        assertEquals(
                List.of(
                        "The pack org.example.visit 1.0.0 is not signed; ask its author for a signed one, or let this workspace"
                                + " ask with \"opbrief trust policy ask\"."),
                refusals(SamplePack.data("visit", "1.0.0").in(packs)));
    }

    @Test
    void underAskAnUnsignedPackIsAskedAboutAndJavaCodeOnceMore() throws Exception {
        open.trust().setPolicy(Trust.Policy.ASK);
        before = Tree.of(workspace);
        byte[] anyClass =
                RefusalTest.class.getResourceAsStream("RefusalTest.class").readAllBytes();
        InstallPlan plan = open.plan(request(SamplePack.data("visit", "1.0.0")
                .file("a/RefusalTest.class", anyClass)
                .in(packs)));
        assertEquals(List.of(), plan.refusals());
        assertEquals(
                List.of(
                        "The pack org.example.visit 1.0.0 has Java code and is not signed, so nobody vouches for it; agree only if you"
                                + " know where it comes from.",
                        "The pack org.example.visit 1.0.0 has Java code, which can do whatever Opbrief can do: read, change"
                                + " and send whatever you can."),
                plan.questions());
    }

    @Test
    void aJarThatIsNoPackIsNotPlanned() throws Exception {
        Path text =
                Files.writeString(Files.createDirectories(packs).resolve("a.jar"), "no zip", StandardCharsets.UTF_8);
        assertTrue(failure(text).startsWith(text + ": "), failure(text));
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertEquals("There is no file absent/visit.jar.", failure("absent/visit.jar"));
        assertEquals(
                "There is no file visit, and no repository was given in which a pack could be found by its name.",
                failure("visit"));
        assertEquals(
                "'ftp://example.org/visit.jar' cannot be fetched: addresses begin with file:, http: or https:.",
                failure("ftp://example.org/visit.jar"));
    }

    @Test
    void whatWorksAndWouldNotWorkAfterAnUpdateIsToldBefore() throws Exception {
        open.carryOut(
                open.plan(request(SamplePack.report("ports", "port", "1.0.0").in(packs))));
        before = Tree.of(workspace);
        InstallPlan plan =
                open.plan(request(SamplePack.of("org.example.port", "2.0.0").in(packs)));
        assertEquals(
                List.of("The pack org.example.ports would not work any more: it needs the data set 'port'."),
                plan.breaks());
    }

    @Test
    void aPackThatCannotBeStartedIsTakenBack() throws Exception {
        open.trust().setPolicy(Trust.Policy.ANY);
        before = Tree.of(workspace);
        int bundles = opbrief.context().getBundles().length;
        InstallPlan plan = open.plan(request(
                SamplePack.data("port", "2.0.0").in(packs),
                SamplePack.data("visit", "1.0.0")
                        .header("Bundle-Activator", "absent.Activator")
                        .in(packs)));
        assertEquals(List.of(), plan.refusals());
        String message =
                assertThrows(PackException.class, () -> open.carryOut(plan)).getMessage();
        assertTrue(
                message.startsWith("The pack org.example.visit 1.0.0 cannot be used: it cannot be started: "), message);
        assertTrue(message.endsWith("; nothing was changed."), message);
        assertEquals(bundles, opbrief.context().getBundles().length);
        assertEquals(
                Bundle.ACTIVE,
                Arrays.stream(opbrief.context().getBundles())
                        .filter(bundle -> bundle.getSymbolicName().equals("org.example.port"))
                        .findFirst()
                        .orElseThrow()
                        .getState());
    }

    private List<String> refusals(Path... sources) throws PackException {
        InstallPlan plan = open.plan(request(sources));
        assertEquals(
                String.join(" ", plan.refusals()),
                assertThrows(PackException.class, () -> open.carryOut(plan)).getMessage());
        return plan.refusals();
    }

    private String failure(Path... sources) {
        return failure(Arrays.stream(sources).map(Path::toString).toArray(String[]::new));
    }

    private String failure(String... sources) {
        InstallRequest request = new InstallRequest(List.of(sources), List.of(), Optional.empty());
        return assertThrows(PackException.class, () -> open.plan(request)).getMessage();
    }
}
