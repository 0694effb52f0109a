package org.opbrief.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
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

    private static final Duration SOON = Duration.ofSeconds(5);

    @TempDir
    private Path folder;

    private Desktop desktop;
    private Workspace workspace;

    @BeforeEach
    void start() throws Exception {
        desktop = Desktop.start();
        Path sample = folder.resolve("sample");
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
            window.clickTab("Progress");
            begin(window);
            window.show("trouble-running");
            long cancelled = System.nanoTime();
            window.click("cancel");
            window.await("its end", "texts\tprogress", texts -> texts.contains("Nothing is running"));
            assertSoon(cancelled);
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
            long quit = System.nanoTime();
            window.press("alt+c");
            window.awaitEnd();
            assertSoon(quit);
        }
        assertEquals(before, Snapshot.of(workspace.folder()));
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

    private static void begin(WorkbenchWindow window) throws Exception {
        window.click("gallery.filter");
        window.type("Endless");
        window.clickItem("gallery.reports", "Endless");
        window.await("its parameters", "enabled\tform.run", "true"::equals);
        window.click("form.run");
        window.await("the run", "texts\tprogress", texts -> texts.contains("Endless"));
    }

    /** Two seconds are enough for what was cancelled; a slow machine has some more. */
    private static void assertSoon(long since) {
        Duration passed = Duration.ofNanos(System.nanoTime() - since);
        assertTrue(passed.compareTo(SOON) < 0, passed.toString());
    }

    private WorkbenchWindow open() throws Exception {
        return WorkbenchWindow.open(desktop, folder.resolve("home"), workspace.folder());
    }
}
