package org.opbrief.workbench.explore;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.opbrief.workbench.widget.Controls;

/** Asks what a report is called and where its pack is to lie. */
final class SaveDialog extends TitleAreaDialog {
    private final Path proposed;
    private Text name;
    private Text heading;
    private Text folder;
    private Path target;
    private String title = "";

    /** @param proposed folder in which packs in the making may lie */
    SaveDialog(Shell parent, Path proposed) {
        super(parent);
        this.proposed = proposed;
    }

    @Override
    public void create() {
        super.create();
        getShell().setText(Messages.get("save.title"));
        setTitle(Messages.get("save.title"));
        setMessage(Messages.get("save.message"));
        getButton(IDialogConstants.OK_ID).setEnabled(false);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        area.setLayout(new GridLayout(3, false));
        area.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        name = field(area, "save.name", "", 2);
        heading = field(area, "save.heading", "", 2);
        folder = field(area, "save.folder", proposed.toString(), 1);
        Button browse = new Button(area, SWT.PUSH);
        browse.setText(Messages.get("save.browse"));
        browse.addListener(SWT.Selection, event -> {
            String chosen = new DirectoryDialog(getShell()).open();
            if (chosen != null) {
                folder.setText(chosen);
            }
        });
        return area;
    }

    private Text field(Composite area, String key, String text, int span) {
        new Label(area, SWT.NONE).setText(Messages.get(key));
        Text field = Controls.id(new Text(area, SWT.BORDER), key);
        field.setText(text);
        field.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, span, 1));
        field.addListener(SWT.Modify, event -> check());
        return field;
    }

    private void check() {
        String id = name.getText().strip();
        String place = folder.getText().strip();
        boolean fits = id.matches("[a-z][a-z0-9-]*");
        boolean exists = fits && !place.isEmpty() && Files.exists(Path.of(place).resolve(id));
        setErrorMessage(
                !id.isEmpty() && !fits
                        ? Messages.get("save.bad")
                        : exists ? Messages.get("save.exists", Path.of(place).resolve(id)) : null);
        getButton(IDialogConstants.OK_ID)
                .setEnabled(fits
                        && !exists
                        && !place.isEmpty()
                        && !heading.getText().isBlank());
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        Controls.id(createButton(parent, IDialogConstants.OK_ID, Messages.get("save.go"), true), "save.go");
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    }

    @Override
    protected void okPressed() {
        target = Path.of(folder.getText().strip()).resolve(name.getText().strip());
        title = heading.getText().strip();
        super.okPressed();
    }

    /** The folder to be made, once the dialog was closed with OK. */
    Path target() {
        return target;
    }

    String title() {
        return title;
    }

    @Override
    protected Point getInitialSize() {
        return new Point(680, 320);
    }
}
