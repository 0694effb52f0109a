package org.opbrief.workbench.briefing;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;

/** Asks how to print the briefing that is shown, and prints it. */
public final class PrintHandler {

    @CanExecute
    boolean possible(BriefingDesk desk) {
        return desk.isPrintable();
    }

    @Execute
    void print(BriefingDesk desk) {
        desk.askPrint();
    }
}
