package org.opbrief.workbench.handlers;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.workbench.IWorkbench;
import org.eclipse.swt.widgets.Shell;
import org.opbrief.workbench.jobs.Work;

/** Closes the window; asks first while something runs. */
public final class QuitHandler {

    @Execute
    void run(IWorkbench workbench, Work work, Shell shell) {
        if (Closing.allowed(work, shell)) {
            workbench.close();
        }
    }
}
