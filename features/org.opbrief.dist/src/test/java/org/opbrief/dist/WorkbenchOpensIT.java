package org.opbrief.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eclipse's bundles on Felix: what a change of their versions breaks, breaks here first. */
class WorkbenchOpensIT {

    @TempDir
    private Path folder;

    @Test
    void allBundlesAreUsedTheWindowOpensAndNothingIsLogged() throws Exception {
        Path home = folder.resolve("home");
        try (Desktop desktop = Desktop.start()) {
            // a second time too, with what the first one left
            for (String time : new String[] {"first", "second"}) {
                try (WorkbenchWindow window = WorkbenchWindow.open(desktop, home, folder.resolve("workspace"))) {
                    assertEquals("none", window.ask("unresolved"));
                    window.show("opens-" + time);
                    window.quit();
                    assertEquals("", window.output());
                }
                Path state = home.resolve("state/opbrief/workbench");
                assertTrue(Files.exists(state.resolve(".metadata")), "The layout is not kept in " + state);
                Path log = state.resolve("log.txt");
                assertEquals("", Files.exists(log) ? Files.readString(log) : "");
            }
        }
    }

    @Test
    void withoutAScreenItSaysSo() throws Exception {
        Map<String, String> none = Map.of("DISPLAY", "", "WAYLAND_DISPLAY", "");
        Distribution.Result result =
                Distribution.get().run(folder, none, "workbench", "--workspace", folder.resolve("never"));
        assertEquals(1, result.exitCode());
        assertEquals("", result.out());
        assertEquals(
                "opbrief: There is no screen to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set):"
                        + " start it in a graphical session, or use the other commands.",
                result.err().strip());
        assertFalse(Files.exists(folder.resolve("never")));
    }

    @Test
    void aScreenThatIsNotThereIsSaidInWords() throws Exception {
        Map<String, String> wrong = Map.of("DISPLAY", ":4711", "WAYLAND_DISPLAY", "");
        Distribution.Result result =
                Distribution.get().run(folder, wrong, "workbench", "--workspace", folder.resolve("never"));
        assertEquals(1, result.exitCode());
        assertTrue(result.complaint().contains("The screen cannot be used"), result.err());
    }
}
