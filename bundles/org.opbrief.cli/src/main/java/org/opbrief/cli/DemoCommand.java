package org.opbrief.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.FileFaults;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.ImportRequest;
import org.opbrief.api.data.ImportResult;
import org.opbrief.api.data.SampleData.SampleFile;
import org.opbrief.api.data.Store;
import org.opbrief.api.data.StoreException;
import org.opbrief.api.output.OutputException;
import org.opbrief.api.report.Report;
import org.opbrief.api.report.ReportException;
import org.opbrief.api.report.RunRequest;
import picocli.CommandLine.Model.CommandSpec;

/** {@code demo}. */
final class DemoCommand implements Command {
    private static final String REPORT = "operation";
    private static final List<Map<String, String>> RUNS = List.of(Map.of(), Map.of("division", "Omaha"));

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public String summary() {
        return "Imports generated sample data and writes two briefings from them.";
    }

    @Override
    public void describe(CommandSpec spec) {
        Briefings.describe(spec);
    }

    private record Staged(SampleFile file, DataSet dataSet, String sha256) {}

    @Override
    public boolean usesPacks() {
        return true;
    }

    @Override
    public int run(Invocation call)
            throws CommandException, ImportException, StoreException, ReportException, OutputException {
        Report report = Briefings.report(call, REPORT);
        Briefings briefings = new Briefings(call);
        List<Path> written = new ArrayList<>();
        Path manifest;
        try (Store store = call.workspaces().open()) {
            call.console().line(SampleCommand.GENERATED);
            importSample(call, store);
            List<Path> manifests = new ArrayList<>();
            for (Map<String, String> parameters : RUNS) {
                Locale language = Briefings.language(call, report);
                List<Path> files =
                        briefings.write(store, report, new RunRequest(REPORT, parameters, Optional.empty(), language));
                written.addAll(files);
                manifests.add(files.get(files.size() - 1));
            }
            manifest = manifests.get(0);
        }
        call.console().line("Written:");
        written.forEach(file -> call.console().line("  " + call.surroundings().pasted(file)));
        call.console().line("Where a figure comes from: " + trace(call, manifest));
        return Opbrief.DONE;
    }

    private static void importSample(Invocation call, Store store)
            throws CommandException, ImportException, StoreException {
        try (Scratch scratch = Scratch.in(store)) {
            List<Staged> staged = new ArrayList<>();
            for (SampleFile file : call.services().sample().write(scratch.folder(), 1)) {
                staged.add(new Staged(file, DataSets.named(call, file.dataSet()), Digests.sha256(file.file())));
            }
            refuseToMix(store, staged);
            for (Staged file : staged) {
                importFile(call, store, file);
            }
        } catch (IOException e) {
            throw new CommandException(
                    "The sample data cannot be written to " + store.workspace() + ": " + FileFaults.reason(e) + ".", e);
        }
    }

    /** A briefing of invented and of real rows together would be false. */
    private static void refuseToMix(Store store, List<Staged> staged) throws CommandException, StoreException {
        Set<String> ours = staged.stream().map(Staged::sha256).collect(Collectors.toSet());
        Set<String> dataSets = staged.stream().map(file -> file.dataSet().id()).collect(Collectors.toSet());
        for (Batch batch : store.batches()) {
            if (dataSets.contains(batch.dataSet()) && !ours.contains(batch.sha256())) {
                throw new CommandException("The workspace " + store.workspace() + " holds other data (batch "
                        + batch.id() + ", " + batch.file()
                        + "), which the demo would mix with generated rows: name another one with --workspace.");
            }
        }
    }

    private static void importFile(Invocation call, Store store, Staged staged)
            throws CommandException, ImportException, StoreException {
        Optional<Batch> before = store.batches().stream()
                .filter(batch -> batch.dataSet().equals(staged.dataSet.id())
                        && batch.sha256().equals(staged.sha256))
                .findFirst();
        if (before.isPresent()) {
            Batch batch = before.get();
            call.console()
                    .line(batch.file() + ": is imported already, as batch " + batch.id() + " with "
                            + Words.rows(batch.rowsAccepted()) + ".");
            return;
        }
        ImportResult result;
        try (ProgressDisplay progress = new ProgressDisplay(call.console())) {
            result = store.importFile(
                    new ImportRequest(staged.file.file(), staged.dataSet, staged.file.asOf(), Set.of(), progress));
        }
        ImportOutcome.tell(call, result);
        if (result.batch().rowsRejected() > 0) {
            throw new CommandException("Rows of the sample data were rejected, so that the briefings would be wrong:"
                    + " the installed data set " + staged.dataSet.id() + " does not fit them.");
        }
    }

    /** The workspace is named unless it is found from the manifest's place. */
    private static String trace(Invocation call, Path manifest) throws CommandException {
        Path workspace = call.workspaces().folder();
        boolean found = manifest.startsWith(workspace) || !call.has("--workspace");
        String option = found ? "" : "--workspace " + call.surroundings().pasted(workspace) + " ";
        return call.suggestion(option + "trace " + call.surroundings().pasted(manifest) + " pills --rows");
    }
}
