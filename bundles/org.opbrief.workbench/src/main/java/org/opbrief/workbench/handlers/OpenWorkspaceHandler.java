package org.opbrief.workbench.handlers;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.swt.widgets.Shell;
import org.opbrief.workbench.jobs.Work;
import org.opbrief.workbench.session.Session;
import org.opbrief.workbench.session.WorkspaceDialogs;

/** Closes the workspace and opens another. */
public final class OpenWorkspaceHandler {

    @Execute
    void run(Session session, Work work, Shell shell) {
        if (Closing.isIdle(work, shell)) {
            new WorkspaceDialogs(shell.getDisplay()).openAnother(session, shell);
        }
    }
}
