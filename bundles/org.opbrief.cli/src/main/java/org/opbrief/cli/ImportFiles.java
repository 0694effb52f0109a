package org.opbrief.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opbrief.api.data.FileFaults;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.ImportPlan;
import org.opbrief.api.data.ImportRequest;
import org.opbrief.api.data.ImportResult;
import org.opbrief.api.data.ImportResult.Outcome;
import org.opbrief.api.data.Store;
import org.opbrief.api.data.StoreException;

/** Imports files one after the other, each after its plan was shown. */
final class ImportFiles {
    private final Invocation call;
    private final List<Path> files;
    private ImportRequest template;

    /** @param template what is wanted of all files */
    ImportFiles(Invocation call, List<Path> files, ImportRequest template) {
        this.call = call;
        this.files = files;
        this.template = template;
    }

    /** @return the exit code */
    int into(Store store) throws CommandException, ImportException, StoreException {
        List<String> done = new ArrayList<>();
        try {
            for (Path file : files) {
                ImportResult result = one(store, file);
                save(result.plan());
                if (result.outcome() == Outcome.IMPORTED) {
                    // what the first file begins, the others go on with
                    template = template.as(result.plan().dataSet());
                }
                Optional<String> failure = ImportOutcome.tell(call, result);
                if (failure.isPresent()) {
                    sayWhatWasDone(done);
                    call.console().error("opbrief: " + failure.get());
                    return Opbrief.FAILED;
                }
                done.add(file.getFileName().toString());
            }
        } catch (ImportException | StoreException e) {
            sayWhatWasDone(done);
            throw e;
        }
        return Opbrief.DONE;
    }

    private ImportResult one(Store store, Path file) throws ImportException, StoreException {
        ImportResult result;
        try (ProgressDisplay progress = new ProgressDisplay(call.console())) {
            result = store.importFile(template.of(file, progress).approvedBy(plan -> approved(progress, plan)));
        }
        if (result.outcome() == Outcome.CHECKED || result.outcome() == Outcome.REFUSED) {
            new ImportPlanText(call).print(result.plan());
        }
        return result;
    }

    /** Nobody at a terminal is a yes to a plan without errors, as in scripts that import what comes every night. */
    private boolean approved(ProgressDisplay progress, ImportPlan plan) {
        progress.close();
        new ImportPlanText(call).print(plan);
        if (call.has("--yes") || !call.console().interactive()) {
            return !plan.hasErrors();
        }
        return call.console()
                .agreed("Import " + Words.rows(plan.batch().rowsAccepted()) + " as "
                        + (plan.begun().isEmpty() ? "" : "the new data set ")
                        + plan.dataSet().id() + "?");
    }

    private void save(ImportPlan plan) throws CommandException {
        Optional<String> given = call.option("--plan");
        if (given.isEmpty()) {
            return;
        }
        Path file = call.path(given.get());
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(beside, call.services().mappings().text(plan));
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
            call.console().line("The plan is in " + call.surroundings().pasted(file) + ".");
        } catch (IOException e) {
            throw new CommandException(file + " cannot be written: " + FileFaults.reason(e) + ".", e);
        }
    }

    private void sayWhatWasDone(List<String> done) {
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
}
