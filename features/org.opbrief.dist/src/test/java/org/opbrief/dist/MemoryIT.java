package org.opbrief.dist;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The memory that the preferences give to the window. */
class MemoryIT {
    private static final String NO_SCREEN = "opbrief: There is no screen";
    private static final String FLAGS = "-XX:+PrintFlagsFinal";

    @TempDir
    private Path folder;

    private Path settings;

    @BeforeEach
    void makeTheFolder() throws Exception {
        settings = folder.resolve("state/opbrief/user/settings.properties");
        Files.createDirectories(settings.getParent());
    }

    @Test
    void theWindowStartsWithWhatIsChosen() throws Exception {
        Files.writeString(settings, "language=es\nmemory=320\n");
        Distribution.Result result = run(FLAGS, "--workspace", folder.resolve("workbench"), "workbench");
        assertTrue(result.out().contains("MaxHeapSize                              = 335544320"), result.out());
        assertTrue(result.complaint().startsWith(NO_SCREEN), result.err());
    }

    @Test
    void otherCommandsDoNot() throws Exception {
        Files.writeString(settings, "memory=320\n");
        Distribution.Result result = run(FLAGS, "data", "--workspace", "workbench");
        assertTrue(result.out().contains("MaxHeapSize "), result.err());
        assertFalse(result.out().contains("= 335544320"), result.out());
    }

    @Test
    void whatMakesNoSenseIsIgnoredWithASentence() throws Exception {
        for (String wrong : new String[] {"255", "2 GB", "-512", "99999999999", "$(touch hacked)"}) {
            Files.writeString(settings, "memory=" + wrong + "\n");
            String complaint = run("", "workbench").complaint();
            assertTrue(
                    complaint.startsWith("opbrief: The memory '" + wrong + "' in " + settings
                            + " is ignored: it is no number of MB, 256 or more, that Java can use; choose another in the"
                            + " preferences, General.\n" + NO_SCREEN),
                    complaint);
        }
        assertFalse(Files.exists(folder.resolve("hacked")));
    }

    @Test
    void whatTheEnvironmentSaysWins() throws Exception {
        Files.writeString(settings, "memory=320\n");
        assertTrue(run("-Xmx384m " + FLAGS, "workbench").out().contains("= 402653184"));
    }

    private Distribution.Result run(String javaOptions, Object... command) throws Exception {
        Map<String, String> environment = Map.of(
                "XDG_STATE_HOME",
                folder.resolve("state").toString(),
                "JAVA_OPTS",
                javaOptions,
                "DISPLAY",
                "",
                "WAYLAND_DISPLAY",
                "");
        return Distribution.get().run(folder, environment, command);
    }
}
