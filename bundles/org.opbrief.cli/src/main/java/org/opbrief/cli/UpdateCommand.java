package org.opbrief.cli;

import java.util.List;
import org.opbrief.api.pack.PackException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code update [NAME…] --repo DIR}. */
final class UpdateCommand implements Command {

    @Override
    public String name() {
        return "update";
    }

    @Override
    public String summary() {
        return "Installs the newest versions that a repository has of packs of the workspace.";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addPositional(Specs.someArguments("NAME", "Packs of the workspace (default: all)."));
        spec.addOption(Repositories.option());
        Plans.describe(spec);
    }

    @Override
    public boolean usesPacks() {
        return true;
    }

    @Override
    public int run(Invocation call) throws CommandException, PackException {
        List<String> repositories = Repositories.named(call);
        if (repositories.isEmpty()) {
            throw call.misused("Missing: --repo DIR.");
        }
        return Plans.carryOut(
                call,
                call.packs().planUpdate(call.arguments(), repositories),
                "There is nothing to do: no newer version was found.");
    }
}
