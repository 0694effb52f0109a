package org.opbrief.workbench.window;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.opbrief.workbench.widget.Controls;

/** A list that shrinks while one types; Enter does what is chosen. */
public final class ChoiceDialog extends Dialog {

    private static final Point SIZE = new Point(560, 460);
    private static final int NAME_WIDTH = 380;
    private static final int HINT_WIDTH = 140;

    private final String title;
    private final List<Choice> choices;
    private Text filter;
    private Table table;

    public ChoiceDialog(Shell parent, String title, List<Choice> choices) {
        super(parent);
        this.title = title;
        this.choices = choices.stream()
                .sorted(Comparator.comparing(Choice::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
        setShellStyle(SWT.SHELL_TRIM | SWT.APPLICATION_MODAL);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(title);
    }

    @Override
    protected Point getInitialSize() {
        return new Point(Controls.scaled(getShell(), SIZE.x), Controls.scaled(getShell(), SIZE.y));
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        filter = new Text(area, SWT.SEARCH | SWT.ICON_SEARCH | SWT.BORDER);
        filter.setMessage(Messages.get("choice.filter"));
        filter.setData("id", "filter");
        filter.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        Controls.named(filter, title);
        table = new Table(area, SWT.FULL_SELECTION | SWT.BORDER);
        table.setData("id", "choices");
        Controls.named(table, title);
        table.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        new TableColumn(table, SWT.NONE).setWidth(Controls.scaled(table, NAME_WIDTH));
        new TableColumn(table, SWT.NONE).setWidth(Controls.scaled(table, HINT_WIDTH));
        table.addListener(SWT.DefaultSelection, event -> okPressed());
        filter.addListener(SWT.Modify, event -> fill());
        filter.addListener(SWT.DefaultSelection, event -> okPressed());
        filter.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.ARROW_DOWN && table.getItemCount() > 0) {
                table.setFocus();
            }
        });
        fill();
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.get("choice.do"), true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CLOSE_LABEL, false);
    }

    @Override
    protected void okPressed() {
        int row = table.getSelectionIndex();
        if (row >= 0) {
            Runnable action = ((Choice) table.getItem(row).getData()).action();
            super.okPressed();
            action.run();
        }
    }

    private void fill() {
        String[] words = filter.getText().toLowerCase(Locale.ROOT).strip().split("\\s+");
        table.removeAll();
        for (Choice choice : choices) {
            String text = (choice.name() + " " + choice.hint()).toLowerCase(Locale.ROOT);
            if (Stream.of(words).allMatch(text::contains)) {
                TableItem item = new TableItem(table, SWT.NONE);
                item.setText(new String[] {choice.name(), choice.hint()});
                item.setData(choice);
            }
        }
        if (table.getItemCount() > 0) {
            table.setSelection(0);
        }
    }
}
