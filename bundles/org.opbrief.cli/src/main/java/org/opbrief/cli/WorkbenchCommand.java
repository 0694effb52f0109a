package org.opbrief.cli;

import java.util.Optional;

/** {@code workbench}. */
final class WorkbenchCommand implements Command {

    @Override
    public String name() {
        return "workbench";
    }

    @Override
    public String summary() {
        return "Opens the workspace in a window, or the one of the preferences if none is named; makes it if there is none.";
    }

    @Override
    public int run(Invocation call) throws CommandException {
        Optional<String> complaint = call.services()
                .desktop()
                .show(call.workspaces().named(), call.workspaces().folder());
        if (complaint.isPresent()) {
            throw new CommandException(complaint.get());
        }
        return Opbrief.DONE;
    }
}
