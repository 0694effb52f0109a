package org.opbrief.workbench.handlers;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;
import org.opbrief.workbench.Ids;

/** Brings the part that the command names to the front. */
public final class ShowPartHandler {

    @Execute
    void run(EPartService parts, ParameterizedCommand command) {
        parts.showPart(Ids.named(command), PartState.ACTIVATE);
    }
}
