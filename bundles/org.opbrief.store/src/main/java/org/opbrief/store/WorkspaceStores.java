package org.opbrief.store;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.opbrief.api.data.Importer;
import org.opbrief.api.data.Mappings;
import org.opbrief.api.data.Store;
import org.opbrief.api.data.StoreException;
import org.opbrief.api.data.Stores;
import org.opbrief.api.data.TableFormat;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Opens workspaces. Files are read by whatever importers are present at the time of the import. */
@Component
public final class WorkspaceStores implements Stores {
    /** Property of the framework: the command that it was started for. */
    private static final String COMMAND = "opbrief.command";

    private final List<Importer> importers = new CopyOnWriteArrayList<>();
    private final List<TableFormat> formats = new CopyOnWriteArrayList<>();
    private final Mappings mappings;
    private final Holder holder;
    private final Set<OpenStore> open = ConcurrentHashMap.newKeySet();

    @Activate
    public WorkspaceStores(BundleContext context, @Reference Mappings mappings) {
        this(mappings, new Holder(Optional.ofNullable(context.getProperty(COMMAND))));
    }

    private WorkspaceStores(Mappings mappings, Holder holder) {
        this.mappings = mappings;
        this.holder = holder;
    }

    /** Without a service registry. */
    public WorkspaceStores(Mappings mappings, List<Importer> importers) {
        this(mappings, new Holder(Optional.empty()));
        this.importers.addAll(importers);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addImporter(Importer importer) {
        importers.add(importer);
    }

    void removeImporter(Importer importer) {
        importers.remove(importer);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addFormat(TableFormat format) {
        formats.add(format);
    }

    void removeFormat(TableFormat format) {
        formats.remove(format);
    }

    @Override
    public Store open(Path folder) throws StoreException {
        open.removeIf(OpenStore::isClosed);
        OpenStore store = OpenStore.open(folder, holder, importers, formats, mappings, Clock.systemUTC());
        open.add(store);
        return store;
    }

    /** A database that stayed open over an update of this bundle could be opened a second time, and lose rows. */
    @Deactivate
    void closeAll() throws StoreException {
        for (OpenStore store : open) {
            store.close();
        }
    }
}
