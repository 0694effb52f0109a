package org.opbrief.workbench.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.ControlListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.Text;
import org.opbrief.api.data.Column;
import org.opbrief.workbench.widget.Controls;

/** A field above each column of a table, in which a filter is typed. */
final class FilterRow extends Composite {
    private static final int PAUSE_MS = 300;

    private final Table table;
    private final BiConsumer<String, String> typed;
    private final List<Text> fields = new ArrayList<>();
    private boolean quiet;

    /** @param typed gets name of the column and text, a moment after the last key */
    FilterRow(Composite parent, Table table, BiConsumer<String, String> typed) {
        super(parent, SWT.NONE);
        this.table = table;
        this.typed = typed;
        if (table.getHorizontalBar() != null) {
            table.getHorizontalBar().addListener(SWT.Selection, event -> place());
        }
        table.addListener(SWT.Resize, event -> place());
        addListener(SWT.Resize, event -> place());
    }

    void setColumns(List<Column> columns) {
        fields.forEach(Text::dispose);
        fields.clear();
        for (int i = 0; i < columns.size(); i++) {
            fields.add(field(columns.get(i)));
            table.getColumn(i).addControlListener(ControlListener.controlResizedAdapter(event -> place()));
        }
        place();
    }

    private Text field(Column column) {
        Text field = Controls.id(new Text(this, SWT.BORDER | SWT.SINGLE), "data.filter." + column.name());
        field.setMessage(Messages.get("filter.hint"));
        field.setToolTipText(Messages.get("filter.tip." + column.type()));
        Controls.named(field, Messages.get("filter.name", column.title()));
        Runnable tell = () -> {
            if (!field.isDisposed()) {
                typed.accept(column.name(), field.getText());
            }
        };
        field.addListener(SWT.Modify, event -> {
            if (!quiet) {
                getDisplay().timerExec(PAUSE_MS, tell);
            }
        });
        field.addListener(SWT.KeyDown, event -> key(event, field, tell));
        return field;
    }

    private void key(Event event, Text field, Runnable tell) {
        if (event.keyCode == SWT.ESC && !field.getText().isEmpty()) {
            field.setText("");
            event.doit = false;
        } else if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
            getDisplay().timerExec(-1, tell);
            tell.run();
        } else if (event.keyCode == SWT.ARROW_DOWN) {
            table.setFocus();
            event.doit = false;
        }
    }

    /** Shows filters that are in force without telling of them. */
    void show(List<Column> columns, Map<String, String> filters) {
        quiet = true;
        for (int i = 0; i < fields.size(); i++) {
            String filter = filters.getOrDefault(columns.get(i).name(), "");
            if (!fields.get(i).getText().strip().equals(filter)) {
                fields.get(i).setText(filter);
            }
        }
        quiet = false;
    }

    private void place() {
        if (table.isDisposed()) {
            return;
        }
        int x = table.getBorderWidth()
                - (table.getHorizontalBar() == null
                        ? 0
                        : table.getHorizontalBar().getSelection());
        int height = getClientArea().height;
        TableColumn[] columns = table.getColumns();
        for (int i = 0; i < fields.size() && i < columns.length; i++) {
            fields.get(i).setBounds(x, 0, Math.max(8, columns[i].getWidth()), height);
            x += columns[i].getWidth();
        }
    }
}
