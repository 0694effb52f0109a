package org.opbrief.workbench.briefing;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.opbrief.workbench.jobs.Work;
import org.opbrief.workbench.widget.Controls;

/** The briefings that were written, the latest first. */
public final class OutputsView extends Composite {
    private static final String[] COLUMNS = {"outputs.name", "outputs.formats", "outputs.written", "outputs.folder"};
    private static final int[] WIDTHS = {220, 100, 190, 320};

    /** What can be done with files. */
    public record Actions(Consumer<List<Path>> preview, Consumer<Path> open, Consumer<Path> show) {}

    private final Work work;
    private final Table table;
    private final Label message;
    private final List<Button> buttons;
    private int asked;

    public OutputsView(Composite parent, Work work, Actions actions) {
        super(parent, SWT.NONE);
        this.work = work;
        setData("id", "outputs");
        setLayout(Widgets.grid(4, 6));
        table = new Table(this, SWT.SINGLE | SWT.FULL_SELECTION | SWT.BORDER);
        table.setData("id", "outputs.table");
        table.setHeaderVisible(true);
        table.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 4, 1));
        Controls.named(table, Messages.of("outputs"));
        for (int i = 0; i < COLUMNS.length; i++) {
            TableColumn column = new TableColumn(table, SWT.LEFT);
            column.setText(Messages.of(COLUMNS[i]));
            column.setWidth(Controls.scaled(table, WIDTHS[i]));
        }
        table.addListener(SWT.Selection, event -> enable());
        table.addListener(SWT.DefaultSelection, event -> preview(actions));
        message = new Label(this, SWT.WRAP);
        message.setData("id", "outputs.message");
        message.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        buttons = List.of(
                button("outputs.preview", () -> preview(actions)),
                button("outputs.open", () -> selected().ifPresent(output -> actions.open()
                        .accept(output.files().get(0)))),
                button("outputs.show", () -> selected()
                        .ifPresent(output -> actions.show().accept(output.folder()))));
        enable();
    }

    /** Looks for briefings in these folders. */
    public void show(Set<Path> folders) {
        int number = ++asked;
        work.quietly(Messages.of("outputs"), progress -> OutputList.find(folders), found -> {
            if (number == asked && !isDisposed()) {
                fill(found);
            }
        });
    }

    private void fill(List<OutputList.Output> outputs) {
        Optional<List<Path>> before = selected().map(OutputList.Output::files);
        DateTimeFormatter time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withZone(ZoneId.systemDefault());
        table.setRedraw(false);
        table.removeAll();
        for (OutputList.Output output : outputs) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setText(new String[] {
                output.name(),
                output.formats(),
                time.format(output.written()),
                output.folder().toString()
            });
            item.setData(output);
            if (before.filter(output.files()::equals).isPresent()) {
                table.setSelection(item);
            }
        }
        table.setRedraw(true);
        message.setText(outputs.isEmpty() ? Messages.of("outputs.empty") : "");
        enable();
    }

    private Optional<OutputList.Output> selected() {
        TableItem[] selection = table.getSelection();
        return selection.length == 0 ? Optional.empty() : Optional.of((OutputList.Output) selection[0].getData());
    }

    private void preview(Actions actions) {
        selected().ifPresent(output -> actions.preview().accept(output.files()));
    }

    private void enable() {
        buttons.forEach(button -> button.setEnabled(selected().isPresent()));
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(this, SWT.PUSH);
        button.setData("id", key);
        button.setText(Messages.of(key));
        Controls.roomy(button);
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }
}
