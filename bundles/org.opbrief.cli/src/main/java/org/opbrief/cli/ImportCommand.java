package org.opbrief.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.FileFaults;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.ImportPlan;
import org.opbrief.api.data.ImportRequest;
import org.opbrief.api.data.ImportRequest.Option;
import org.opbrief.api.data.ImportResult;
import org.opbrief.api.data.ImportResult.Outcome;
import org.opbrief.api.data.Store;
import org.opbrief.api.data.StoreException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code import FILE… --as DATASET}. */
final class ImportCommand implements Command {

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String summary() {
        return "Checks files and imports their rows; each file whole or not at all.";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addPositional(Specs.arguments("FILE", "Files to import."));
        spec.addOption(Specs.required("--as", "DATASET", "The data set that the rows are of; see: opbrief data"));
        spec.addOption(Specs.value("--as-of", "DATE", "The day whose state the data describe (default: today)."));
        spec.addOption(Specs.flag("--strict", "Refuse a file if one of its rows breaks a rule."));
        spec.addOption(Specs.flag("--dry-run", "Show the plan and keep nothing."));
        spec.addOption(Specs.flag("--yes", "Do not ask; a plan with errors is refused."));
        spec.addOption(Specs.list(
                ",",
                "NAME=VALUE",
                "How to read the file where its own evidence is not enough, e.g. sheet=2022; the plan names what there is.",
                "--read"));
    }

    @Override
    public boolean usesPacks() {
        return true;
    }

    @Override
    public int run(Invocation call) throws CommandException, ImportException, StoreException {
        LocalDate asOf = asOf(call);
        DataSet dataSet = DataSets.named(call, call.<String>option("--as").orElseThrow());
        List<Path> files = new ArrayList<>();
        for (String given : call.arguments()) {
            Path file = call.path(given);
            if (!Files.exists(file)) {
                throw new CommandException("There is no file " + file + ": check its name and folder.");
            }
            files.add(file);
        }
        Map<String, String> layout = layout(call);
        Set<Option> options = EnumSet.noneOf(Option.class);
        if (call.has("--strict")) {
            options.add(Option.STRICT);
        }
        if (call.has("--dry-run")) {
            options.add(Option.DRY_RUN);
        }
        if (call.has("--dry-run") && !call.workspaces().exists()) {
            return check(call, dataSet, asOf, options, layout, files);
        }
        boolean made = !Files.exists(call.workspaces().folder());
        boolean empty = false;
        try (Store store = call.workspaces().open()) {
            try {
                return importAll(call, store, dataSet, asOf, options, layout, files);
            } finally {
                empty = store.batches().isEmpty();
            }
        } finally {
            if (made && empty) {
                Scratch.delete(call.workspaces().folder());
            }
        }
    }

    /** A check leaves nothing behind, so it makes no workspace where none is. */
    private static int check(
            Invocation call,
            DataSet dataSet,
            LocalDate asOf,
            Set<Option> options,
            Map<String, String> layout,
            List<Path> files)
            throws CommandException, ImportException, StoreException {
        try (Scratch scratch = Scratch.temporary()) {
            try (Store store = call.services().stores().open(scratch.folder())) {
                return importAll(call, store, dataSet, asOf, options, layout, files);
            }
        } catch (IOException e) {
            throw new CommandException("A temporary folder cannot be made: " + FileFaults.reason(e) + ".", e);
        }
    }

    private static int importAll(
            Invocation call,
            Store store,
            DataSet dataSet,
            LocalDate asOf,
            Set<Option> options,
            Map<String, String> layout,
            List<Path> files)
            throws ImportException, StoreException {
        List<String> done = new ArrayList<>();
        try {
            for (Path file : files) {
                ImportResult result;
                try (ProgressDisplay progress = new ProgressDisplay(call.console())) {
                    ImportRequest request = new ImportRequest(file, dataSet, asOf, options, progress);
                    result = store.importFile(
                            request.read(layout, Optional.empty()).approvedBy(plan -> approved(call, progress, plan)));
                    progress.close();
                    if (result.outcome() == Outcome.CHECKED || result.outcome() == Outcome.REFUSED) {
                        new ImportPlanText(call).print(result.plan());
                    }
                }
                Optional<String> failure = ImportOutcome.tell(call, result);
                if (failure.isPresent()) {
                    sayWhatWasDone(call, done, files);
                    call.console().error("opbrief: " + failure.get());
                    return Opbrief.FAILED;
                }
                done.add(file.getFileName().toString());
            }
        } catch (ImportException | StoreException e) {
            sayWhatWasDone(call, done, files);
            throw e;
        }
        return Opbrief.DONE;
    }

    /** Nobody at a terminal is a yes to a plan without errors, as in scripts that import what comes every night. */
    private static boolean approved(Invocation call, ProgressDisplay progress, ImportPlan plan) {
        progress.close();
        new ImportPlanText(call).print(plan);
        if (call.has("--yes") || !call.console().interactive()) {
            return !plan.hasErrors();
        }
        return call.console()
                .agreed("Import " + Words.rows(plan.batch().rowsAccepted()) + " as "
                        + plan.dataSet().id() + "?");
    }

    private static Map<String, String> layout(Invocation call) {
        Map<String, String> layout = new LinkedHashMap<>();
        for (String choice : call.all("--read")) {
            int equals = choice.indexOf('=');
            if (equals < 1) {
                throw call.misused("--read " + choice + ": is not like sheet=2022.");
            }
            layout.put(
                    choice.substring(0, equals).strip(),
                    choice.substring(equals + 1).strip());
        }
        return layout;
    }

    private static void sayWhatWasDone(Invocation call, List<String> done, List<Path> files) {
        if (files.size() < 2) {
            return;
        }
        List<String> left = files.subList(done.size() + 1, files.size()).stream()
                .map(file -> file.getFileName().toString())
                .toList();
        String verb = call.has("--dry-run") ? "Checked" : "Imported";
        call.console()
                .error(verb + " before the failure: " + (done.isEmpty() ? "nothing" : Words.list(done)) + "."
                        + (left.isEmpty() ? "" : " Not tried: " + Words.list(left) + "."));
    }

    private static LocalDate asOf(Invocation call) {
        String given = call.<String>option("--as-of").orElse("");
        try {
            return given.isEmpty() ? LocalDate.now() : LocalDate.parse(given);
        } catch (DateTimeParseException e) {
            throw call.misused("--as-of " + given + ": is not a date like 2023-05-01.");
        }
    }
}
