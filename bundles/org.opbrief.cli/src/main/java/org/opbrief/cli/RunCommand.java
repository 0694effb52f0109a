package org.opbrief.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.opbrief.api.data.Store;
import org.opbrief.api.data.StoreException;
import org.opbrief.api.output.OutputException;
import org.opbrief.api.pack.PackException;
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
        spec.addOption(Specs.value("--pack", "DIR", "Take the report from a pack in the making."));
        spec.addOption(Specs.flag("--watch", "With --pack: run again on each change of the folder, until Ctrl+C."));
    }

    @Override
    public boolean usesPacks() {
        return true;
    }

    @Override
    public int run(Invocation call)
            throws CommandException, StoreException, ReportException, OutputException, PackException {
        Optional<String> pack = call.option("--pack");
        if (pack.isPresent()) {
            return run(call, PackFolder.named(call, pack.get()));
        }
        if (call.has("--watch")) {
            throw call.misused("--watch wants --pack DIR.");
        }
        Briefings briefings = new Briefings(call);
        Report report = Briefings.report(call, call.argument(0).orElseThrow());
        RunRequest request = Briefings.request(call, report);
        try (Store store = call.workspaces().openExisting()) {
            print(call, briefings.write(store, report, request));
        }
        return Opbrief.DONE;
    }

    private static int run(Invocation call, PackFolder pack)
            throws CommandException, StoreException, ReportException, OutputException, PackException {
        Briefings briefings = new Briefings(call);
        try (TriedPack tried = TriedPack.of(pack)) {
            if (call.has("--watch")) {
                try (Store store = call.workspaces().openExisting()) {
                    Path out = briefings.folder(store);
                    new Watch(call.console(), new WatchedFolder(pack.folder(), List.of(out, store.workspace())))
                            .run(() -> run(call, tried, briefings, store));
                }
            } else {
                // what is wrong with the pack is told before it is told that there are no data
                tried.load();
                try (Store store = call.workspaces().openExisting()) {
                    write(call, briefings, store);
                }
            }
        }
        return Opbrief.DONE;
    }

    private static void run(Invocation call, TriedPack tried, Briefings briefings, Store store)
            throws CommandException, ReportException, OutputException, PackException {
        tried.load();
        write(call, briefings, store);
    }

    private static void write(Invocation call, Briefings briefings, Store store)
            throws CommandException, ReportException, OutputException {
        Report report = Briefings.report(call, call.argument(0).orElseThrow());
        print(call, briefings.write(store, report, Briefings.request(call, report)));
    }

    private static void print(Invocation call, List<Path> files) {
        files.forEach(file -> call.console().line(call.surroundings().pasted(file)));
    }
}
