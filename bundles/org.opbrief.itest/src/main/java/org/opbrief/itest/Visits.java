package org.opbrief.itest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.opbrief.api.data.ImportRequest;
import org.opbrief.api.data.Progress;
import org.opbrief.api.data.Store;
import org.opbrief.api.data.StoreException;
import org.opbrief.api.data.Stores;
import org.opbrief.api.output.OutputException;
import org.opbrief.api.output.Outputs;
import org.opbrief.api.pack.InstallPlan;
import org.opbrief.api.pack.InstallRequest;
import org.opbrief.api.pack.PackException;
import org.opbrief.api.pack.PackInstaller;
import org.opbrief.api.pack.Trust;
import org.opbrief.api.pack.WorkspacePacks;
import org.opbrief.api.report.Briefing;
import org.opbrief.api.report.Report;
import org.opbrief.api.report.ReportCatalog;
import org.opbrief.api.report.ReportException;
import org.opbrief.api.report.RunRequest;

/** A workspace with three visits, that trusts all packs. */
final class Visits implements AutoCloseable {

    private final Path folder;
    private final ReportCatalog catalog;
    private final Outputs outputs;
    private final WorkspacePacks packs;
    private final Store store;

    Visits(Path folder, PackInstaller installer, Stores stores, ReportCatalog catalog, Outputs outputs)
            throws Exception {
        this.folder = folder;
        this.catalog = catalog;
        this.outputs = outputs;
        packs = installer.open(folder.resolve("workspace"));
        packs.trust().setPolicy(Trust.Policy.ANY);
        install(new PackJars(folder.resolve("packs")).data());
        store = stores.open(folder.resolve("workspace"));
        Path file = Files.writeString(folder.resolve("visits.csv"), "place,people\nport,2\nairport,3\nport,4\n");
        store.importFile(new ImportRequest(
                file, catalog.dataSet("visit").orElseThrow(), LocalDate.of(2023, 5, 1), Set.of(), Progress.NONE));
    }

    WorkspacePacks packs() {
        return packs;
    }

    void install(Path... jars) throws PackException {
        carryOut(packs.plan(
                new InstallRequest(Arrays.stream(jars).map(Path::toString).toList(), List.of(), Optional.empty())));
    }

    void remove(String name) throws PackException {
        carryOut(packs.planRemoval(List.of(name), false));
    }

    private void carryOut(InstallPlan plan) throws PackException {
        packs.carryOut(plan);
    }

    /** Writes the report as a PDF. */
    Path run(String report, String output) throws ReportException, OutputException, IOException {
        Briefing briefing = catalog.build(store, new RunRequest(report, Map.of(), Optional.empty(), Locale.ENGLISH));
        Report with = catalog.report(report)
                .orElseThrow(() -> new ReportException("There is no report '" + report + "' any more."));
        Path target = folder.resolve(output);
        outputs.write(briefing, with, List.of("pdf"), target);
        Path pdf = target.resolve(briefing.name() + ".pdf");
        if (Files.size(pdf) < 1_000) {
            throw new AssertionError(pdf + " is too small to be one");
        }
        return pdf;
    }

    @Override
    public void close() throws StoreException {
        store.close();
        packs.close();
    }
}
