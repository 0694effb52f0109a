package org.opbrief.workbench.handlers;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.opbrief.workbench.Ids;

/** Shows the perspective that the command names. */
public final class SwitchPerspectiveHandler {

    @Execute
    void run(EPartService parts, ParameterizedCommand command) {
        parts.switchPerspective(Ids.named(command));
    }
}
