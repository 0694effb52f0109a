package org.opbrief.cli;

import java.nio.file.Path;
import org.opbrief.api.pack.PackException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code repo index DIR}. */
final class RepositoryIndexCommand implements Command {

    @Override
    public String name() {
        return "index";
    }

    @Override
    public String summary() {
        return "Makes a folder of packs a repository: writes its index.xml.";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addPositional(Specs.argument(0, true, "DIR", "The folder."));
    }

    @Override
    public int run(Invocation call) throws CommandException, PackException {
        Path folder = call.path(call.argument(0).orElseThrow());
        int packs = call.services().repositories().index(folder);
        call.console()
                .line(call.surroundings().pasted(folder.resolve("index.xml")) + ": "
                        + (packs == 1 ? "1 pack" : Words.number(packs) + " packs") + ".");
        return Opbrief.DONE;
    }
}
