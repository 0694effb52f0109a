package org.opbrief.workbench.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Slider;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.opbrief.workbench.widget.Controls;

/**
 * A table of any number of rows: a native one that has only as many items as fit, and a scroll bar of its own beside it.
 * Native virtual tables reserve memory for each row and need minutes for ten million.
 */
final class RowTable extends Composite {
    private static final int WHEEL = 3;
    private static final int WIDEST = 320;
    private static final int PADDING = 24;
    private static final int SAMPLED = 200;

    /**
     * A column.
     *
     * @param right whether its values end at its right edge, as numbers do
     * @param widest a value that should fit; may be empty
     */
    record Heading(String title, String tip, boolean right, String widest) {}

    private final Table table;
    private final Slider slider;
    private final RowRange selection = new RowRange();
    private List<Heading> headings = List.of();
    private LongFunction<String[]> rows = row -> new String[0];
    private long count;
    private long top;
    /** What the native table shows, from its first row on. */
    private List<String[]> shown = List.of();

    private long shownTop;
    private boolean fitted;
    private Consumer<Integer> clicked = column -> {};
    private Runnable selected = () -> {};

    RowTable(Composite parent) {
        super(parent, SWT.NONE);
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.horizontalSpacing = 0;
        setLayout(layout);
        table = Controls.id(
                new Table(this, SWT.MULTI | SWT.FULL_SELECTION | SWT.BORDER | SWT.NO_SCROLL | SWT.H_SCROLL),
                "data.table");
        table.setHeaderVisible(true);
        table.setLinesVisible(true);
        table.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        Controls.named(table, Messages.get("table.name"));
        slider = Controls.named(new Slider(this, SWT.VERTICAL), Messages.get("table.scroll"));
        slider.setLayoutData(new GridData(SWT.FILL, SWT.FILL, false, true));
        slider.addListener(SWT.Selection, event -> scrollTo(slider.getSelection()));
        table.addListener(SWT.Resize, event -> fill());
        table.addListener(SWT.MouseVerticalWheel, event -> {
            scrollTo(top - Integer.signum(event.count) * (long) WHEEL);
            event.doit = false;
        });
        table.addListener(SWT.KeyDown, this::key);
        Runnable all = this::selectAll;
        table.setData("selectAll", all);
        table.addListener(SWT.Selection, event -> {
            long row = top + table.indexOf((TableItem) event.item);
            selection.move(row, (event.stateMask & SWT.SHIFT) != 0);
            mark();
            selected.run();
        });
    }

    Table table() {
        return table;
    }

    RowRange selection() {
        return selection;
    }

    long count() {
        return count;
    }

    /** Called with the number of a column when its heading is clicked. */
    void onHeading(Consumer<Integer> listener) {
        clicked = listener;
    }

    void onSelection(Runnable listener) {
        selected = listener;
    }

    void setHeadings(List<Heading> newHeadings) {
        if (headings.equals(newHeadings)) {
            return;
        }
        headings = List.copyOf(newHeadings);
        fitted = false;
        table.setRedraw(false);
        for (TableColumn column : table.getColumns()) {
            column.dispose();
        }
        table.removeAll();
        shown = List.of();
        for (int i = 0; i < headings.size(); i++) {
            int number = i;
            Heading heading = headings.get(i);
            TableColumn column = new TableColumn(table, heading.right() ? SWT.RIGHT : SWT.LEFT);
            column.setText(heading.title());
            column.setToolTipText(heading.tip());
            column.addListener(SWT.Selection, event -> clicked.accept(number));
        }
        fitColumns(List.of());
        table.setRedraw(true);
    }

    void setSort(int column, int direction) {
        table.setSortColumn(column < 0 ? null : table.getColumn(column));
        table.setSortDirection(direction);
    }

    /** @param newRows gives the cells of a row; an empty array as long as they are not there */
    void setRows(long newCount, LongFunction<String[]> newRows) {
        count = newCount;
        rows = newRows;
        top = 0;
        shown = List.of();
        selection.clear();
        fill();
        selected.run();
    }

    /** To be called when rows that were missing are there. */
    void refresh() {
        fill();
        selected.run();
    }

    private int fitting() {
        int height = table.getClientArea().height - table.getHeaderHeight();
        return Math.max(1, height / Math.max(1, table.getItemHeight()));
    }

    private void scrollTo(long row) {
        long before = top;
        top = Math.max(0, Math.min(row, count - fitting()));
        if (top != before) {
            fill();
        }
    }

    private void fill() {
        int fitting = fitting();
        top = Math.max(0, Math.min(top, count - fitting));
        List<String[]> cells = new ArrayList<>();
        for (long row = top; row < Math.min(top + fitting, count); row++) {
            cells.add(cells(row));
        }
        table.setRedraw(false);
        show(cells);
        if (!fitted && cells.stream().anyMatch(row -> row.length > 0)) {
            fitted = true;
            List<String[]> first = new ArrayList<>();
            for (long row = 0; row < Math.min(SAMPLED, count); row++) {
                first.add(rows.apply(row));
            }
            fitColumns(first);
        }
        mark();
        table.setRedraw(true);
        slider.setEnabled(count > fitting);
        int all = (int) Math.min(Integer.MAX_VALUE - 1, Math.max(1, count));
        slider.setValues((int) top, 0, all, Math.min(all, fitting), 1, Math.max(1, fitting - 1));
    }

    /** Of a row; those that are shown are not made anew. */
    private String[] cells(long row) {
        long at = row - shownTop;
        boolean known = at >= 0 && at < shown.size() && shown.get((int) at).length > 0;
        return known ? shown.get((int) at) : rows.apply(row);
    }

    /** Only what changes: text of native items is slow. */
    private void show(List<String[]> cells) {
        while (table.getItemCount() < cells.size()) {
            new TableItem(table, SWT.NONE);
        }
        if (table.getItemCount() > cells.size()) {
            table.remove(cells.size(), table.getItemCount() - 1);
        }
        for (int i = 0; i < cells.size(); i++) {
            if (i >= shown.size() || !Arrays.equals(shown.get(i), cells.get(i))) {
                table.getItem(i).setText(cells.get(i).length == 0 ? waiting() : cells.get(i));
            }
        }
        shown = cells;
        shownTop = top;
    }

    private String[] waiting() {
        String[] dots = new String[Math.max(1, headings.size())];
        Arrays.fill(dots, "…");
        return dots;
    }

    private void fitColumns(List<String[]> cells) {
        GC gc = new GC(table);
        try {
            gc.setFont(table.getFont());
            for (int i = 0; i < headings.size(); i++) {
                if (headings.get(i).title().isEmpty()) {
                    table.getColumn(i).setWidth(PADDING / 2);
                    continue;
                }
                int width = PADDING
                        + Math.max(
                                gc.textExtent(headings.get(i).title()).x,
                                gc.textExtent(headings.get(i).widest()).x);
                for (String[] row : cells) {
                    if (i < row.length) {
                        width = Math.max(width, gc.textExtent(row[i]).x + PADDING);
                    }
                }
                table.getColumn(i).setWidth(Math.min(WIDEST, Math.max(72, width)));
            }
        } finally {
            gc.dispose();
        }
    }

    private void key(Event event) {
        boolean control = (event.stateMask & SWT.MOD1) != 0;
        long lead = selection.lead().orElse(top - 1);
        long to;
        switch (event.keyCode) {
            case SWT.ARROW_DOWN -> to = lead + 1;
            case SWT.ARROW_UP -> to = lead - 1;
            case SWT.PAGE_DOWN -> to = lead + fitting();
            case SWT.PAGE_UP -> to = lead - fitting();
            case SWT.HOME -> to = 0;
            case SWT.END -> to = count - 1;
            case 'a' -> {
                if (control) {
                    event.doit = false;
                    selectAll();
                }
                return;
            }
            default -> {
                return;
            }
        }
        event.doit = false;
        if (count > 0) {
            select(Math.max(0, Math.min(to, count - 1)), (event.stateMask & SWT.SHIFT) != 0);
        }
    }

    private void selectAll() {
        if (count > 0) {
            selection.move(0, false);
            selection.move(count - 1, true);
            mark();
            selected.run();
        }
    }

    /** Selects a row and shows it. */
    void select(long row, boolean extend) {
        selection.move(row, extend);
        if (row < top) {
            top = row;
        } else if (row >= top + fitting()) {
            top = row - fitting() + 1;
        }
        if (top == shownTop) {
            mark();
        } else {
            fill();
        }
        selected.run();
    }

    private void mark() {
        int first = -1;
        int last = -2;
        if (!selection.isEmpty()) {
            first = (int) Math.max(0, Math.min(selection.first() - top, table.getItemCount()));
            last = (int) Math.max(-1, Math.min(selection.last() - top, table.getItemCount() - 1L));
        }
        table.deselectAll();
        if (first <= last) {
            table.select(first, last);
        }
    }

    @Override
    public boolean setFocus() {
        return table.setFocus();
    }
}
