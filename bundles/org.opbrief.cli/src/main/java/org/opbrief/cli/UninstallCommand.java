package org.opbrief.cli;

import org.opbrief.api.pack.PackException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code uninstall NAME…}. */
final class UninstallCommand implements Command {

    @Override
    public String name() {
        return "uninstall";
    }

    @Override
    public String summary() {
        return "Removes packs from the workspace, unless others need them.";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addPositional(Specs.arguments("NAME", "Packs of the workspace; see: opbrief packs"));
        spec.addOption(Specs.flag("--with-dependents", "Remove the packs that need them, too."));
        Plans.describe(spec);
    }

    @Override
    public boolean usesPacks() {
        return true;
    }

    @Override
    public int run(Invocation call) throws CommandException, PackException {
        return Plans.carryOut(
                call,
                call.packs().planRemoval(call.arguments(), call.has("--with-dependents")),
                "There is nothing to do: this is not installed.");
    }
}
