package org.opbrief.cli;

import java.nio.file.Path;
import java.util.List;
import org.opbrief.api.pack.PackException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code repo bundle NAME… --out FILE}. */
final class RepositoryBundleCommand implements Command {

    @Override
    public String name() {
        return "bundle";
    }

    @Override
    public String summary() {
        return "Writes packs and all that they need as one file, to be installed without a network.";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addPositional(Specs.arguments("NAME", "Packs, NAME or NAME@VERSION."));
        spec.addOption(Specs.required("--out", "FILE", "The file to write."));
        spec.addOption(Repositories.option());
    }

    @Override
    public int run(Invocation call) throws CommandException, PackException {
        Path file = call.path(call.<String>option("--out").orElseThrow());
        List<String> packs = call.services()
                .repositories()
                .bundleUp(call.workspaces().folder(), call.arguments(), Repositories.named(call), file);
        packs.forEach(pack -> call.console().line("  " + pack));
        call.console().line("Written: " + call.surroundings().pasted(file));
        return Opbrief.DONE;
    }
}
