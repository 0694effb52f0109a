package org.opbrief.workbench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.widgets.Display;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Store;
import org.opbrief.api.data.Stores;
import org.opbrief.api.pack.PackInstaller;
import org.opbrief.api.pack.WorkspacePacks;
import org.opbrief.api.report.Briefing;
import org.opbrief.api.report.Report;
import org.opbrief.api.report.ReportCatalog;
import org.opbrief.api.report.RunRequest;
import org.opbrief.api.statistics.FactorSet;
import org.opbrief.workbench.session.Services;
import org.opbrief.workbench.session.Session;

/** Services for tests, and a session over them. */
public final class Fakes implements Services.Lookup {
    private final Map<Class<?>, Object> services = new HashMap<>();

    public <T> Fakes with(Class<T> type, T service) {
        services.put(type, service);
        return this;
    }

    /** Over that store and these packs. */
    public Session session(Store store, WorkspacePacks packs) throws Exception {
        with(Stores.class, folder -> store);
        with(PackInstaller.class, folder -> packs);
        Session session = new Session(new Services(this), Display.getDefault()::asyncExec);
        session.open(Path.of("workspace"));
        return session;
    }

    @Override
    public <T> List<T> all(Class<T> type) {
        return Optional.ofNullable(services.get(type)).map(type::cast).stream().toList();
    }

    /** A catalog of data sets. */
    public record Catalog(List<DataSet> dataSets) implements ReportCatalog {
        @Override
        public List<Report> reports() {
            return List.of();
        }

        @Override
        public List<FactorSet> factorSets() {
            return List.of();
        }

        @Override
        public Briefing build(Store store, RunRequest request) {
            throw new UnsupportedOperationException();
        }
    }
}
