package org.opbrief.workbench.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Store;
import org.opbrief.api.data.StoreException;
import org.opbrief.api.output.Outputs;
import org.opbrief.api.pack.PackException;
import org.opbrief.api.pack.WorkspacePacks;
import org.opbrief.api.report.ReportCatalog;
import org.opbrief.api.statistics.Answer;
import org.opbrief.api.statistics.DataQuery;
import org.opbrief.api.statistics.Statistics;
import org.opbrief.api.statistics.StatisticsException;

/** The open workspace: one a process. May be used from any thread. */
public final class Session implements AutoCloseable {

    private record Opened(Store store, WorkspacePacks packs) {}

    private final Services services;
    private final Executor ui;
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
    private volatile Optional<Opened> opened = Optional.empty();

    /** @param ui runs what listeners do, on the thread that may touch widgets */
    public Session(Services services, Executor ui) {
        this.services = services;
        this.ui = ui;
    }

    /**
     * Opens a workspace, and makes it if the folder is absent or empty; the one that was open is closed. If it cannot be
     * opened, the one that was open stays.
     */
    public synchronized void open(Path folder) throws StoreException, PackException {
        Path absolute = folder.toAbsolutePath().normalize();
        if (opened.filter(each -> each.store().workspace().equals(absolute)).isPresent()) {
            return;
        }
        Optional<Opened> before = opened;
        Store store = services.stores().open(absolute);
        // only one workspace at a time may have its packs running
        before.ifPresent(each -> each.packs().close());
        try {
            Opened next = new Opened(store, services.installer().open(absolute));
            opened = Optional.of(next);
        } catch (PackException | RuntimeException e) {
            store.close();
            reopenPacks();
            throw e;
        }
        // first, since the earlier one may refuse to be closed
        changed(Change.WORKSPACE);
        if (before.isPresent()) {
            before.get().store().close();
        }
    }

    private void reopenPacks() throws PackException {
        if (opened.isPresent()) {
            Store store = opened.get().store();
            opened = Optional.of(new Opened(store, services.installer().open(store.workspace())));
        }
    }

    public boolean isOpen() {
        return opened.isPresent();
    }

    /** The folder of the open workspace. */
    public Path workspace() {
        return store().workspace();
    }

    /** @throws IllegalStateException if no workspace is open */
    public Store store() {
        return current().store();
    }

    /** @throws IllegalStateException if no workspace is open */
    public WorkspacePacks packs() {
        return current().packs();
    }

    public ReportCatalog catalog() {
        return services.catalog();
    }

    public Outputs outputs() {
        return services.outputs();
    }

    /** Names of the output formats, in alphabetical order. */
    public List<String> formats() {
        return outputs().formats();
    }

    /**
     * What the open workspace answers to a query over all data sets. They are prepared only where there is no table yet:
     * preparing waits for a running import.
     */
    public Answer answer(DataQuery query) throws StatisticsException, StoreException {
        List<DataSet> all = catalog().dataSets();
        Store store = store();
        Statistics.Calculation calculation =
                services.statistics().over(store, all, catalog().factorSets());
        try {
            return calculation.answer(query);
        } catch (StatisticsException e) {
            store.prepare(all);
            return calculation.answer(query);
        }
    }

    /** All other services. */
    public Services services() {
        return services;
    }

    private Opened current() {
        return opened.orElseThrow(() -> new IllegalStateException("No workspace is open"));
    }

    /**
     * Calls back on the UI thread after each change.
     *
     * @return takes the listener away; to be run when the view goes
     */
    public Runnable listen(Consumer<Change> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** To be called by whoever changed something. */
    public void changed(Change change) {
        listeners.forEach(listener -> ui.execute(() -> {
            if (listeners.contains(listener)) {
                listener.accept(change);
            }
        }));
    }

    @Override
    public synchronized void close() throws StoreException {
        Optional<Opened> last = opened;
        opened = Optional.empty();
        if (last.isPresent()) {
            last.get().packs().close();
            last.get().store().close();
        }
    }
}
