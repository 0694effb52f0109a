package org.opbrief.workbench.data;

import java.nio.file.Files;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Finding;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.ImportPlan;
import org.opbrief.api.data.ImportRequest;
import org.opbrief.api.data.ImportRequest.Option;
import org.opbrief.api.data.ImportResult;
import org.opbrief.api.data.Mappings.Saved;
import org.opbrief.api.data.Progress;
import org.opbrief.api.data.Store;
import org.opbrief.api.data.StoreException;
import org.opbrief.workbench.jobs.Task;

/** Imports files one after the other, or only checks them. One that fails does not keep the others from coming. */
final class ImportRun implements Task<List<ImportRun.Outcome>> {

    /**
     * What became of a file.
     *
     * @param failure why it cannot be imported at all, in words; then there is no result
     */
    record Outcome(ImportFile file, Optional<ImportResult> result, Optional<String> failure) {}

    private final Store store;
    private final List<ImportFile> files;
    private final LocalDate asOf;
    private final Set<Option> options;
    private final Set<String> agreed;
    /** By id; files of one run may go on with what an earlier one of them began. */
    private final Map<String, DataSet> begun = new HashMap<>();

    private final List<Outcome> outcomes = new CopyOnWriteArrayList<>();

    /** @param agreed errors of plans that the user has read and let pass */
    ImportRun(Store store, List<ImportFile> files, LocalDate asOf, Set<Option> options, Set<String> agreed) {
        this.store = store;
        this.files = List.copyOf(files);
        this.asOf = asOf;
        this.options = Set.copyOf(options);
        this.agreed = Set.copyOf(agreed);
    }

    /** Of the files that are done; may be asked while it runs, and after it was cancelled. */
    List<Outcome> outcomes() {
        return List.copyOf(outcomes);
    }

    boolean isDry() {
        return options.contains(Option.DRY_RUN);
    }

    @Override
    public List<Outcome> run(Progress progress) {
        for (int i = 0; i < files.size(); i++) {
            ImportFile file = files.get(i);
            Progress part = progress.part(i / (double) files.size(), (i + 1) / (double) files.size());
            part.at(file.name(), 0);
            outcomes.add(one(file, part));
        }
        return outcomes();
    }

    /** @throws ImportException if there are files that could not be imported; says which and why */
    void tellFailure() throws ImportException {
        String failures = outcomes.stream()
                .flatMap(outcome -> outcome.failure().map(why -> outcome.file().name() + ": " + why).stream())
                .collect(Collectors.joining("\n"));
        if (!failures.isEmpty()) {
            throw new ImportException(failures);
        }
    }

    private Outcome one(ImportFile file, Progress progress) {
        try {
            if (!Files.exists(file.file())) {
                return failed(file, Messages.get("import.gone", file.file()));
            }
            ImportRequest request = new ImportRequest(file.file(), dataSet(file), asOf, options, progress)
                    .read(
                            file.given().map(Saved::layout).orElse(Map.of()),
                            file.given().map(Saved::mapping));
            ImportResult result = store.importFile(request.approvedBy(plan -> agreed.containsAll(errors(plan))));
            if (result.outcome() == ImportResult.Outcome.IMPORTED
                    && !result.plan().begun().isEmpty()) {
                begun.put(result.batch().dataSet(), result.plan().dataSet());
            }
            return result.outcome() == ImportResult.Outcome.DECLINED
                    ? failed(file, String.join(" ", errors(result.plan())))
                    : new Outcome(file, Optional.of(result), Optional.empty());
        } catch (ImportException | StoreException e) {
            return failed(file, e.getMessage());
        }
    }

    private DataSet dataSet(ImportFile file) {
        DataSet wanted = file.dataSet().orElseThrow();
        return wanted.isUndefined() ? begun.getOrDefault(wanted.id(), wanted) : wanted;
    }

    /** What only somebody who has read it may let pass. */
    static List<String> errors(ImportPlan plan) {
        return plan.findings().stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .map(Finding::text)
                .toList();
    }

    private static Outcome failed(ImportFile file, String message) {
        return new Outcome(file, Optional.empty(), Optional.of(message));
    }
}
