package org.opbrief.workbench.jobs;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IconAndMessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.opbrief.workbench.jobs.Problems.Problem;

/** Says in one sentence what went wrong; the detail is shown on demand. */
public final class FailureDialog extends IconAndMessageDialog {

    private static final int DETAIL_LINES = 12;

    private final Problem problem;
    private Text detail;

    /** @param parent may be null, for the screen */
    public FailureDialog(Shell parent, Problem problem) {
        super(parent);
        this.problem = problem;
        this.message = problem.message();
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    /**
     * Above the window that is active; to be called on the UI thread. What fails after the last window was closed is not
     * shown: the program would wait for an answer instead of ending.
     */
    public static void show(Problem problem) {
        Display display = Display.getCurrent();
        if (display.getShells().length > 0) {
            new FailureDialog(display.getActiveShell(), problem).open();
        }
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(problem.task());
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        ((GridLayout) area.getLayout()).numColumns = 2;
        createMessageArea(area);
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, IDialogConstants.OK_LABEL, true);
        if (!problem.detail().isEmpty()) {
            createButton(parent, IDialogConstants.DETAILS_ID, Messages.get("details"), false);
        }
    }

    @Override
    protected void buttonPressed(int id) {
        if (id != IDialogConstants.DETAILS_ID) {
            super.buttonPressed(id);
            return;
        }
        if (detail == null) {
            detail = new Text(
                    (Composite) getDialogArea(), SWT.MULTI | SWT.READ_ONLY | SWT.BORDER | SWT.H_SCROLL | SWT.V_SCROLL);
            detail.setText(problem.detail());
            GridData data = new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1);
            data.heightHint = DETAIL_LINES * detail.getLineHeight();
            detail.setLayoutData(data);
        } else {
            detail.dispose();
            detail = null;
        }
        getShell().layout(true, true);
        getShell().setSize(getShell().getSize().x, getShell().computeSize(SWT.DEFAULT, SWT.DEFAULT).y);
    }

    @Override
    protected Image getImage() {
        return getErrorImage();
    }
}
