package org.opbrief.workbench.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.opbrief.workbench.TestWindow;

@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
class TableViewTest {
    private TestWindow screen;
    private MemoryStore store;
    private TableView view;

    @BeforeEach
    void open() {
        store = Seizures.store(2_500);
        screen = new TestWindow(1100, 600);
        view = new TableView(screen.shell(), screen.work());
        screen.open();
        view.show(store, store.batches(), RowView.all(Seizures.SET));
        screen.until("rows", () -> table().getItemCount() > 10 && !cell(0, 0).equals("…"));
    }

    @AfterEach
    void close() throws Exception {
        screen.close();
        store.close();
    }

    private Table table() {
        return screen.find(Table.class, "data.table");
    }

    private String cell(int row, int column) {
        return table().getItem(row).getText(column);
    }

    private String count() {
        return screen.find(Label.class, "data.count").getText();
    }

    @Test
    void showsUnitsInHeadingsLabelsOfWordsAndWhereEachRowComesFrom() throws Exception {
        screen.shoot("table");
        assertEquals("6,000 rows", count());
        assertEquals("Mass (kg)", table().getColumn(4).getText());
        assertEquals(SWT.RIGHT, table().getColumn(4).getAlignment());
        assertEquals("Methamphetamine", cell(0, 3));
        assertEquals("seizures-1.csv", cell(2, 7));
        assertEquals("4", cell(2, 8));
    }

    @Test
    void endLeadsToTheLastRowOfMany() throws Exception {
        screen.press(table(), SWT.END, 0);
        screen.until("last row", () -> cell(table().getItemCount() - 1, 8).equals("2,501"));
        assertTrue(screen.find(Link.class, "data.status").getText().startsWith("Row 6,000 of 6,000"));
        assertTrue(table().getItemCount() < 60);
        screen.shoot("table-end");
    }

    @Test
    void aClickOnAHeadingSorts() throws Exception {
        table().getColumn(4).notifyListeners(SWT.Selection, new Event());
        table().getColumn(4).notifyListeners(SWT.Selection, new Event());
        screen.until("sorted", () -> cell(0, 4).equals("1,249.125"));
        assertEquals(SWT.DOWN, table().getSortDirection());
        screen.shoot("table-sorted");
    }

    @Test
    void aFilterKeepsWhatFitsAndAWrongOneSaysSo() throws Exception {
        screen.find(Text.class, "data.filter.drug").setText("fent");
        screen.until("filtered", () -> count().equals("1,500 rows pass the filters"));
        assertEquals("Fentanyl", cell(0, 3));
        screen.shoot("table-filtered");
        screen.find(Text.class, "data.filter.mass_kg").setText("much");
        screen.until("message", () -> screen.find(Link.class, "data.status")
                .getText()
                .equals("Mass: \"much\" is no filter; write e.g. 5, >5, <=5 or 5..10."));
        screen.click("data.clear");
        screen.until("all", () -> count().equals("6,000 rows"));
        assertEquals("", screen.find(Text.class, "data.filter.drug").getText());
    }

    @Test
    void selectedRowsAreCopiedWithHeadings() {
        screen.press(table(), SWT.HOME, 0);
        screen.press(table(), SWT.ARROW_DOWN, SWT.SHIFT);
        screen.press(table(), 'c', SWT.MOD1);
        String expected = "Seizure\tDivision\tSeized\tDrug\tMass (kg)\tPills\tLaboratory\tFile\tLine\n"
                + "S-1-2\tDivision 4\t2018-03-04\tmeth\t725.875\t\ttrue\tseizures-1.csv\t2\n"
                + "S-1-3\tDivision 6\t2018-04-04\tmeth\t\t\tfalse\tseizures-1.csv\t3\n";
        screen.until(
                "copy", () -> screen.find(Link.class, "data.status").getText().equals("2 rows copied."));
        Clipboard clipboard = new Clipboard(table().getDisplay());
        assertEquals(expected, clipboard.getContents(TextTransfer.getInstance()));
        clipboard.dispose();
    }
}
