package org.opbrief.workbench.briefing;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.opbrief.workbench.Ids;

/** Goes to the briefings and runs the report that is chosen there. */
public final class RunHandler {

    @Execute
    void run(EPartService parts, BriefingDesk desk) {
        parts.switchPerspective(Ids.BRIEFING_PERSPECTIVE);
        desk.runChosen();
    }
}
