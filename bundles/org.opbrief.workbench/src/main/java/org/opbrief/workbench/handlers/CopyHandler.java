package org.opbrief.workbench.handlers;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.swt.widgets.Display;

/** Copies what is selected. */
public final class CopyHandler {

    @CanExecute
    boolean isPossible(Display display) {
        return FocusActions.isFor(display.getFocusControl());
    }

    @Execute
    void run(Display display) {
        FocusActions.copy(display.getFocusControl());
    }
}
