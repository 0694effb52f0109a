package org.opbrief.workbench.briefing;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.opbrief.workbench.widget.Controls;

/** Asks which files of a briefing to write, and where. Says which would be replaced. */
final class ExportDialog extends TitleAreaDialog {
    private final String name;
    private final List<String> formats;
    private final Set<String> preferred;
    private final Path proposed;
    private final Map<String, Button> boxes = new LinkedHashMap<>();
    private Text folder;
    private List<String> chosen = List.of();
    private Optional<Path> target = Optional.empty();

    /**
     * @param name of the files
     * @param preferred formats that are ticked; all if it is empty
     */
    ExportDialog(Shell parent, String name, List<String> formats, Set<String> preferred, Path proposed) {
        super(parent);
        this.name = name;
        this.formats = List.copyOf(formats);
        this.preferred = Set.copyOf(preferred);
        this.proposed = proposed;
        setHelpAvailable(false);
    }

    List<String> formats() {
        return chosen;
    }

    Path folder() {
        return target.orElseThrow();
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.of("export"));
        shell.setData("id", "export");
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        setTitle(Messages.of("export.heading", name));
        Composite form = new Composite(area, SWT.NONE);
        form.setLayout(Widgets.grid(3, 12));
        form.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        new Label(form, SWT.NONE).setText(Messages.of("export.formats"));
        Composite row = new Composite(form, SWT.NONE);
        row.setLayout(Widgets.grid(formats.size(), 0));
        row.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        for (String format : formats) {
            Button box = new Button(row, SWT.CHECK);
            box.setText(format.toUpperCase(Locale.ROOT));
            box.setData("id", "export." + format);
            box.setSelection(preferred.isEmpty() || preferred.contains(format));
            box.addListener(SWT.Selection, event -> check());
            boxes.put(format, box);
        }
        new Label(form, SWT.NONE).setText(Messages.of("export.folder"));
        folder = new Text(form, SWT.BORDER);
        folder.setData("id", "export.folder");
        folder.setText(proposed.toString());
        GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
        wide.widthHint = 360;
        folder.setLayoutData(wide);
        folder.addListener(SWT.Modify, event -> check());
        Controls.named(folder, Messages.of("export.folder"));
        Button browse = new Button(form, SWT.PUSH);
        browse.setText(Messages.of("export.browse"));
        browse.addListener(SWT.Selection, event -> browse());
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        Button export = createButton(parent, IDialogConstants.OK_ID, Messages.of("export.do"), true);
        export.setData("id", "export.do");
        createButton(parent, IDialogConstants.CANCEL_ID, Messages.of("export.cancel"), false);
        check();
    }

    private void browse() {
        DirectoryDialog dialog = new DirectoryDialog(getShell());
        dialog.setText(Messages.of("export.folder"));
        dialog.setFilterPath(folder.getText());
        String answer = dialog.open();
        if (answer != null) {
            folder.setText(answer);
        }
    }

    private void check() {
        chosen = boxes.entrySet().stream()
                .filter(entry -> entry.getValue().getSelection())
                .map(Map.Entry::getKey)
                .toList();
        target = path(folder.getText().strip());
        Optional<String> problem = chosen.isEmpty()
                ? Optional.of(Messages.of("export.noFormat"))
                : target.isEmpty() ? Optional.of(Messages.of("export.noFolder")) : Optional.empty();
        setErrorMessage(problem.orElse(null));
        getButton(IDialogConstants.OK_ID).setEnabled(problem.isEmpty());
        List<String> replaced = new ArrayList<>();
        target.ifPresent(there -> chosen.stream()
                .map(format -> name + "." + format)
                .filter(file -> Files.exists(there.resolve(file)))
                .forEach(replaced::add));
        setMessage(
                replaced.isEmpty()
                        ? Messages.of("export.says")
                        : Messages.of("export.replaces", String.join(", ", replaced)));
    }

    private static Optional<Path> path(String text) {
        try {
            Path path = Path.of(text);
            return text.isEmpty() || !path.isAbsolute() || Files.isRegularFile(path)
                    ? Optional.empty()
                    : Optional.of(path.normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
