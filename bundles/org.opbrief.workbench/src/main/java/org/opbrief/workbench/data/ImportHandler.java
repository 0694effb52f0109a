package org.opbrief.workbench.data;

import java.util.List;
import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.swt.widgets.Shell;
import org.opbrief.workbench.jobs.Work;
import org.opbrief.workbench.session.Session;

/** Opens the import. */
public final class ImportHandler {

    @CanExecute
    boolean canExecute(Session session) {
        return session.isOpen();
    }

    @Execute
    void execute(Shell shell, Session session, Work work) {
        ImportDialog.of(shell, session, work, List.of()).open();
    }
}
