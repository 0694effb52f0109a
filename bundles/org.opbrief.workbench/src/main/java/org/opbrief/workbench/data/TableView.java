package org.opbrief.workbench.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Store;
import org.opbrief.api.data.StoreException;
import org.opbrief.workbench.jobs.Problems.Problem;
import org.opbrief.workbench.jobs.Work;
import org.opbrief.workbench.widget.Controls;

/** The rows of a data set: sorted by a click on a heading, filtered by what is typed above the columns. */
public final class TableView extends Composite {
    private static final int COPIED = 100_000;

    private final Work work;
    private final Label title;
    private final Label counted;
    private final Button clear;
    private final FilterRow filters;
    private final RowTable rows;
    private final Link status;
    private Optional<Store> store = Optional.empty();
    private Optional<RowView> view = Optional.empty();
    private Optional<RowPages> pages = Optional.empty();
    private Optional<PageLoader> loader = Optional.empty();
    private Map<Long, String> files = Map.of();

    /** @param work reads pages off the UI thread */
    public TableView(Composite parent, Work work) {
        super(parent, SWT.NONE);
        this.work = work;
        GridLayout layout = new GridLayout(3, false);
        layout.verticalSpacing = 2;
        layout.horizontalSpacing = 12;
        setLayout(layout);
        title = Controls.id(new Label(this, SWT.NONE), "data.title");
        title.setText(Messages.get("table.none"));
        title.setData("org.eclipse.e4.ui.css.CssClassName", "heading");
        counted = Controls.id(new Label(this, SWT.NONE), "data.count");
        counted.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        clear = Controls.id(new Button(this, SWT.PUSH), "data.clear");
        clear.setText(Messages.get("filter.clear"));
        Controls.roomy(clear);
        clear.setEnabled(false);
        clear.addListener(SWT.Selection, event -> clearFilters());
        Composite filterPlace = new Composite(this, SWT.NONE);
        GridLayout flat = new GridLayout();
        flat.marginWidth = 0;
        flat.marginHeight = 0;
        filterPlace.setLayout(flat);
        GridData wide = new GridData(SWT.FILL, SWT.FILL, true, false, 3, 1);
        wide.heightHint = clear.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
        filterPlace.setLayoutData(wide);
        rows = new RowTable(this);
        rows.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 3, 1));
        filters = new FilterRow(filterPlace, rows.table(), this::filter);
        filters.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        status = Controls.id(new Link(this, SWT.WRAP), "data.status");
        status.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 3, 1));
        status.setVisible(false);
        status.addListener(SWT.Selection, event -> showSource());
        rows.onHeading(this::sort);
        rows.onSelection(this::tellSelection);
        rows.table().addListener(SWT.KeyDown, event -> {
            if ((event.stateMask & SWT.MOD1) != 0 && event.keyCode == 'c') {
                copy();
            }
        });
        rows.table().addListener(SWT.DefaultSelection, event -> showSource());
        rows.table().setMenu(menu());
        Runnable copy = this::copy;
        rows.table().setData("copy", copy);
    }

    private Menu menu() {
        Menu menu = new Menu(rows.table());
        MenuItem copied = Controls.id(new MenuItem(menu, SWT.PUSH), "data.copy");
        copied.setText(Messages.get("table.copy"));
        copied.addListener(SWT.Selection, event -> copy());
        MenuItem source = Controls.id(new MenuItem(menu, SWT.PUSH), "data.source");
        source.setText(Messages.get("table.source"));
        source.addListener(SWT.Selection, event -> showSource());
        MenuItem sorting = Controls.id(new MenuItem(menu, SWT.CASCADE), "data.sort");
        sorting.setText(Messages.get("table.sort"));
        Menu columns = new Menu(sorting);
        sorting.setMenu(columns);
        columns.addListener(SWT.Show, event -> fill(columns));
        return menu;
    }

    /** For those who cannot click a heading. */
    private void fill(Menu columns) {
        for (MenuItem item : columns.getItems()) {
            item.dispose();
        }
        List<Column> all = view.map(shown -> shown.dataSet().columns()).orElse(List.of());
        for (int i = 0; i < all.size(); i++) {
            int number = i;
            MenuItem item = new MenuItem(columns, SWT.PUSH);
            item.setText(all.get(i).title().replace("&", "&&"));
            item.addListener(SWT.Selection, event -> sort(number));
        }
    }

    /** Shows these rows. Filters that are typed stay if they are of the same data set. */
    void show(Store from, List<Batch> batches, RowView shown) {
        boolean same =
                view.filter(before -> before.dataSet().equals(shown.dataSet())).isPresent();
        store = Optional.of(from);
        Map<Long, String> names = new HashMap<>();
        batches.forEach(batch -> names.put(batch.id(), batch.file()));
        files = names;
        List<Column> columns = shown.dataSet().columns();
        if (!same) {
            rows.setRows(0, row -> new String[0]);
            rows.setHeadings(headings(shown.dataSet()));
            filters.setColumns(columns);
        }
        String of = shown.batch().isPresent()
                ? " · " + names.getOrDefault(shown.batch().getAsLong(), "")
                : "";
        title.setText(escaped(shown.dataSet().title() + of));
        filters.show(columns, shown.filters());
        open(shown);
    }

    /** Shows nothing, since there is nothing to show. */
    void showNone() {
        view = Optional.empty();
        pages = Optional.empty();
        loader = Optional.empty();
        title.setText(Messages.get("table.none"));
        counted.setText("");
        filters.setColumns(List.of());
        rows.setRows(0, row -> new String[0]);
        rows.setHeadings(List.of());
        layout(true, true);
    }

    Optional<RowView> view() {
        return view;
    }

    private static List<RowTable.Heading> headings(DataSet dataSet) {
        List<RowTable.Heading> headings = new ArrayList<>();
        for (Column column : dataSet.columns()) {
            headings.add(new RowTable.Heading(
                    Cells.title(column), column.description(), Cells.isNumber(column), new Cells(column).widest()));
        }
        headings.add(new RowTable.Heading(Messages.get("table.file"), Messages.get("table.file.tip"), false, ""));
        headings.add(new RowTable.Heading(Messages.get("table.line"), Messages.get("table.line.tip"), true, ""));
        // what the native table widens, so that the lines do not drift away
        headings.add(new RowTable.Heading("", "", false, ""));
        return headings;
    }

    private void open(RowView shown) {
        view = Optional.of(shown);
        clear.setEnabled(!shown.filters().isEmpty());
        sortShown(shown);
        RowPages opened;
        try {
            opened = RowPages.of(store.orElseThrow(), shown);
        } catch (FilterException e) {
            tell(e.getMessage());
            return;
        }
        pages = Optional.of(opened);
        counted.setText(Messages.get("table.counting"));
        layout(true, true);
        Store from = store.orElseThrow();
        work.quietly(
                Messages.get("table.reading"),
                progress -> count(from, shown.dataSet(), opened),
                count -> opened(opened, shown, count),
                this::tell);
    }

    /** Preparing a data set waits for a running import, so it is done only where there is no table yet. */
    private static long count(Store from, DataSet dataSet, RowPages pages) throws StoreException {
        try {
            pages.page(0);
        } catch (StoreException e) {
            from.prepare(List.of(dataSet));
            pages.page(0);
        }
        return pages.count();
    }

    private void opened(RowPages opened, RowView shown, long count) {
        if (isDisposed() || pages.filter(opened::equals).isEmpty()) {
            return;
        }
        PageLoader loads = new PageLoader(work, opened, this::arrived, this::tell);
        loader = Optional.of(loads);
        List<Cells> cells = shown.dataSet().columns().stream().map(Cells::new).toList();
        rows.setRows(count, row -> loads.at(row).map(at -> texts(cells, at)).orElse(new String[0]));
        counted.setText(Messages.get(
                count == 1 ? "table.count.one" : shown.filters().isEmpty() ? "table.count" : "table.count.filtered",
                count));
        layout(true, true);
        if (count == 0) {
            tell(Messages.get(shown.filters().isEmpty() ? "table.empty" : "table.empty.filtered"));
        }
    }

    private String[] texts(List<Cells> cells, Row row) {
        String[] texts = new String[cells.size() + 3];
        for (int i = 0; i < cells.size(); i++) {
            texts[i] = cells.get(i).text(row.values().get(i));
        }
        texts[cells.size()] = files.getOrDefault(row.batch(), "");
        texts[cells.size() + 1] = "%,d".formatted(row.line());
        texts[cells.size() + 2] = "";
        return texts;
    }

    private void arrived() {
        if (!isDisposed()) {
            rows.refresh();
        }
    }

    private void filter(String column, String text) {
        view.filter(shown -> !shown.filters().getOrDefault(column, "").equals(text.strip()))
                .ifPresent(shown -> open(shown.filtered(column, text)));
    }

    private void clearFilters() {
        view.ifPresent(shown -> {
            RowView all = new RowView(shown.dataSet(), shown.batch(), Map.of(), shown.order());
            filters.show(all.dataSet().columns(), Map.of());
            open(all);
        });
    }

    /** Up, then down, then as imported. */
    private void sort(int number) {
        if (view.isEmpty() || number >= view.get().dataSet().columns().size()) {
            return;
        }
        String column = view.get().dataSet().columns().get(number).name();
        Optional<RowView.Order> before =
                view.get().order().filter(order -> order.column().equals(column));
        Optional<RowView.Order> next = before.isEmpty()
                ? Optional.of(new RowView.Order(column, false))
                : before.filter(order -> !order.descending()).map(order -> new RowView.Order(column, true));
        open(view.get().ordered(next));
    }

    private void sortShown(RowView shown) {
        int at = shown.order()
                .flatMap(order -> shown.dataSet().column(order.column()))
                .map(column -> shown.dataSet().columns().indexOf(column))
                .orElse(-1);
        boolean down = shown.order().filter(RowView.Order::descending).isPresent();
        rows.setSort(at, at < 0 ? SWT.NONE : down ? SWT.DOWN : SWT.UP);
    }

    private void tellSelection() {
        RowRange selection = rows.selection();
        if (selection.isEmpty()) {
            tell(rows.count() == 0 ? "" : Messages.get("table.hint"));
            return;
        }
        if (selection.size() > 1) {
            tell(Messages.get("table.selected", selection.size()));
            return;
        }
        Optional<Row> row = loader.flatMap(at -> at.at(selection.first()));
        String place = Messages.get("table.place", selection.first() + 1, rows.count());
        say(row.map(at -> place + "  ·  <a>"
                        + escaped(Messages.get("table.from", files.getOrDefault(at.batch(), ""), at.line())) + "</a>")
                .orElse(place));
    }

    private void showSource() {
        RowRange selection = rows.selection();
        if (selection.isEmpty() || store.isEmpty()) {
            return;
        }
        Store from = store.get();
        loader.flatMap(at -> at.at(selection.lead().orElseThrow()))
                .ifPresent(row -> work.quietly(
                        Messages.get("table.source.reading"),
                        progress -> from.sourceRecord(row.batch(), row.line()),
                        text -> {
                            if (!isDisposed()) {
                                new SourceDialog(
                                                getShell(),
                                                Messages.get(
                                                        "table.from", files.getOrDefault(row.batch(), ""), row.line()),
                                                text.orElse(Messages.get("table.source.none")))
                                        .open();
                            }
                        },
                        this::tell));
    }

    private void copy() {
        RowRange selection = rows.selection();
        if (selection.isEmpty() || pages.isEmpty()) {
            return;
        }
        if (selection.size() > COPIED) {
            tell(Messages.get("table.copy.many", COPIED));
            return;
        }
        RowPages from = pages.get();
        RowCopy copy = new RowCopy(view.orElseThrow().dataSet(), from, files, selection.first(), selection.last());
        work.start(Messages.get("table.copying"), copy, text -> {
            if (!isDisposed()) {
                Clipboard clipboard = new Clipboard(getDisplay());
                clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
                clipboard.dispose();
                tell(Messages.get("table.copied", selection.size()));
            }
        });
    }

    private void tell(Problem problem) {
        tell(problem.message());
    }

    private void tell(String sentence) {
        if (!isDisposed()) {
            say(escaped(sentence));
        }
    }

    private void say(String text) {
        status.setText(text);
        status.setVisible(!text.isEmpty());
        // as many lines as the text takes
        layout(new Control[] {status});
    }

    private static String escaped(String text) {
        return text.replace("&", "&&");
    }

    @Override
    public boolean setFocus() {
        return rows.setFocus();
    }
}
