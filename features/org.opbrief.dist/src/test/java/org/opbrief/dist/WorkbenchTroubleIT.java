package org.opbrief.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong while the window is open is said in words, takes nothing away, and the window goes on. */
class WorkbenchTroubleIT {
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

    private WorkbenchWindow open() throws Exception {
        return WorkbenchWindow.open(desktop, folder.resolve("home"), workspace.folder());
    }
}
