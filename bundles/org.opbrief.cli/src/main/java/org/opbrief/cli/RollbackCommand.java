package org.opbrief.cli;

import org.opbrief.api.pack.PackException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code rollback}. */
final class RollbackCommand implements Command {

    @Override
    public String name() {
        return "rollback";
    }

    @Override
    public String summary() {
        return "Goes back to the packs before the last change.";
    }

    @Override
    public void describe(CommandSpec spec) {
        Plans.describe(spec);
    }

    @Override
    public boolean usesPacks() {
        return true;
    }

    @Override
    public int run(Invocation call) throws CommandException, PackException {
        return Plans.carryOut(
                call, call.packs().planRollback(), "There is nothing to do: the packs were the same before.");
    }
}
