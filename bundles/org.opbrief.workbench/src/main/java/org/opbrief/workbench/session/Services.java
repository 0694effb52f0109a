package org.opbrief.workbench.session;

import java.util.List;
import java.util.Optional;
import org.opbrief.api.data.Mappings;
import org.opbrief.api.data.Stores;
import org.opbrief.api.output.Outputs;
import org.opbrief.api.output.Tracing;
import org.opbrief.api.pack.PackInstaller;
import org.opbrief.api.pack.PackRepositories;
import org.opbrief.api.report.Houses;
import org.opbrief.api.report.ReportCatalog;
import org.opbrief.api.statistics.Statistics;

/**
 * What the workbench works with, asked for when it is used.
 *
 * @throws IllegalStateException from all of its methods, if a part of Opbrief did not start
 */
public record Services(Lookup lookup) {

    /** Finds services by their type. */
    @FunctionalInterface
    public interface Lookup {
        /** All of them, the preferred one first. */
        <T> List<T> all(Class<T> type);

        default <T> Optional<T> find(Class<T> type) {
            return all(type).stream().findFirst();
        }
    }

    public Stores stores() {
        return present(Stores.class, "workspaces (org.opbrief.store)");
    }

    public Mappings mappings() {
        return present(Mappings.class, "mappings (org.opbrief.mapping)");
    }

    public ReportCatalog catalog() {
        return present(ReportCatalog.class, "packs (org.opbrief.packs)");
    }

    public Houses houses() {
        return present(Houses.class, "packs (org.opbrief.packs)");
    }

    public Statistics statistics() {
        return present(Statistics.class, "statistics (org.opbrief.statistics)");
    }

    public Outputs outputs() {
        return present(Outputs.class, "output files (org.opbrief.output)");
    }

    public Tracing tracing() {
        return present(Tracing.class, "manifests (org.opbrief.output)");
    }

    public PackInstaller installer() {
        return present(PackInstaller.class, "installing packs (org.opbrief.installer)");
    }

    public PackRepositories repositories() {
        return present(PackRepositories.class, "repositories (org.opbrief.installer)");
    }

    private <T> T present(Class<T> type, String what) {
        return lookup.find(type)
                .orElseThrow(() -> new IllegalStateException(
                        "The part of Opbrief for " + what + " did not start: install it again."));
    }
}
