package org.opbrief.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What packs contribute to the window comes and goes with them, and a bad one harms nobody. */
class WorkbenchContributionsIT {
    private static final String PACK = "org.example.glance";
    private static final String COMMAND = "Data sets at a glance";

    @TempDir
    private Path folder;

    private Desktop desktop;
    private Workspace workspace;

    @BeforeEach
    void start() throws Exception {
        desktop = Desktop.start();
        workspace = Workspace.in(folder.resolve("workspace"));
        workspace.does("trust", "policy", "any");
    }

    @AfterEach
    void stop() throws Exception {
        desktop.close();
    }

    @Test
    void aViewWithItsKeyComesAndGoesWhileTheWindowIsOpenAndIsFoundAgain() throws Exception {
        Path jar = ManualPack.read().build(folder.resolve("glance"));
        try (WorkbenchWindow window = open()) {
            install(window, jar);
            window.press("alt+1", "ctrl+shift+g");
            window.await("the view", "texts\tglance.table", texts -> texts.contains("Drug seizures"));
            window.show("contributions-view");
            window.quit();
            assertEquals("", log());
        }
        try (WorkbenchWindow window = open()) {
            window.await("the view again", "texts\tglance.table", texts -> texts.contains("Drug seizures"));
            assertTrue(quickAccess(window).contains(COMMAND));
            uninstall(window);
            window.await("the end of the view", "where\tglance.table", "none"::equals);
            assertFalse(quickAccess(window).contains(COMMAND));
            window.press("ctrl+shift+g");
            assertEquals("none", window.ask("where", "glance.table"));
            window.show("contributions-gone");
            window.quit();
            assertEquals("", log());
        }
        try (WorkbenchWindow window = open()) {
            assertFalse(quickAccess(window).contains(COMMAND));
            window.quit();
            assertEquals("", log());
        }
    }

    @Test
    void aViewAndAHandlerThatFailNameTheirPackAndTheWindowGoesOn() throws Exception {
        installByCommand(
                ManualPack.read()
                        .changed("src/GlanceView.java", "column(\"Columns\", 100);", "fail();")
                        .changed(
                                "src/GlanceView.java",
                                "private void column(",
                                "private void fail() { throw new IllegalStateException(\"no glance\"); } private void column("));
        installByCommand(ManualPack.read()
                .named("org.example.other")
                .changed("fragment.e4xmi", "M1+M2+G", "M1+M2+H")
                .changed("src/ShowGlance.java", "parts.showPart(", "throw new IllegalStateException(")
                .changed("src/ShowGlance.java", ", PartState.ACTIVATE", ""));
        try (WorkbenchWindow window = open()) {
            window.press("ctrl+shift+g");
            window.await("a sentence in its place", "text\tfailed", WorkbenchContributionsIT::blames);
            window.show("contributions-failed-view");
            window.press("ctrl+shift+h");
            window.await("a dialog", "shells", shells -> shells.contains("The window"));
            window.show("contributions-failed-handler");
            window.press("Return");
            window.await("its end", "shells", shells -> !shells.contains("The window"));
            assertTrue(quickAccess(window).contains(COMMAND));
            window.quit();
        }
        assertTrue(log().contains("The pack org.example.other has a fault (java.lang.IllegalStateException"), log());
        try (WorkbenchWindow window = open()) {
            window.await("the sentence again", "text\tfailed", WorkbenchContributionsIT::blames);
            window.quit();
        }
        workspace.does("uninstall", PACK, "org.example.other", "--yes");
        String before = log();
        try (WorkbenchWindow window = open()) {
            assertFalse(quickAccess(window).contains(COMMAND));
            assertEquals("none", window.ask("where", "failed"));
            window.quit();
        }
        assertEquals(before, log());
    }

    private static boolean blames(String text) {
        return text.equals("The pack org.example.glance has a fault (java.lang.IllegalStateException: no glance):"
                + " ask its author for another version, or uninstall it.");
    }

    private void installByCommand(ManualPack pack) throws Exception {
        workspace.does("install", pack.build(Files.createTempDirectory(folder, "pack")), "--yes");
    }

    private WorkbenchWindow open() throws Exception {
        return WorkbenchWindow.open(desktop, folder.resolve("home"), workspace.folder());
    }

    private void install(WorkbenchWindow window, Path jar) throws Exception {
        window.press("alt+3");
        window.click("packs.install");
        window.chooseFile("Install packs", jar);
        window.await("the plan", "text\tplan.text", text -> text.contains(PACK));
        window.click("plan.agree");
        window.await("the agreement", "enabled\tplan.go", "true"::equals);
        window.click("plan.go");
        window.await("the pack", "texts\tpacks.table", texts -> texts.contains(PACK));
    }

    private void uninstall(WorkbenchWindow window) throws Exception {
        window.press("alt+3");
        window.clickItem("packs.table", PACK);
        window.click("packs.uninstall");
        window.await("the plan", "text\tplan.text", text -> text.contains(PACK));
        window.click("plan.go");
        window.await("its end", "texts\tpacks.table", texts -> !texts.contains(PACK));
    }

    /** What quick access offers. */
    private static String quickAccess(WorkbenchWindow window) throws Exception {
        window.press("ctrl+3");
        String choices = window.await("quick access", "texts\tchoices", texts -> texts.contains("Import"));
        window.press("Escape");
        window.await("its end", "where\tchoices", "none"::equals);
        return choices;
    }

    /** What Eclipse and Opbrief wrote into their log; empty if there is none. */
    private String log() throws Exception {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder.resolve("home/state"))) {
            List<Path> logs = files.filter(file -> file.getFileName().toString().matches("log\\.txt|\\.log"))
                    .toList();
            for (Path file : logs) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
