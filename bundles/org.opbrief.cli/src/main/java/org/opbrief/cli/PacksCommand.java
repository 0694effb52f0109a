package org.opbrief.cli;

import java.util.List;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.StoreException;
import org.opbrief.api.output.OutputException;
import org.opbrief.api.pack.PackException;
import org.opbrief.api.report.ReportException;

/** {@code packs}, which by itself is {@code packs list}. */
final class PacksCommand implements Command {
    private static final Command LIST = new PacksListCommand();

    @Override
    public String name() {
        return "packs";
    }

    @Override
    public String summary() {
        return "Lists packs, and deletes versions that are kept but not used.";
    }

    @Override
    public boolean lists() {
        return true;
    }

    @Override
    public List<Command> commands() {
        return List.of(LIST, new PacksPruneCommand());
    }

    @Override
    public boolean usesPacks() {
        return LIST.usesPacks();
    }

    @Override
    public int run(Invocation call)
            throws CommandException, ImportException, StoreException, ReportException, OutputException, PackException {
        return LIST.run(call);
    }
}
