package org.opbrief.cli;

import java.nio.file.Path;
import java.util.List;
import org.opbrief.api.data.Store;
import org.opbrief.api.data.StoreException;
import org.opbrief.api.output.OutputException;
import org.opbrief.api.report.Report;
import org.opbrief.api.report.ReportException;
import org.opbrief.api.report.RunRequest;
import picocli.CommandLine.Model.CommandSpec;

/** {@code run REPORT}. */
final class RunCommand implements Command {

    @Override
    public String name() {
        return "run";
    }

    @Override
    public String summary() {
        return "Writes the briefing of a report, and a manifest that leads from its figures to their rows.";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addPositional(Specs.argument(0, true, "REPORT", "Id of the report; see: opbrief reports"));
        spec.addOption(Specs.list("\\z", "NAME=VALUE", "A parameter of the report; may be repeated.", "-p"));
        spec.addOption(Specs.value("--edition", "EDITION", "Who it is for (default: the report's first)."));
        spec.addOption(Specs.value("--lang", "LANG", "Its language (default: the report's first)."));
        Briefings.describe(spec);
    }

    @Override
    public int run(Invocation call) throws CommandException, StoreException, ReportException, OutputException {
        Report report = Briefings.report(call, call.argument(0).orElseThrow());
        Briefings briefings = new Briefings(call);
        RunRequest request = Briefings.request(call, report);
        List<Path> files;
        try (Store store = call.workspaces().openExisting()) {
            files = briefings.write(store, report, request);
        }
        files.forEach(file -> call.console().line(call.surroundings().pasted(file)));
        return Opbrief.DONE;
    }
}
