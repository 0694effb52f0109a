package org.opbrief.workbench.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.data.Importer;
import org.opbrief.api.data.Mapping;
import org.opbrief.api.data.Mapping.Constant;
import org.opbrief.api.data.Mapping.FromHeader;
import org.opbrief.api.data.Mapping.SameUnit;
import org.opbrief.api.data.Mappings;
import org.opbrief.api.data.Unit;
import org.opbrief.api.report.ReportCatalog;
import org.opbrief.mapping.WorkspaceMappings;
import org.opbrief.workbench.Fakes;
import org.opbrief.workbench.TestWindow;
import org.opbrief.workbench.packs.FakePacks;
import org.opbrief.workbench.session.Session;

@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
class ColumnsPageTest {
    private static final int DRUG = 3;
    private static final int MASS = 4;

    @TempDir
    Path temp;

    private TestWindow screen;
    private ImportingStore store;

    @BeforeEach
    void open() throws Exception {
        store = new ImportingStore(temp);
        screen = new TestWindow(420, 560);
        Session session = new Fakes()
                .with(ReportCatalog.class, new Fakes.Catalog(List.of(Seizures.SET)))
                .with(Importer.class, new LineImporter())
                .with(Mappings.class, new WorkspaceMappings())
                .session(store, new FakePacks());
        Path file = Files.writeString(
                temp.resolve("seizures.csv"),
                "Seizure_ID,division,Date seized,substance,Weight lbs,units,remarks\n"
                        + "S-1,Omaha,2023-05-01,ecstasy,1.5,3,a\nS-2,Denver,2023-05-02,ice,2,,b\n");
        screen.open();
        ImportDialog dialog = ImportDialog.of(screen.shell(), session, screen.work(), List.of(file));
        dialog.setBlockOnOpen(false);
        dialog.open();
        screen.until(
                "proposals", () -> screen.find(Button.class, "import.columns").isEnabled());
        screen.click("import.columns");
    }

    @AfterEach
    void close() throws Exception {
        screen.close();
        store.close();
    }

    private String[] row(int column) {
        Table table = screen.find(Table.class, "columns.table");
        String[] texts = new String[table.getColumnCount()];
        Arrays.setAll(texts, i -> table.getItem(column).getText(i));
        return texts;
    }

    private void choose(int column, String combo, String text) {
        Table table = screen.find(Table.class, "columns.table");
        table.select(column);
        table.notifyListeners(SWT.Selection, new Event());
        Combo choice = screen.find(Combo.class, combo);
        choice.select(choice.indexOf(text));
        choice.notifyListeners(SWT.Selection, new Event());
        screen.settle();
    }

    private Optional<Mapping> checked() {
        screen.click("import.next");
        screen.until("check", () -> screen.find(Button.class, "import.finish").isEnabled());
        return store.requests.get(store.requests.size() - 1).mapping();
    }

    @Test
    void eachColumnIsShownWithWhatFillsItHowSureThatIsAndSomeValues() throws Exception {
        assertEquals(List.of("Seizure", "Seizure_ID", "", "certain: the same name", "S-1 · S-2"), List.of(row(0)));
        assertEquals(
                List.of(
                        "Seized",
                        "Date seized",
                        "",
                        "a guess (60 %): a similar name or values",
                        "2023-05-01 · 2023-05-02"),
                List.of(row(2)));
        assertEquals(List.of("Drug", "not in the file", "", "needed: choose what fills it", ""), List.of(row(DRUG)));
        assertEquals(DRUG, screen.find(Table.class, "columns.table").getSelectionIndex());
        assertEquals(
                "Columns of the file that are left out: substance, Weight lbs, remarks",
                screen.find(Label.class, "columns.unused").getText());
        screen.shoot("columns-proposed");
        assertEquals(Optional.empty(), checked());
    }

    @Test
    void whatIsChosenIsMarkedAndCheckedAnew() throws Exception {
        choose(DRUG, "columns.from", "substance");
        choose(MASS, "columns.from", "Weight lbs");
        assertEquals(List.of("Mass", "Weight lbs", "lb", "chosen by you", "1.5 · 2"), List.of(row(MASS)));
        choose(MASS, "columns.unit", "oz");
        assertEquals("oz", row(MASS)[2]);
        screen.shoot("columns-chosen");
        Map<String, Mapping.Field> fields = checked().orElseThrow().fields();
        assertEquals(FromHeader.plain("substance"), fields.get("drug"));
        assertEquals(Optional.of(new SameUnit(Unit.OUNCE)), ((FromHeader) fields.get("mass_kg")).unit());
        assertEquals(6, fields.size());
        screen.shoot("columns-check");
        screen.click("import.check.columns");
        assertEquals("substance", row(DRUG)[1]);
        assertFalse(screen.find(Button.class, "import.finish").isEnabled());
        screen.click("columns.reset");
        assertEquals("not in the file", row(DRUG)[1]);
        assertEquals(Optional.empty(), checked());
    }

    @Test
    void oneValueForAllRowsIsTypedOrChosenFromTheVocabulary() {
        Combo value = screen.find(Combo.class, "columns.value");
        assertFalse(value.isEnabled());
        choose(DRUG, "columns.from", "the same value in all rows");
        assertEquals(List.of("fentanyl", "meth", "cocaine"), List.of(value.getItems()));
        value.setText("meth");
        screen.settle();
        assertEquals("always \"meth\"", row(DRUG)[1]);
        assertEquals(new Constant("meth"), checked().orElseThrow().fields().get("drug"));
    }

    @Test
    void theUnitMayStandInAnotherColumnRowByRow() {
        choose(MASS, "columns.from", "Weight lbs");
        choose(MASS, "columns.unit", "the unit in remarks");
        assertEquals("the unit in remarks", row(MASS)[2]);
        assertEquals(
                "Columns of the file that are left out: substance",
                screen.find(Label.class, "columns.unused").getText());
        assertTrue(screen.find(Combo.class, "columns.unit").isEnabled());
    }
}
