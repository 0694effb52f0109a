package org.opbrief.workbench.handlers;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/** What Copy and Select All do to the control that has the focus. */
final class FocusActions {

    /** Data of controls that copy and select by themselves: what to run. */
    private static final String COPY = "copy";

    private static final String SELECT_ALL = "selectAll";

    private FocusActions() {}

    static boolean isFor(Control control) {
        return control instanceof Text || control instanceof StyledText || control instanceof Table;
    }

    /** Of a table the selected rows, with tabs, as spreadsheets take them. */
    static void copy(Control control) {
        if (control instanceof Text text) {
            text.copy();
        } else if (control instanceof StyledText text) {
            text.copy();
        } else if (control.getData(COPY) instanceof Runnable own) {
            own.run();
        } else if (control instanceof Table table && table.getSelectionCount() > 0) {
            copyRows(table);
        }
    }

    static void selectAll(Control control) {
        if (control instanceof Text text) {
            text.selectAll();
        } else if (control instanceof StyledText text) {
            text.selectAll();
        } else if (control.getData(SELECT_ALL) instanceof Runnable own) {
            own.run();
        } else if (control instanceof Table table) {
            table.selectAll();
        }
    }

    private static void copyRows(Table table) {
        String rows = Arrays.stream(table.getSelection())
                .map(item -> row(item, Math.max(1, table.getColumnCount())))
                .collect(Collectors.joining(System.lineSeparator()));
        Clipboard clipboard = new Clipboard(table.getDisplay());
        try {
            clipboard.setContents(new Object[] {rows}, new Transfer[] {TextTransfer.getInstance()});
        } finally {
            clipboard.dispose();
        }
    }

    private static String row(TableItem item, int columns) {
        StringBuilder row = new StringBuilder(item.getText(0));
        for (int i = 1; i < columns; i++) {
            row.append('\t').append(item.getText(i));
        }
        return row.toString();
    }
}
