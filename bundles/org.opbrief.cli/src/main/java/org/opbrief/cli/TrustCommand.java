package org.opbrief.cli;

import java.util.List;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.StoreException;
import org.opbrief.api.output.OutputException;
import org.opbrief.api.pack.PackException;
import org.opbrief.api.report.ReportException;

/** {@code trust}, which by itself is {@code trust list}. */
final class TrustCommand implements Command {
    private static final Command LIST = new TrustListCommand();

    @Override
    public String name() {
        return "trust";
    }

    @Override
    public String summary() {
        return "Says whose packs the workspace trusts.";
    }

    @Override
    public boolean lists() {
        return true;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                LIST,
                new TrustAddCommand(),
                new TrustRemoveCommand(),
                new TrustPolicyCommand(),
                new TrustRevocationsCommand());
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
