package org.opbrief.workbench.briefing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

class WorkbookViewTest {
    @TempDir
    Path folder;

    @Test
    void sheetsAreReadAsTheyAreShown() throws Exception {
        WorkbookSheets sheets = new WorkbookSheets(Samples.workbook(folder));
        List<String> names = sheets.names();
        String seizures = names.stream()
                .filter(name -> name.contains("Seizures"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(names.toString()));
        WorkbookSheets.Sheet sheet = sheets.read(seizures);
        assertTrue(
                sheet.rows().stream()
                        .anyMatch(row -> Arrays.asList(row).containsAll(List.of("Exhibit 7", "7,259 pills"))),
                "no row of exhibit 7");
        assertTrue(sheet.complete());
    }

    @Test
    void aDamagedWorkbookIsOneSentence() throws Exception {
        Path file = Files.writeString(folder.resolve("damaged.xlsx"), "nothing");
        PreviewException problem = assertThrows(PreviewException.class, () -> new WorkbookSheets(file).names());
        assertEquals(
                "The file " + file + " is damaged or no workbook and cannot be shown; run the briefing again.",
                problem.getMessage());
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
    void aSheetIsReadWhenItIsLookedAt() throws Exception {
        Path workbook = Samples.workbook(folder);
        try (Window<WorkbookView> window = new Window<>(900, 600, WorkbookView::new)) {
            window.view().open(workbook);
            CTabFolder tabs = window.find("workbook.sheets");
            window.await(
                    "the first sheet",
                    () -> tabs.getItemCount() > 1 && tabs.getSelection().getControl() instanceof Table);
            assertEquals("", window.<Label>find("workbook.message").getText());
            assertEquals(null, tabs.getItem(1).getControl());
            window.screenshot("workbook");
        }
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
    void aWorkbookIsReadWhenTheViewIsLookedAt() throws Exception {
        try (Window<WorkbookView> window = new Window<>(900, 600, WorkbookView::new)) {
            CTabFolder tabs = window.find("workbook.sheets");
            window.view().setVisible(false);
            window.view().open(folder.resolve("operation-last-mile.xlsx"));
            window.settle();
            // whoever reads it earlier finds nothing
            Samples.workbook(folder);
            window.view().setVisible(true);
            window.await("the sheets", () -> tabs.getItemCount() > 1);
            window.view().setVisible(false);
            window.view().open(folder.resolve("absent.xlsx"));
            window.view().clear();
            window.view().setVisible(true);
            window.settle();
            assertEquals(
                    "Run a briefing with the format Excel to see its sheets here.",
                    window.<Label>find("workbook.message").getText());
            assertEquals(0, tabs.getItemCount());
            assertEquals(List.of(), window.problems().all());
        }
    }
}
