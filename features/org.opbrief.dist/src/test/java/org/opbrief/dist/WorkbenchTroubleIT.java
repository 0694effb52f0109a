package org.opbrief.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong while the window is open is said in words, takes nothing away, and the window goes on. */
class WorkbenchTroubleIT {
    /** Rows to the power of three: no machine ever ends it. */
    private static final String ENDLESS = """
            id: endless
            title: Endless
            needs: [seizure]
            queries:
              all:
                sql: >-
                  select count(*) as n from seizure a cross join seizure b cross join seizure c
                  where a.mass_kg < b.mass_kg + c.mass_kg
            sections:
              - {title: Rows, table: all}
            """;

    @TempDir
    private Path folder;

    private Desktop desktop;
    private Path sample;
    private Workspace workspace;

    @BeforeEach
    void start() throws Exception {
        desktop = Desktop.start();
        sample = folder.resolve("sample");
        assertEquals(0, Distribution.get().run("sample", sample).exitCode());
        workspace = Workspace.in(folder.resolve("workspace"));
        workspace.does("import", sample.resolve("seizures.csv"), "--as", "seizure");
    }

    @AfterEach
    void stop() throws Exception {
        desktop.close();
    }

    @Test
    void aBriefingIsCancelledInsideOfAQueryAndClosingAsksWhileOneRuns() throws Exception {
        workspace.does("install", endless(), "--yes");
        Map<String, String> before = Snapshot.of(workspace.folder());
        try (WorkbenchWindow window = open()) {
            window.press("alt+2");
            window.clickText("Progress");
            begin(window);
            window.show("trouble-running");
            window.click("cancel");
            window.await("its end", "texts\tprogress", texts -> texts.contains("Nothing is running"));
            window.show("trouble-cancelled");

            window.click("form.run");
            window.await("the run", "texts\tprogress", texts -> texts.contains("Endless"));
            window.press("ctrl+q");
            window.await("the question", "shells", shells -> shells.contains("Quit"));
            window.show("trouble-closing");
            window.press("Escape");
            window.await("the window", "shells", shells -> !shells.contains("Quit"));
            assertTrue(window.ask("texts", "progress").contains("Endless"));
            window.press("ctrl+q");
            window.await("the question", "shells", shells -> shells.contains("Quit"));
            window.press("alt+q");
            window.awaitEnd();
        }
        assertEquals(before, Snapshot.of(workspace.folder()));
    }

    @Test
    void filesAreDroppedAnywhereOntoTheWindow() throws Exception {
        Path picture = Files.write(folder.resolve("picture.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, 3});
        try (WorkbenchWindow window = open()) {
            window.press("alt+3");
            window.drop("packs.table", sample.resolve("arrests.csv"), sample.resolve("firearms.csv"));
            window.await(
                    "the wizard",
                    "texts\timport.files",
                    texts -> texts.contains("arrests.csv") && texts.contains("firearms.csv"));
            window.await("their data sets", "enabled\timport.next", "true"::equals);
            window.show("trouble-dropped-tables");
            window.press("Escape");
            window.await("the window", "shells", shells -> !shells.contains("Import"));

            window.press("alt+2");
            window.drop("gallery.reports", endless());
            window.await("the plan", "text\tplan.text", text -> text.contains("org.example.endless"));
            window.show("trouble-dropped-pack");
            window.press("Escape");
            window.await("the window", "shells", shells -> !shells.contains("Install"));

            window.drop("preview", picture);
            window.await("a sentence", "shells", shells -> shells.contains("Dropped files"));
            window.show("trouble-dropped-picture");
            window.press("Return");
            window.await("the window", "shells", shells -> !shells.contains("Dropped files"));
            window.quit();
        }
    }

    @Test
    void aSecondWindowIsToldWhoHasTheWorkspaceAndMayChooseAnother() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        try (WorkbenchWindow first = open()) {
            first.clickItem("navigator.tree", "Drug seizures");
            first.await("the rows", "text\tdata.count", "12,608 rows"::equals);
            try (WorkbenchWindow second = openAnother()) {
                second.await("the question", "shells", "Workspace"::equals);
                second.show("trouble-second");
                second.press("alt+q");
                second.awaitEnd(1);
                assertTrue(second.output().contains("in use"), second.output());
            }
            try (WorkbenchWindow second = openAnother()) {
                second.await("the question", "shells", "Workspace"::equals);
                second.press("alt+c");
                second.chooseFile("Workspace", other);
                second.await("the window", "shells", shells -> shells.contains("Opbrief"));
                second.quit();
            }
            first.click("data.table");
            first.press("ctrl+End");
            first.await("the rows", "text\tdata.count", "12,608 rows"::equals);
            first.quit();
        }
    }

    @Test
    void aDamagedPdfIsToldInItsPlaceAndAnotherCanBeShown() throws Exception {
        Path jar = PackJar.report("org.example.counted", "counted", "seizure").write(folder.resolve("counted.jar"));
        workspace.does("install", jar, "--yes");
        workspace.does("run", "hello");
        workspace.does("run", "counted");
        Path pdf = workspace.folder().resolve("out/hello.pdf");
        byte[] whole = Files.readAllBytes(pdf);
        try (WorkbenchWindow window = open()) {
            window.press("alt+2");
            Files.write(pdf, Arrays.copyOf(whole, whole.length / 3));
            assertToldAndAnotherShown(window, "damaged");
            byte[] garbage = new byte[whole.length];
            new Random(1).nextBytes(garbage);
            Files.write(pdf, garbage);
            assertToldAndAnotherShown(window, "damaged");
            Files.delete(pdf);
            assertToldAndAnotherShown(window, "not there any more|has no PDF");
            window.quit();
        }
    }

    private static void assertToldAndAnotherShown(WorkbenchWindow window, String words) throws Exception {
        window.clickItem("outputs.table", "hello");
        window.click("outputs.preview");
        window.await("a sentence", "text\tpreview.message", text -> text.matches(".*(" + words + ").*"));
        window.show("trouble-pdf");
        assertEquals(1, window.ask("shells").split("\t").length);
        window.clickItem("outputs.table", "counted");
        window.click("outputs.preview");
        window.await("the other", "text\tpreview.title", "Counted"::equals);
        window.await("its pages", "text\tpreview.page", "1"::equals);
        window.await("no sentence", "text\tpreview.message", "none"::equals);
    }

    @Test
    void aWorkspaceThatIsDeletedIsSaidToBeGoneAndIsNotBegunAnew() throws Exception {
        try (WorkbenchWindow window = open()) {
            window.clickItem("navigator.tree", "Drug seizures");
            window.await("the rows", "text\tdata.count", "12,608 rows"::equals);
            Snapshot.delete(workspace.folder());
            window.click("data.table");
            window.press("End");
            window.await("a sentence", "text\tdata.status", text -> text.contains(" is gone: "));
            window.picture("trouble-gone");
            assertEquals(1, window.ask("shells").split("\t").length);
            assertFalse(Files.exists(workspace.folder()));
            window.press("ctrl+q");
            window.awaitEnd();
        }
        assertFalse(Files.exists(workspace.folder()));
    }

    private Path endless() throws Exception {
        return PackJar.named("org.example.endless", "1.0.0")
                .needing("seizure")
                .file("reports/endless/report.yaml", ENDLESS)
                .write(folder.resolve("endless.jar"));
    }

    private static void run(WorkbenchWindow window, String report) throws Exception {
        window.click("gallery.filter");
        window.type(report);
        window.clickItem("gallery.reports", report);
        window.await("its parameters", "enabled\tform.run", "true"::equals);
        window.click("form.run");
    }

    private static void begin(WorkbenchWindow window) throws Exception {
        run(window, "Endless");
        window.await("the run", "texts\tprogress", texts -> texts.contains("Endless"));
    }

    private WorkbenchWindow open() throws Exception {
        return WorkbenchWindow.open(desktop, folder.resolve("home"), workspace.folder());
    }

    private WorkbenchWindow openAnother() throws Exception {
        return WorkbenchWindow.start(desktop, folder.resolve("home"), workspace.folder());
    }
}
