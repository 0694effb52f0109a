package org.opbrief.workbench.settings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.opbrief.workbench.TestWindow;

@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
class WorkspacePageTest {
    private static final Path EAST = Path.of("/data/east").toAbsolutePath();
    private static final Path WEST = Path.of("/data/west").toAbsolutePath();
    private static final Path SHARED = Path.of("/srv/shared").toAbsolutePath();

    private final Settings settings = Settings.of(Path.of("none"));
    private TestWindow window;

    @BeforeEach
    void open() {
        settings.opened(WEST);
        settings.opened(EAST);
        window = new TestWindow(620, 420);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private WorkspacePage page() {
        WorkspacePage page = new WorkspacePage(settings);
        page.createControl(window.shell());
        window.open();
        return page;
    }

    @Test
    void aWorkspaceOfEarlierCanBeTheOneOfTheStart() throws Exception {
        WorkspacePage page = page();
        Combo start = window.find(Combo.class, "settings.startWorkspace");
        assertArrayEquals(
                new String[] {"The one that was open last", EAST.toString(), WEST.toString()}, start.getItems());
        assertEquals(0, start.getSelectionIndex());
        start.select(2);
        window.shoot("preferences-workspace");
        assertEquals(Optional.empty(), settings.startWorkspace());
        page.performOk();
        assertEquals(Optional.of(WEST), settings.startWorkspace());
        start.select(0);
        page.performOk();
        assertEquals(Optional.empty(), settings.startWorkspace());
    }

    @Test
    void theOneOfTheStartIsOfferedThoughItIsNotAmongTheRecent() {
        settings.startWorkspace(Optional.of(SHARED));
        page();
        Combo start = window.find(Combo.class, "settings.startWorkspace");
        assertEquals(SHARED.toString(), start.getText());
    }

    @Test
    void recentOnesAreRemovedWhenTheUserSaysSo() {
        WorkspacePage page = page();
        Button remove = window.find(Button.class, "settings.recent.remove");
        assertFalse(remove.isEnabled());
        var recent = window.find(org.eclipse.swt.widgets.List.class, "settings.recent");
        recent.select(0);
        recent.notifyListeners(SWT.Selection, new Event());
        window.click("settings.recent.remove");
        assertArrayEquals(new String[] {WEST.toString()}, recent.getItems());
        assertEquals(List.of(EAST, WEST), settings.recentWorkspaces());
        page.performOk();
        assertEquals(List.of(WEST), settings.recentWorkspaces());
    }
}
