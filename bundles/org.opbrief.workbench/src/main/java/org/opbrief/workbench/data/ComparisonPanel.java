package org.opbrief.workbench.data;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.opbrief.api.data.Comparison;
import org.opbrief.api.data.Comparison.Revision;
import org.opbrief.api.data.Comparison.Total;
import org.opbrief.api.data.DataSet;
import org.opbrief.workbench.widget.Controls;

/** How a later batch revises an earlier one: how many rows, which sums, which values. */
final class ComparisonPanel extends Composite {
    private static final int AIR = 12;
    private static final int WIDEST = 300;

    private final DataSet dataSet;
    private final Label summary;
    private final Table totals;
    private final Table revisions;
    private final Label more;

    ComparisonPanel(Composite parent, DataSet dataSet) {
        super(parent, SWT.NONE);
        this.dataSet = dataSet;
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        setLayout(layout);
        summary = Controls.id(new Label(this, SWT.WRAP), "compare.summary");
        summary.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        totals = table("compare.totals", "compare.sum", "-compare.before", "-compare.after", "-compare.difference");
        // takes the room that is left, which else the last number would
        new TableColumn(totals, SWT.LEFT);
        revisions = table("compare.revisions", "compare.row", "compare.column", "compare.before", "compare.after");
        ((GridData) revisions.getLayoutData()).grabExcessVerticalSpace = true;
        more = Controls.id(new Label(this, SWT.WRAP), "compare.more");
        more.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    }

    private Table table(String title, String... columns) {
        new Label(this, SWT.NONE).setText(Messages.get(title));
        Table table = HeadedTable.in(this, title, columns);
        GridData data = new GridData(SWT.FILL, SWT.FILL, true, false);
        data.heightHint = 96;
        table.setLayoutData(data);
        return table;
    }

    /** A sentence instead of a comparison. */
    void say(String sentence) {
        summary.setText(sentence.replace("&", "&&"));
        totals.removeAll();
        revisions.removeAll();
        more.setText("");
        layout(true, true);
    }

    void show(Comparison comparison) {
        String key = comparison.key().stream().map(this::title).collect(Collectors.joining(", "));
        say(Messages.get(
                "compare.summary",
                key,
                comparison.same(),
                comparison.changed(),
                comparison.added(),
                comparison.removed()));
        comparison.totals().forEach(this::add);
        comparison.revisions().forEach(this::add);
        if (comparison.revisions().isEmpty()) {
            more.setText(Messages.get("compare.none"));
        } else if (comparison.revisions().size() == Comparison.REVISIONS_SHOWN) {
            more.setText(Messages.get("compare.more", Comparison.REVISIONS_SHOWN));
        }
        pack(totals);
        pack(revisions);
        layout(true, true);
    }

    private void add(Total total) {
        Cells cells = new Cells(total.column());
        BigDecimal difference = total.later().subtract(total.earlier());
        new TableItem(totals, SWT.NONE).setText(new String[] {
            Cells.title(total.column()),
            cells.text(total.earlier()),
            cells.text(total.later()),
            (difference.signum() > 0 ? "+" : "") + cells.text(difference)
        });
    }

    private void add(Revision revision) {
        String row = String.join(" · ", revision.key());
        String none = Messages.get("compare.empty");
        new TableItem(revisions, SWT.NONE)
                .setText(revision.column()
                        .map(column -> new String[] {
                            row,
                            title(column),
                            revision.before().orElse(none),
                            revision.after().orElse(none)
                        })
                        .orElseGet(() -> new String[] {
                            row, Messages.get(revision.before().isEmpty() ? "compare.new" : "compare.gone"), "", ""
                        }));
    }

    private String title(String column) {
        return dataSet.column(column).map(Cells::title).orElse(column);
    }

    private static void pack(Table table) {
        for (TableColumn column : List.of(table.getColumns())) {
            column.pack();
            column.setWidth(Math.min(column.getWidth() + AIR, Controls.scaled(table, WIDEST)));
        }
    }
}
