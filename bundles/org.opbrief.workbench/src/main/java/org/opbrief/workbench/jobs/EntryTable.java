package org.opbrief.workbench.jobs;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.opbrief.workbench.widget.Controls;

/** A list of things with a line of texts each, the latest first, and the whole text of the one that is chosen. */
final class EntryTable extends Composite {

    /**
     * One thing.
     *
     * @param texts one a column
     * @param detail shown when it is chosen
     */
    record Line(List<String> texts, String detail) {}

    private final List<Line> lines = new ArrayList<>();
    private final Table table;
    private final Text detail;

    /** @param widths of the columns in pixels */
    EntryTable(Composite parent, String name, List<String> titles, int... widths) {
        super(parent, SWT.NONE);
        setLayout(new FillLayout());
        SashForm sash = new SashForm(this, SWT.HORIZONTAL);
        table = new Table(sash, SWT.VIRTUAL | SWT.FULL_SELECTION);
        table.setHeaderVisible(true);
        table.setData("id", name);
        Controls.named(table, Messages.get(name + ".name"));
        for (int i = 0; i < titles.size(); i++) {
            TableColumn column = new TableColumn(table, SWT.NONE);
            column.setText(titles.get(i));
            column.setWidth(Controls.scaled(table, widths[i]));
        }
        table.addListener(SWT.SetData, this::fill);
        table.addListener(SWT.Selection, event -> showDetail());
        detail = new Text(sash, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
        Controls.named(detail, Messages.get("entry.detail"));
        sash.setWeights(3, 2);
    }

    /** @param newLines the latest last */
    void show(List<Line> newLines) {
        lines.clear();
        lines.addAll(newLines);
        table.setItemCount(lines.size());
        table.clearAll();
        showDetail();
    }

    @Override
    public boolean setFocus() {
        return table.setFocus();
    }

    private Line line(int row) {
        return lines.get(lines.size() - 1 - row);
    }

    private void fill(Event event) {
        TableItem item = (TableItem) event.item;
        item.setText(line(table.indexOf(item)).texts().toArray(String[]::new));
    }

    private void showDetail() {
        int row = table.getSelectionIndex();
        detail.setText(row < 0 || row >= lines.size() ? "" : line(row).detail());
    }
}
