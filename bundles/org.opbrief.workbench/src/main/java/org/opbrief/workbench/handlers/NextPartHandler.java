package org.opbrief.workbench.handlers;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EPartService;

/** Gives the focus to the next part that can be seen, or to the one before. */
public final class NextPartHandler {

    @Execute
    void run(EPartService parts, ParameterizedCommand command) {
        List<MPart> seen =
                parts.getParts().stream().filter(parts::isPartVisible).collect(Collectors.toList());
        if (command.getId().endsWith(".previous")) {
            Collections.reverse(seen);
        }
        if (!seen.isEmpty()) {
            parts.activate(seen.get((seen.indexOf(parts.getActivePart()) + 1) % seen.size()), true);
        }
    }
}
