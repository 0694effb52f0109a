package org.opbrief.workbench.handlers;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.swt.widgets.Display;

/** Selects all of what has the focus. */
public final class SelectAllHandler {

    @CanExecute
    boolean isPossible(Display display) {
        return FocusActions.isFor(display.getFocusControl());
    }

    @Execute
    void run(Display display) {
        FocusActions.selectAll(display.getFocusControl());
    }
}
