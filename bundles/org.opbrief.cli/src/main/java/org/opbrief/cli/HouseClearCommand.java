package org.opbrief.cli;

import org.opbrief.api.data.Store;
import org.opbrief.api.data.StoreException;
import org.opbrief.api.report.House;
import org.opbrief.api.report.ReportException;

/** {@code house clear}. */
final class HouseClearCommand implements Command {

    @Override
    public String name() {
        return "clear";
    }

    @Override
    public String summary() {
        return "Takes the agency out of the workspace: its briefings look as their reports have them.";
    }

    @Override
    public int run(Invocation call) throws CommandException, StoreException, ReportException {
        try (Store store = call.workspaces().openExisting()) {
            call.services().houses().keep(store.workspace(), House.NONE);
        }
        HouseCommand.show(call, House.NONE);
        return Opbrief.DONE;
    }
}
