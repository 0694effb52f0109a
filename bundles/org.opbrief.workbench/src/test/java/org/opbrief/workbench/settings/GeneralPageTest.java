package org.opbrief.workbench.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.workbench.TestWindow;

@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
class GeneralPageTest {
    @TempDir
    Path folder;

    @Test
    void onlyAMemoryThatTheComputerHasIsTaken() throws Exception {
        Settings settings = Settings.of(folder.resolve("settings.properties"));
        try (TestWindow window = new TestWindow(620, 420)) {
            GeneralPage page = new GeneralPage(settings, 8_000);
            page.createControl(window.shell());
            window.open();
            Text memory = window.find(Text.class, "settings.memory");
            for (String wrong : new String[] {"255", "8001", "2 GB", "-300"}) {
                memory.setText(wrong);
                assertFalse(page.isValid(), wrong);
                assertEquals(
                        wrong + " is no number of MB from 256 to 8000: correct it, or leave it empty.",
                        page.getErrorMessage());
            }
            memory.setText(" 8000 ");
            assertTrue(page.isValid());
            window.shoot("preferences-general");
            page.performOk();
            assertEquals(Optional.of(8_000), settings.memory());
            memory.setText("");
            assertTrue(page.isValid());
            page.performOk();
            assertEquals(Optional.empty(), settings.memory());
        }
    }
}
