package org.opbrief.workbench.briefing;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;

/** Asks where to write the briefing that was run, and writes it. */
public final class ExportHandler {

    @CanExecute
    boolean possible(BriefingDesk desk) {
        return desk.result().isPresent();
    }

    @Execute
    void export(BriefingDesk desk) {
        desk.askExport();
    }
}
