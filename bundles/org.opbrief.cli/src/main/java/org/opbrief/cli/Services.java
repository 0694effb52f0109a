package org.opbrief.cli;

import java.util.Optional;
import org.opbrief.api.data.Databases;
import org.opbrief.api.data.Desktop;
import org.opbrief.api.data.Mappings;
import org.opbrief.api.data.SampleData;
import org.opbrief.api.data.Stores;
import org.opbrief.api.output.Outputs;
import org.opbrief.api.output.Tracing;
import org.opbrief.api.pack.PackAuthoring;
import org.opbrief.api.pack.PackInstaller;
import org.opbrief.api.pack.PackRepositories;
import org.opbrief.api.report.Houses;
import org.opbrief.api.report.ReportCatalog;

/** What the commands work with. Each service is asked for when a command needs it, since only some are started. */
record Services(Lookup lookup) {

    /** Finds a service by its type. */
    @FunctionalInterface
    interface Lookup {
        <T> Optional<T> find(Class<T> type);
    }

    Stores stores() throws CommandException {
        return present(Stores.class, "workspaces (org.opbrief.store)");
    }

    Desktop desktop() throws CommandException {
        return present(Desktop.class, "the window (org.opbrief.workbench)");
    }

    SampleData sample() throws CommandException {
        return present(SampleData.class, "sample data (org.opbrief.sample)");
    }

    ReportCatalog catalog() throws CommandException {
        return present(ReportCatalog.class, "packs (org.opbrief.packs)");
    }

    Houses houses() throws CommandException {
        return present(Houses.class, "packs (org.opbrief.packs)");
    }

    Mappings mappings() throws CommandException {
        return present(Mappings.class, "mappings (org.opbrief.mapping)");
    }

    Databases databases() throws CommandException {
        return present(Databases.class, "databases (org.opbrief.importer.jdbc)");
    }

    Outputs outputs() throws CommandException {
        return present(Outputs.class, "output files (org.opbrief.output)");
    }

    Tracing tracing() throws CommandException {
        return present(Tracing.class, "manifests (org.opbrief.output)");
    }

    PackInstaller installer() throws CommandException {
        return present(PackInstaller.class, "installing packs (org.opbrief.installer)");
    }

    PackRepositories repositories() throws CommandException {
        return present(PackRepositories.class, "repositories (org.opbrief.installer)");
    }

    PackAuthoring authoring() throws CommandException {
        return present(PackAuthoring.class, "writing packs (org.opbrief.authoring)");
    }

    private <T> T present(Class<T> type, String what) throws CommandException {
        return lookup.find(type)
                .orElseThrow(() ->
                        new CommandException("The part of Opbrief for " + what + " did not start: install it again."));
    }
}
