package org.opbrief.workbench.briefing;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.util.CellReference;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.opbrief.workbench.jobs.Work;
import org.opbrief.workbench.widget.Controls;

/** The sheets of a briefing's workbook as tables; it and each of them are read when they are looked at. */
public final class WorkbookView extends Composite {
    private static final int MEASURED = 60;
    private static final int WIDEST = 360;
    private static final int TITLE = 240;
    private static final int PADDING = 18;

    private final Work work;
    private final Label message;
    private final CTabFolder tabs;
    private final Map<CTabItem, String> unread = new HashMap<>();
    private Optional<Path> waiting = Optional.empty();
    private int asked;

    public WorkbookView(Composite parent, Work work) {
        super(parent, SWT.NONE);
        this.work = work;
        setData("id", "workbook");
        setLayout(Widgets.grid(1, 0));
        message = new Label(this, SWT.WRAP);
        message.setData("id", "workbook.message");
        message.setText(Messages.of("workbook.empty"));
        GridData above = new GridData(SWT.FILL, SWT.CENTER, true, false);
        above.horizontalIndent = 8;
        above.verticalIndent = 6;
        message.setLayoutData(above);
        tabs = new CTabFolder(this, SWT.BOTTOM | SWT.FLAT);
        tabs.setData("id", "workbook.sheets");
        tabs.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        addListener(SWT.Show, event -> {
            waiting.ifPresent(this::read);
            waiting = Optional.empty();
        });
    }

    /** Shows another workbook; it is read when the view is looked at. */
    public void open(Path file) {
        if (getVisible()) {
            read(file);
        } else {
            waiting = Optional.of(file);
        }
    }

    private void read(Path file) {
        int number = ++asked;
        WorkbookSheets sheets = new WorkbookSheets(file);
        work.quietly(
                Messages.of("preview.loading", file.getFileName()),
                progress -> sheets.names(),
                names -> {
                    if (number == asked && !isDisposed()) {
                        show(sheets, names);
                    }
                },
                problem -> {
                    if (number == asked && !isDisposed()) {
                        empty();
                        tell(problem.message());
                    }
                });
    }

    /** Shows nothing. */
    public void clear() {
        asked++;
        waiting = Optional.empty();
        empty();
        tell(Messages.of("workbook.empty"));
    }

    private void empty() {
        unread.clear();
        for (CTabItem item : tabs.getItems()) {
            if (item.getControl() != null) {
                item.getControl().dispose();
            }
            item.dispose();
        }
    }

    private void show(WorkbookSheets sheets, List<String> names) {
        int before = Math.max(0, tabs.getSelectionIndex());
        empty();
        tell("");
        for (String name : names) {
            CTabItem item = new CTabItem(tabs, SWT.NONE);
            item.setText(name);
            unread.put(item, name);
        }
        for (var listener : tabs.getListeners(SWT.Selection)) {
            tabs.removeListener(SWT.Selection, listener);
        }
        tabs.addListener(SWT.Selection, event -> read(sheets, (CTabItem) event.item));
        if (!names.isEmpty()) {
            tabs.setSelection(Math.min(before, names.size() - 1));
            read(sheets, tabs.getSelection());
        }
    }

    private void read(WorkbookSheets sheets, CTabItem item) {
        String name = unread.remove(item);
        if (name == null) {
            return;
        }
        work.quietly(
                Messages.of("preview.loading", name),
                progress -> sheets.read(name),
                sheet -> {
                    if (!item.isDisposed()) {
                        item.setControl(table(name, sheet));
                        tell(sheet.complete() ? "" : Messages.of("workbook.first", WorkbookSheets.MOST_ROWS));
                    }
                },
                problem -> {
                    if (!item.isDisposed()) {
                        tell(problem.message());
                    }
                });
    }

    private Table table(String name, WorkbookSheets.Sheet sheet) {
        Table table = new Table(tabs, SWT.VIRTUAL | SWT.FULL_SELECTION);
        table.setData("id", "workbook.table");
        table.setHeaderVisible(true);
        table.setLinesVisible(true);
        Controls.named(table, name);
        GC gc = new GC(table);
        column(table, "", gc.textExtent(Integer.toString(sheet.rows().size())).x + PADDING, SWT.RIGHT);
        for (int i = 0; i < sheet.columns(); i++) {
            int width = 40;
            for (String[] row :
                    sheet.rows().subList(0, Math.min(MEASURED, sheet.rows().size()))) {
                int most = row.length == 1 ? TITLE : WIDEST;
                width = i < row.length ? Math.max(width, Math.min(most, gc.textExtent(row[i]).x + PADDING)) : width;
            }
            column(table, CellReference.convertNumToColString(i), width, alignment(sheet, i));
        }
        gc.dispose();
        table.addListener(SWT.SetData, event -> {
            String[] row = sheet.rows().get(event.index);
            TableItem item = (TableItem) event.item;
            item.setText(0, Integer.toString(event.index + 1));
            for (int i = 0; i < row.length; i++) {
                item.setText(i + 1, row[i]);
            }
        });
        table.setItemCount(sheet.rows().size());
        return table;
    }

    /** Numbers flush right, as the workbook has them. */
    private static int alignment(WorkbookSheets.Sheet sheet, int column) {
        int numbers = 0;
        int texts = 0;
        for (String[] row :
                sheet.rows().subList(0, Math.min(MEASURED, sheet.rows().size()))) {
            if (row.length > 1 && column < row.length && !row[column].isEmpty()) {
                boolean number = row[column].matches("[-\u2212$]?[\\d,.]+(\\s\\S{1,6}|%)?");
                numbers += number ? 1 : 0;
                texts += number ? 0 : 1;
            }
        }
        return numbers > texts ? SWT.RIGHT : SWT.LEFT;
    }

    private static void column(Table table, String title, int width, int alignment) {
        TableColumn column = new TableColumn(table, alignment);
        column.setText(title);
        column.setWidth(width);
    }

    private void tell(String words) {
        message.setText(words);
        message.setVisible(!words.isEmpty());
        ((GridData) message.getLayoutData()).exclude = words.isEmpty();
        layout();
    }
}
