package org.opbrief.workbench.briefing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.TabItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.opbrief.api.output.Tracing.SourceRow;
import org.opbrief.api.output.Tracing.TracedFigure;
import org.opbrief.workbench.jobs.Work;
import org.opbrief.workbench.widget.Controls;

/** Where a figure comes from: how it was computed, what the store was asked, and on demand its rows. */
public final class PassportView extends Composite {
    private static final int MOST_ROWS = 20_000;
    private static final int[] WIDTHS = {100, 56, 72, 420};
    private static final String[] COLUMNS = {"rows.file", "rows.line", "rows.value", "rows.content"};

    private final Work work;
    private final Label label;
    private final Label words;
    private final Label exact;
    private final StyledText details;
    private final Font bold;
    private final Link inputs;
    private final Text sql;
    private final TabFolder tabs;
    private final TabItem rowsTab;
    private final Button load;
    private final Label count;
    private final Table table;
    private Optional<TracedFigure> figure = Optional.empty();
    private FigureRows.Source source = (id, consumer) -> {};
    private List<SourceRow> rows = List.of();
    private Consumer<String> figures = id -> {};
    private int asked;

    public PassportView(Composite parent, Work work) {
        super(parent, SWT.NONE);
        this.work = work;
        setData("id", "passport");
        setLayout(Widgets.grid(1, 8));
        label = new Label(this, SWT.WRAP);
        label.setFont(Widgets.font(label, 1.1, SWT.BOLD));
        words = new Label(this, SWT.WRAP);
        words.setData("id", "passport.words");
        words.setFont(Widgets.font(words, 1.6, SWT.BOLD));
        exact = new Label(this, SWT.WRAP);
        exact.setData("id", "passport.exact");
        for (Label each : new Label[] {label, words, exact}) {
            each.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        }
        tabs = new TabFolder(this, SWT.TOP);
        tabs.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        tabs.setData("id", "passport.tabs");
        Composite how = page("passport.how");
        details = new StyledText(how, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL);
        details.setData("id", "passport.details");
        details.setMargins(6, 6, 6, 6);
        details.setLineSpacing(2);
        details.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        Controls.named(details, Messages.of("passport.how"));
        bold = Widgets.font(details, 1, SWT.BOLD);
        inputs = new Link(how, SWT.WRAP);
        inputs.setData("id", "passport.inputs");
        inputs.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        inputs.addListener(SWT.Selection, event -> figures.accept(event.text));
        sql = new Text(page("passport.sql"), SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL | SWT.BORDER);
        sql.setData("id", "passport.sql");
        sql.setFont(Widgets.fixed(sql));
        sql.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        Controls.named(sql, Messages.of("passport.sql"));
        Composite rowsPage = page("passport.rows");
        rowsTab = tabs.getItem(2);
        load = new Button(rowsPage, SWT.PUSH);
        load.setData("id", "passport.load");
        load.setText(Messages.of("rows.load"));
        load.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false));
        load.addListener(SWT.Selection, event -> load());
        count = new Label(rowsPage, SWT.WRAP);
        count.setData("id", "passport.count");
        count.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        table = new Table(rowsPage, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.BORDER);
        table.setData("id", "passport.table");
        table.setHeaderVisible(true);
        table.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        Controls.named(table, Messages.of("passport.rows"));
        for (int i = 0; i < COLUMNS.length; i++) {
            TableColumn column = new TableColumn(table, i == 1 || i == 2 ? SWT.RIGHT : SWT.LEFT);
            column.setText(Messages.of(COLUMNS[i]));
            column.setWidth(Controls.scaled(table, WIDTHS[i]));
            column.setMoveable(true);
        }
        table.addListener(SWT.SetData, this::row);
        clear();
    }

    /** On the tabs, which the arrow keys switch. */
    @Override
    public boolean setFocus() {
        return tabs.setFocus();
    }

    /**
     * Shows a figure.
     *
     * @param rowSource names its rows when they are asked for
     * @param labels of other figures, by their ids
     */
    public void show(TracedFigure shown, FigureRows.Source rowSource, UnaryOperator<String> labels) {
        asked++;
        figure = Optional.of(shown);
        source = rowSource;
        label.setText(shown.estimate() ? Messages.of("passport.estimate", shown.label()) : shown.label());
        words.setText(shown.words());
        exact.setText(PassportText.exact(shown));
        details(PassportText.parts(shown));
        List<String> links = new ArrayList<>();
        shown.inputs()
                .forEach(id ->
                        links.add("<a href=\"" + id + "\">" + labels.apply(id).replace("&", "&&") + "</a>"));
        inputs.setText(links.isEmpty() ? "" : Messages.of("passport.inputs", String.join(", ", links)));
        inputs.setVisible(!links.isEmpty());
        sql.setText(shown.sql().isBlank() ? Messages.of("passport.sql.none") : shown.sql());
        noRows();
        boolean known = !shown.rowsSql().isBlank() || !shown.inputs().isEmpty();
        load.setEnabled(known);
        count.setText(
                known
                        ? shown.rows() > 0 ? Messages.of("passport.rows.count", shown.rows()) : ""
                        : Messages.of("rows.unknown"));
        loaded(false);
        tabs.setVisible(true);
        layout(true, true);
        if (tabs.getSelectionIndex() == tabs.indexOf(rowsTab) && known) {
            load();
        }
    }

    /** Shows no figure, but how to get one. */
    public void clear() {
        asked++;
        figure = Optional.empty();
        label.setText(Messages.of("passport.empty"));
        words.setText("");
        exact.setText("");
        details.setText("");
        inputs.setText("");
        sql.setText("");
        count.setText("");
        noRows();
        load.setEnabled(false);
        tabs.setVisible(false);
        layout(true, true);
    }

    /** @param listener told the id of an input of the figure that the user wants to see */
    public void onFigure(Consumer<String> listener) {
        figures = listener;
    }

    private Composite page(String title) {
        Composite page = new Composite(tabs, SWT.NONE);
        page.setLayout(Widgets.grid(1, 6));
        TabItem item = new TabItem(tabs, SWT.NONE);
        item.setText(Messages.of(title));
        item.setControl(page);
        return page;
    }

    private void details(List<PassportText.Part> parts) {
        StringBuilder text = new StringBuilder();
        List<StyleRange> styles = new ArrayList<>();
        for (PassportText.Part part : parts) {
            if (!text.isEmpty()) {
                text.append("\n\n");
            }
            StyleRange heading = new StyleRange();
            heading.start = text.length();
            heading.length = part.heading().length();
            heading.font = bold;
            styles.add(heading);
            text.append(part.heading()).append('\n').append(String.join("\n", part.lines()));
        }
        details.setText(text.toString());
        details.setStyleRanges(styles.toArray(StyleRange[]::new));
    }

    private void noRows() {
        rows = List.of();
        table.setItemCount(0);
        table.clearAll();
    }

    /** The button goes when it has done its work. */
    private void loaded(boolean done) {
        load.setVisible(!done);
        ((GridData) load.getLayoutData()).exclude = done;
        load.getParent().layout();
    }

    private void load() {
        TracedFigure wanted = figure.orElseThrow();
        FigureRows.Source from = source;
        int number = ++asked;
        load.setEnabled(false);
        count.setText(Messages.of("rows.loading"));
        work.start(
                Messages.of("rows.title", wanted.label()),
                progress -> FigureRows.read(from, wanted.id(), MOST_ROWS, wanted.rows(), progress),
                read -> loaded(number, wanted, read),
                problem -> {
                    if (number == asked && !isDisposed()) {
                        load.setEnabled(true);
                        count.setText(problem.message());
                        layout(true, true);
                    }
                });
    }

    private void loaded(int number, TracedFigure wanted, FigureRows read) {
        if (number != asked || isDisposed()) {
            return;
        }
        rows = read.rows();
        table.setItemCount(rows.size());
        table.clearAll();
        loaded(true);
        count.setText(
                read.complete()
                        ? Messages.of("passport.rows.count", rows.size())
                        : Messages.of("rows.first", rows.size(), Math.max(wanted.rows(), rows.size())));
    }

    private void row(Event event) {
        SourceRow row = rows.get(event.index);
        ((TableItem) event.item)
                .setText(new String[] {row.file(), Long.toString(row.line()), PassportText.added(row), row.content()});
    }
}
