package org.opbrief.cli;

import java.nio.file.Path;
import java.util.List;
import org.opbrief.api.pack.PackException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code new report NAME [--from DATASET]}. */
final class NewReportCommand implements Command {

    @Override
    public String name() {
        return "report";
    }

    @Override
    public String summary() {
        return "Makes a folder with a report that runs, to be changed as you like.";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addPositional(Specs.argument(0, true, "NAME", "Name of the report and of its folder, e.g. port-visits."));
        spec.addOption(Specs.value(
                "--from", "DATASET", "The data set that it reads (default: one that is there); see: opbrief data"));
    }

    @Override
    public boolean usesPacks() {
        return true;
    }

    @Override
    public int run(Invocation call) throws CommandException, PackException {
        Path folder = call.path(call.argument(0).orElseThrow());
        List<Path> files = call.services().authoring().createReport(folder, call.option("--from"));
        NewFolder.tell(call, files);
        String pasted = call.surroundings().pasted(folder);
        call.console()
                .line("Run it, and again on each change: "
                        + call.suggestionHere("run --watch --pack " + pasted + " " + folder.getFileName()));
        call.console().line("Check it and make it one file: " + call.suggestionHere("pack " + pasted));
        return Opbrief.DONE;
    }
}
