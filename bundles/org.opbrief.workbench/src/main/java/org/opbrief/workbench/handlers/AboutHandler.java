package org.opbrief.workbench.handlers;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.swt.widgets.Shell;
import org.opbrief.workbench.window.AboutDialog;

/** Says what this is. */
public final class AboutHandler {

    @Execute
    void run(Shell shell) {
        new AboutDialog(shell).open();
    }
}
