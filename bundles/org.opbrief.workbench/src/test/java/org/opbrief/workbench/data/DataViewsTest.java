package org.opbrief.workbench.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.data.Finding;
import org.opbrief.api.data.ImportRequest.Option;
import org.opbrief.api.data.Importer;
import org.opbrief.api.data.Mappings;
import org.opbrief.api.data.Progress;
import org.opbrief.api.report.ReportCatalog;
import org.opbrief.mapping.WorkspaceMappings;
import org.opbrief.workbench.Fakes;
import org.opbrief.workbench.TestWindow;
import org.opbrief.workbench.packs.FakePacks;
import org.opbrief.workbench.session.Change;
import org.opbrief.workbench.session.Session;

@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
class DataViewsTest {
    @TempDir
    Path temp;

    private final List<RowsChoice> chosen = new ArrayList<>();
    private TestWindow screen;
    private ImportingStore store;
    private Session session;

    @BeforeEach
    void open() throws Exception {
        store = new ImportingStore(temp);
        store.add("drug-seizure", "seizures-2022.csv", 12_345, 2);
        store.add("drug-seizure", "seizures-2023.csv", 2_345, 0);
        store.add("tip", "tips.csv", 10, 0);
        screen = new TestWindow(420, 560);
        session = new Fakes()
                .with(ReportCatalog.class, new Fakes.Catalog(List.of(Seizures.SET)))
                .with(Importer.class, new LineImporter())
                .with(Mappings.class, new WorkspaceMappings())
                .session(store, new FakePacks());
    }

    @AfterEach
    void close() throws Exception {
        screen.close();
        store.close();
    }

    private Tree navigator() {
        new NavigatorView(screen.shell(), session, screen.work(), chosen::add, files -> {});
        screen.open();
        Tree tree = screen.find(Tree.class, "navigator.tree");
        screen.until("data sets", () -> tree.getItemCount() == 2);
        return tree;
    }

    private void select(Tree tree, TreeItem item) {
        tree.setSelection(item);
        tree.notifyListeners(SWT.Selection, new Event());
        screen.settle();
    }

    @Test
    void theNavigatorShowsDataSetsBatchesAndWhatWasRejected() throws Exception {
        Tree tree = navigator();
        assertEquals("Drug seizures", tree.getItem(0).getText(0));
        assertEquals("14,690", tree.getItem(0).getText(1));
        assertEquals("tip (its pack is not installed)", tree.getItem(1).getText(0));
        TreeItem batch = tree.getItem(0).getItem(0);
        assertEquals("1 · seizures-2022.csv · as of 2023-05-01", batch.getText(0));
        TreeItem rejected = batch.getItem(0);
        tree.getItem(0).setExpanded(true);
        batch.setExpanded(true);
        rejected.setExpanded(true);
        Event expand = new Event();
        expand.item = rejected;
        tree.notifyListeners(SWT.Expand, expand);
        screen.until("rejects", () -> rejected.getItemCount() == 2);
        assertEquals(
                "line 17, column Mass (kg), value \"12,5,1\": is not a number like 1234.5",
                rejected.getItem(0).getText(0));
        select(tree, batch);
        assertEquals(List.of(new RowsChoice("drug-seizure", OptionalLong.of(1))), chosen);
        screen.shoot("navigator");
    }

    @Test
    void aBatchIsRemovedOnlyIfItIsConfirmed() throws Exception {
        Tree tree = navigator();
        select(tree, tree.getItem(0).getItem(0));
        screen.shell().getDisplay().timerExec(300, () -> answer("&Keep", "remove-batch"));
        screen.press(tree, SWT.DEL, 0);
        assertEquals(List.of(), store.removed);
        screen.shell().getDisplay().timerExec(300, () -> answer("&Remove", ""));
        screen.press(tree, SWT.DEL, 0);
        screen.until("removed", () -> tree.getItem(0).getItemCount() == 1);
        assertEquals(List.of(1L), store.removed);
        assertEquals("2,345", tree.getItem(0).getText(1));
    }

    @Test
    void twoBatchesOfADataSetAreCompared() {
        Tree tree = navigator();
        select(tree, tree.getItem(1));
        assertFalse(screen.item("navigator.compare").isEnabled());
        select(tree, tree.getItem(0));
        assertTrue(screen.item("navigator.compare").isEnabled());
        List<String> seen = new ArrayList<>();
        screen.shell().getDisplay().timerExec(600, () -> {
            seen.add(screen.find(Combo.class, "compare.earlier").getText());
            seen.add(screen.find(Combo.class, "compare.later").getText());
            seen.add(screen.find(Label.class, "compare.summary").getText());
            Table totals = screen.find(Table.class, "compare.totals");
            seen.add(row(totals, 0));
            Table revisions = screen.find(Table.class, "compare.revisions");
            seen.add(row(revisions, 0));
            seen.add(row(revisions, 1));
            answer("&Close", "compare");
        });
        screen.item("navigator.compare").notifyListeners(SWT.Selection, new Event());
        assertEquals(
                List.of(
                        "1 · seizures-2022.csv · as of 2023-05-01",
                        "2 · seizures-2023.csv · as of 2023-05-01",
                        "Compared by Seizure: 12,000 the same, 1 changed, 10 new, 345 gone.",
                        "Mass (kg) | 1,000.500 | 998.250 | -2.250 | ",
                        "S-1 | Mass (kg) | 3.25 | 1.000",
                        "S-2 | new row |  | "),
                seen);
    }

    private static String row(Table table, int row) {
        return IntStream.range(0, table.getColumnCount())
                .mapToObj(column -> table.getItem(row).getText(column))
                .collect(Collectors.joining(" | "));
    }

    private void answer(String button, String shot) {
        Shell dialog = Stream.of(screen.shell().getDisplay().getShells())
                .filter(shell -> shell != screen.shell() && shell.isVisible())
                .findFirst()
                .orElseThrow();
        try {
            if (!shot.isEmpty()) {
                screen.shoot(shot);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        press(dialog, button);
    }

    private static boolean press(org.eclipse.swt.widgets.Composite in, String text) {
        for (org.eclipse.swt.widgets.Control child : in.getChildren()) {
            if (child instanceof Button button && button.getText().equals(text)) {
                button.notifyListeners(SWT.Selection, new Event());
                return true;
            }
            if (child instanceof org.eclipse.swt.widgets.Composite inner && press(inner, text)) {
                return true;
            }
        }
        return false;
    }

    private ImportDialog wizard(String... names) throws Exception {
        List<Path> files = new ArrayList<>();
        for (String name : names) {
            files.add(Files.writeString(
                    temp.resolve(name), "Seizure_ID,division,SEIZED,drug,mass kg,units,remarks\nS-1,Omaha\n"));
        }
        screen.open();
        ImportDialog dialog = ImportDialog.of(screen.shell(), session, screen.work(), files);
        dialog.setBlockOnOpen(false);
        dialog.open();
        screen.until("proposals", () -> screen.find(Button.class, "import.next").isEnabled());
        return dialog;
    }

    @Test
    void theWizardProposesChecksImportsAndTells() throws Exception {
        wizard("seizures.csv", "more.csv");
        Table files = screen.find(Table.class, "import.files");
        assertEquals("Drug seizures", files.getItem(0).getText(1));
        assertEquals("6 of 7 columns", files.getItem(0).getText(2));
        assertFalse(screen.find(Button.class, "import.finish").isEnabled());
        screen.shoot("import-1-files");

        screen.click("import.next");
        screen.until("check", () -> screen.find(Button.class, "import.finish").isEnabled());
        assertTrue(store.requests.stream().allMatch(request -> request.has(Option.DRY_RUN)));
        assertEquals(3, store.batches().size());
        assertEquals(
                "2,468 rows can be imported; 4 break a rule and will be left out.",
                screen.find(Label.class, "import.check.summary").getText());
        Table rejects = screen.find(Table.class, "import.check.rejects");
        assertEquals("12,5,1", rejects.getItem(0).getText(3));
        assertTrue(screen.find(Text.class, "import.check.notes").getText().contains("\"Remarks\""));
        screen.shoot("import-2-check");

        screen.click("import.finish");
        screen.until(
                "end",
                () -> screen.find(Button.class, "import.finish").getText().equals("&Close"));
        assertEquals(5, store.batches().size());
        assertEquals(
                "2,468 rows were imported; 4 broke a rule and were left out.",
                screen.find(Label.class, "import.result.summary").getText());
        screen.shoot("import-3-result");
        screen.click("import.finish");
        assertFalse(screen.has("import.finish"));
    }

    @Test
    void errorsOfThePlanAreReadBeforeTheImportGoesOn() throws Exception {
        store.found = Finding.error("The column Exhibit is a guess.");
        wizard("seizures.csv");
        screen.click("import.next");
        screen.until("check", () -> screen.find(Button.class, "import.finish").isEnabled());
        assertTrue(screen.find(Text.class, "import.check.notes")
                .getText()
                .contains("seizures.csv: Error: The column Exhibit is a guess."));
        screen.click("import.finish");
        screen.until(
                "end",
                () -> screen.find(Button.class, "import.finish").getText().equals("&Close"));
        assertEquals(4, store.batches().size());
        screen.click("import.finish");
    }

    @Test
    void anErrorThatNobodyHasReadKeepsTheRowsOut() throws Exception {
        store.found = Finding.error("The column Exhibit is a guess.");
        Path file = Files.writeString(temp.resolve("seizures.csv"), "a\n1\n");
        ImportRun run = new ImportRun(
                store,
                List.of(new ImportFile(file).as(session.catalog().dataSets().get(0))),
                LocalDate.of(2023, 5, 1),
                Set.of(),
                Set.of());
        run.run(Progress.NONE);
        assertEquals(
                Optional.of("The column Exhibit is a guess."),
                run.outcomes().get(0).failure());
        assertEquals(3, store.batches().size());
    }

    @Test
    void anImportThatIsStoppedKeepsWhatWasDoneAndSaysSo() throws Exception {
        wizard("seizures.csv");
        screen.click("import.next");
        screen.until("check", () -> screen.find(Button.class, "import.finish").isEnabled());
        store.gate = new CountDownLatch(1);
        screen.click("import.finish");
        screen.until("import runs", () -> screen.find(Label.class, "import.result.summary")
                .getText()
                .equals("Importing: checking rows"));
        screen.shoot("import-running");
        screen.click("import.result.stop");
        screen.until("stopped", () -> screen.find(Label.class, "import.result.summary")
                .getText()
                .startsWith("Stopped."));
        assertEquals(3, store.batches().size());
        screen.shoot("import-stopped");
    }

    @Test
    void aFileThatCannotBeReadDoesNotKeepTheOthersFromComing() throws Exception {
        wizard("broken.csv", "seizures.csv");
        screen.click("import.next");
        screen.until("check", () -> screen.find(Button.class, "import.finish").isEnabled());
        assertTrue(screen.find(Text.class, "import.check.notes")
                .getText()
                .startsWith("broken.csv: broken.csv, line 3: a quote is never closed; close it."));
        assertTrue(screen.find(Label.class, "import.check.summary")
                .getText()
                .endsWith("Files that cannot be imported: 1, see the notes."));
    }

    @Test
    void theNavigatorFollowsWhatChanges() {
        Tree tree = navigator();
        store.add("drug-seizure", "new.csv", 1, 0);
        session.changed(Change.DATA);
        screen.until("batch", () -> tree.getItem(0).getItemCount() == 3);
        assertEquals("14,691", tree.getItem(0).getText(1));
    }
}
