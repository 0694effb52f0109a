package org.opbrief.workbench.data;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.opbrief.workbench.widget.Controls;

/** Makes tables whose columns have headers. */
final class HeadedTable {

    private HeadedTable() {}

    /** @param columns keys of their headers; one of numbers, which stand at the right, with {@code -} before it */
    static Table in(Composite parent, String id, String... columns) {
        Table table = Controls.id(new Table(parent, SWT.BORDER | SWT.FULL_SELECTION), id);
        table.setHeaderVisible(true);
        for (String column : columns) {
            boolean right = column.startsWith("-");
            TableColumn made = new TableColumn(table, right ? SWT.RIGHT : SWT.LEFT);
            made.setText(Messages.get(right ? column.substring(1) : column));
            made.pack();
        }
        return table;
    }
}
