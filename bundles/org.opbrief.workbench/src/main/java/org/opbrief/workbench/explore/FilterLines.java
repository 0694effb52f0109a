package org.opbrief.workbench.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.opbrief.api.data.Column;
import org.opbrief.api.statistics.DataQuery.Operator;
import org.opbrief.workbench.widget.Controls;

/** Some lines, each of which may be a condition. */
final class FilterLines extends Composite {
    private static final int LINES = 2;
    private static final List<Operator> OPERATORS = List.of(Operator.values());

    private final List<Line> lines = new ArrayList<>();
    private List<Column> columns = List.of();

    private record Line(Combo column, Combo operator, Text value) {}

    FilterLines(Composite parent, Runnable changed) {
        super(parent, SWT.NONE);
        GridLayout layout = new GridLayout(3, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        setLayout(layout);
        for (int i = 0; i < LINES; i++) {
            Combo column = Controls.id(new Combo(this, SWT.READ_ONLY), "explore.filter.column." + i);
            Controls.named(column, Messages.get("filter.column", i + 1));
            Combo operator = Controls.id(new Combo(this, SWT.READ_ONLY), "explore.filter.operator." + i);
            Controls.named(operator, Messages.get("filter.operator", i + 1));
            OPERATORS.forEach(each -> operator.add(Messages.get("operator." + each)));
            operator.select(0);
            Text value = Controls.id(new Text(this, SWT.BORDER), "explore.filter.value." + i);
            Controls.named(value, Messages.get("filter.value", i + 1));
            value.setMessage(Messages.get("filter.hint"));
            GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
            wide.widthHint = 70;
            column.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
            ((GridData) column.getLayoutData()).widthHint = 90;
            value.setLayoutData(wide);
            column.addListener(SWT.Selection, event -> changed.run());
            operator.addListener(SWT.Selection, event -> changed.run());
            value.addListener(SWT.Modify, event -> changed.run());
            lines.add(new Line(column, operator, value));
        }
    }

    void setColumns(List<Column> of) {
        columns = List.copyOf(of);
        for (Line line : lines) {
            line.column().removeAll();
            line.column().add("");
            columns.forEach(column -> line.column().add(column.title()));
            line.column().select(0);
        }
    }

    /** Of the lines that are complete. */
    List<Question.Filter> filters() {
        List<Question.Filter> filters = new ArrayList<>();
        for (Line line : lines) {
            int column = line.column().getSelectionIndex() - 1;
            Operator operator = OPERATORS.get(Math.max(0, line.operator().getSelectionIndex()));
            boolean none = operator == Operator.EMPTY || operator == Operator.PRESENT;
            boolean many = operator == Operator.IN || operator == Operator.NOT_IN;
            String text = line.value().getText().strip();
            line.value().setEnabled(!none);
            if (column >= 0 && (none || !text.isEmpty())) {
                List<String> values = none
                        ? List.of()
                        : many
                                ? Arrays.stream(text.split(","))
                                        .map(String::strip)
                                        .filter(value -> !value.isEmpty())
                                        .toList()
                                : List.of(text);
                if (none || !values.isEmpty()) {
                    filters.add(new Question.Filter(columns.get(column), operator, values));
                }
            }
        }
        return filters;
    }
}
