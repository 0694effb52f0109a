package org.opbrief.workbench.data;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.opbrief.workbench.jobs.Work;
import org.opbrief.workbench.session.Session;
import org.opbrief.workbench.widget.Controls;

/** The window of the import. */
public final class ImportDialog extends WizardDialog {
    private static final int BACKGROUND = IDialogConstants.CLIENT_ID + 1;

    private final ImportWizard wizard;

    private ImportDialog(Shell parent, ImportWizard wizard) {
        super(parent, wizard);
        this.wizard = wizard;
    }

    /** @param files that are known already; none to choose them in the dialog */
    public static ImportDialog of(Shell parent, Session session, Work work, List<Path> files) {
        return new ImportDialog(parent, new ImportWizard(session, work, files));
    }

    @Override
    protected Point getInitialSize() {
        return new Point(Controls.scaled(getShell(), 860), Controls.scaled(getShell(), 640));
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        Controls.id(createButton(parent, BACKGROUND, Messages.get("import.background"), false), "import.background");
        super.createButtonsForButtonBar(parent);
    }

    @Override
    protected void buttonPressed(int button) {
        if (button == BACKGROUND) {
            wizard.leave();
            close();
        } else {
            super.buttonPressed(button);
        }
    }

    @Override
    protected void nextPressed() {
        super.nextPressed();
        wizard.check();
    }

    @Override
    protected void backPressed() {
        wizard.choose();
        super.backPressed();
    }

    @Override
    public void updateButtons() {
        super.updateButtons();
        label(
                IDialogConstants.FINISH_ID,
                wizard.stage() == ImportWizard.Stage.ENDED ? "import.close" : "import.import",
                "import.finish");
        label(IDialogConstants.NEXT_ID, "import.next", "import.next");
        Button back = getButton(IDialogConstants.BACK_ID);
        if (back != null && wizard.stage().compareTo(ImportWizard.Stage.IMPORTING) >= 0) {
            back.setEnabled(false);
        }
        Button background = getButton(BACKGROUND);
        if (background != null) {
            background.setEnabled(wizard.stage() == ImportWizard.Stage.IMPORTING);
        }
        Button cancel = getButton(IDialogConstants.CANCEL_ID);
        if (cancel != null) {
            Controls.id(cancel, "import.cancel");
            cancel.setEnabled(wizard.stage() != ImportWizard.Stage.ENDED);
        }
    }

    private void label(int button, String text, String id) {
        Button found = getButton(button);
        if (found != null) {
            Controls.id(found, id);
            if (!found.getText().equals(Messages.get(text))) {
                found.setText(Messages.get(text));
            }
        }
    }
}
