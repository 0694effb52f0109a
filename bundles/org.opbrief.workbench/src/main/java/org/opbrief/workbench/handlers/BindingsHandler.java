package org.opbrief.workbench.handlers;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.swt.widgets.Shell;
import org.opbrief.workbench.window.Bindings;
import org.opbrief.workbench.window.ChoiceDialog;

/** Lists the keys of all commands. */
public final class BindingsHandler {

    @Execute
    void run(Shell shell, Bindings bindings) {
        new ChoiceDialog(shell, Messages.get("bindings.title"), bindings.all()).open();
    }
}
