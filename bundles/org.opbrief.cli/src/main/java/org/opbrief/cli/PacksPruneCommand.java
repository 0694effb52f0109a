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
        return "Deletes the versions of packs that are kept but not used, so that nothing brings them back.";
    }

    @Override
    public boolean usesPacks() {
        return true;
    }

    @Override
    public int run(Invocation call) throws PackException {
        List<String> deleted = call.packs().prune();
        if (deleted.isEmpty()) {
            call.console().line("There are no other versions.");
        }
        deleted.forEach(pack -> call.console().line("Deleted " + pack + "."));
        return Opbrief.DONE;
    }
}
