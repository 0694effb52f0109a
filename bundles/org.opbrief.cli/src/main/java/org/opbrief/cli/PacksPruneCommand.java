package org.opbrief.cli;

import java.util.List;
import org.opbrief.api.pack.PackException;

/** {@code packs prune}. */
final class PacksPruneCommand implements Command {

    @Override
    public String name() {
        return "prune";
    }

    @Override
    public String summary() {
        return "Deletes earlier versions of packs, to which there is no rollback then.";
    }

    @Override
    public boolean usesPacks() {
        return true;
    }

    @Override
    public int run(Invocation call) throws PackException {
        List<String> deleted = call.packs().prune();
        if (deleted.isEmpty()) {
            call.console().line("There are no earlier versions.");
        }
        deleted.forEach(pack -> call.console().line("Deleted " + pack + "."));
        return Opbrief.DONE;
    }
}
