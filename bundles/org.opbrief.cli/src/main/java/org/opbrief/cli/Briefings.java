package org.opbrief.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.opbrief.api.data.Nearest;
import org.opbrief.api.data.Store;
import org.opbrief.api.output.OutputException;
import org.opbrief.api.pack.PackStatus;
import org.opbrief.api.report.Briefing;
import org.opbrief.api.report.Report;
import org.opbrief.api.report.ReportCatalog;
import org.opbrief.api.report.ReportException;
import org.opbrief.api.report.RunRequest;
import picocli.CommandLine.Model.CommandSpec;

/** Builds briefings and writes their files, as the options of a call say. */
final class Briefings {
    private final Invocation call;
    private final List<String> formats;

    /** @throws CommandException if a format is not there */
    Briefings(Invocation call) throws CommandException {
        this.call = call;
        List<String> given = call.all("--format").stream()
                .map(format -> format.strip().toLowerCase(Locale.ROOT))
                .filter(format -> !format.isEmpty())
                .distinct()
                .toList();
        List<String> installed = call.services().outputs().formats();
        if (installed.isEmpty()) {
            throw new CommandException("No output format is installed: install Opbrief again.");
        }
        this.formats = given.isEmpty() ? installed : given;
        for (String format : formats) {
            if (!installed.contains(format)) {
                throw new CommandException(
                        "There is no output format \"" + format + "\"" + Nearest.hint(format, installed));
            }
        }
    }

    static void describe(CommandSpec spec) {
        spec.addOption(Specs.list(",", "FORMAT", "Formats to write (default: all that are installed).", "--format"));
        spec.addOption(Specs.value("--out", "DIR", "The folder for the files (default: out in the workspace)."));
    }

    static Report report(Invocation call, String id) throws CommandException {
        ReportCatalog catalog = call.services().catalog();
        List<String> ids =
                catalog.reports().stream().map(report -> report.info().id()).toList();
        return catalog.report(id)
                .orElseThrow(() -> new CommandException(
                        unused(call, id).orElse("There is no report \"" + id + "\"" + Nearest.hint(id, ids))));
    }

    /** Why the pack that would bring a report is not used. */
    private static Optional<String> unused(Invocation call, String report) {
        return call.packs().list().stream()
                .filter(status -> PacksListCommand.reports(status).contains(report))
                .map(PackStatus::pack)
                .filter(pack -> pack.rejected().isPresent())
                .map(pack -> "There is no report \"" + report + "\", since its pack " + pack.name() + " "
                        + pack.version() + " is not used: " + pack.rejected().get())
                .findFirst();
    }

    Path folder(Store store) throws CommandException {
        String given = call.<String>option("--out").orElse("");
        return given.isEmpty() ? store.workspace().resolve("out") : call.path(given);
    }

    /** @return the files, the manifest last */
    List<Path> write(Store store, Report report, RunRequest request)
            throws CommandException, ReportException, OutputException {
        try (ProgressDisplay progress = new ProgressDisplay(call.console())) {
            progress.at("computing " + report.info().title(), 0);
            Briefing briefing = call.services().catalog().build(store, request);
            progress.at("writing " + briefing.name(), 0.5);
            return call.services().outputs().write(briefing, report, formats, folder(store));
        }
    }

    static RunRequest request(Invocation call, Report report) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String given : call.all("-p")) {
            int equals = given.indexOf('=');
            if (equals < 1) {
                throw call.misused("-p " + given + ": is not name=value.");
            }
            parameters.put(given.substring(0, equals), given.substring(equals + 1));
        }
        return new RunRequest(report.info().id(), parameters, call.option("--edition"), language(call, report));
    }

    static Locale language(Invocation call, Report report) {
        List<String> languages = new ArrayList<>(report.info().languages());
        languages.add("en");
        return Locale.forLanguageTag(call.<String>option("--lang").orElse(languages.get(0)));
    }
}
