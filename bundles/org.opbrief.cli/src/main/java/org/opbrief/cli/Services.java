package org.opbrief.cli;

import java.util.Optional;
import java.util.function.Supplier;
import org.opbrief.api.data.SampleData;
import org.opbrief.api.data.Stores;
import org.opbrief.api.output.Outputs;
import org.opbrief.api.output.Tracing;
import org.opbrief.api.pack.Packs;
import org.opbrief.api.report.ReportCatalog;

/** What the commands work with. Each service is asked for when a command needs it, since only some are started. */
record Services(
        Supplier<Optional<Stores>> lookupStores,
        Supplier<Optional<SampleData>> lookupSample,
        Supplier<Optional<ReportCatalog>> lookupCatalog,
        Supplier<Optional<Packs>> lookupPacks,
        Supplier<Optional<Outputs>> lookupOutputs,
        Supplier<Optional<Tracing>> lookupTracing) {

    Stores stores() throws CommandException {
        return present(lookupStores, "workspaces (org.opbrief.store)");
    }

    SampleData sample() throws CommandException {
        return present(lookupSample, "sample data (org.opbrief.sample)");
    }

    ReportCatalog catalog() throws CommandException {
        return present(lookupCatalog, "packs (org.opbrief.packs)");
    }

    Packs packs() throws CommandException {
        return present(lookupPacks, "packs (org.opbrief.packs)");
    }

    Outputs outputs() throws CommandException {
        return present(lookupOutputs, "output files (org.opbrief.output)");
    }

    Tracing tracing() throws CommandException {
        return present(lookupTracing, "manifests (org.opbrief.output)");
    }

    private static <T> T present(Supplier<Optional<T>> lookup, String what) throws CommandException {
        return lookup.get()
                .orElseThrow(() ->
                        new CommandException("The part of Opbrief for " + what + " did not start: install it again."));
    }
}
