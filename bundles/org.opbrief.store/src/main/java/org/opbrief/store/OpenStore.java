package org.opbrief.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.Comparison;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.ImportRequest;
import org.opbrief.api.data.ImportResult;
import org.opbrief.api.data.Importer;
import org.opbrief.api.data.Mappings;
import org.opbrief.api.data.Place;
import org.opbrief.api.data.Problem;
import org.opbrief.api.data.Progress;
import org.opbrief.api.data.Store;
import org.opbrief.api.data.StoreException;
import org.opbrief.api.data.TableFormat;

/** A workspace that is open. Queries may run at the same time; changes run one after the other. */
final class OpenStore implements Store {
    private final Workspace workspace;
    private final WorkspaceLock lock;
    private final Engine engine;
    private final List<Importer> importers;
    private final List<TableFormat> formats;
    private final Mappings mappings;
    private final Clock clock;
    private final StandIns standIns = new StandIns();
    private final Object changes = new Object();
    private final Object sources = new Object();
    private Optional<BatchSource> source = Optional.empty();
    private volatile boolean closed;

    private OpenStore(
            Workspace workspace,
            WorkspaceLock lock,
            Engine engine,
            List<Importer> importers,
            List<TableFormat> formats,
            Mappings mappings,
            Clock clock) {
        this.workspace = workspace;
        this.lock = lock;
        this.engine = engine;
        this.importers = importers;
        this.formats = formats;
        this.mappings = mappings;
        this.clock = clock;
    }

    /**
     * @param importers a list that may change while the store is open
     * @param formats a list that may change too
     */
    static OpenStore open(
            Path folder,
            Holder holder,
            List<Importer> importers,
            List<TableFormat> formats,
            Mappings mappings,
            Clock clock)
            throws StoreException {
        Workspace workspace = new Workspace(folder.toAbsolutePath().normalize());
        workspace.refuseOthersFolder();
        WorkspaceLock lock = WorkspaceLock.of(workspace, holder);
        Engine engine = null;
        try {
            workspace.clearLeftovers();
            engine = Engine.open(workspace);
            try (Engine.Transaction transaction = engine.begin()) {
                Catalog.upgrade(transaction.connection());
                new Definitions(workspace).publish(transaction.connection());
                workspace.deleteSourcesBut(Catalog.sources(transaction.connection()));
                transaction.commit();
            }
            return new OpenStore(workspace, lock, engine, importers, formats, mappings, clock);
        } catch (SQLException | IOException e) {
            StoreException failure = Failures.of("open the database", workspace.folder(), e);
            closeAfter(failure, engine);
            closeAfter(failure, lock);
            throw failure;
        }
    }

    private static void closeAfter(Exception failure, AutoCloseable resource) {
        try {
            if (resource != null) {
                resource.close();
            }
        } catch (Exception e) {
            failure.addSuppressed(e);
        }
    }

    @Override
    public Path workspace() {
        return workspace.folder();
    }

    @Override
    public ImportResult importFile(ImportRequest request) throws ImportException, StoreException {
        synchronized (changes) {
            refuseUnlessOpen();
            ImportResult result =
                    new FileImport(workspace, engine, List.copyOf(importers), mappings, clock, request).run();
            asking("look at tables", transaction -> {
                standIns.imported(transaction.connection(), result.plan().dataSet());
                return result;
            });
            return result;
        }
    }

    @Override
    public List<Batch> batches() throws StoreException {
        return asking("list batches", transaction -> Catalog.batches(transaction.connection()));
    }

    @Override
    public List<Problem> rejects(long batch, long offset, int limit) throws StoreException {
        return asking(
                "list rejected rows", transaction -> Rejects.open(transaction.connection(), batch, offset, limit));
    }

    @Override
    public long writeRejects(long id, Path target) throws StoreException {
        TableFormat format = RejectsFile.format(formats, target);
        return asking("write rejected rows", transaction -> {
            Batch batch = batch(transaction, id);
            if (batch.lineage().corrects().isPresent()) {
                throw new StoreException("Batch " + id + " brings corrected rows of batch "
                        + batch.lineage().corrects().getAsLong()
                        + "; those that it could not correct are still rejected there.");
            }
            Reading reading = Reading.of(transaction.connection(), id)
                    .orElseThrow(() -> new StoreException("Batch " + id + " (" + batch.file()
                            + ") was imported by a version that did not keep the fields of rejected rows; remove it,"
                            + " correct its file and import that."));
            return new RejectsFile(engine, batch, reading).write(format, target, line -> sourceRecord(id, line));
        });
    }

    @Override
    public void remove(long batch) throws StoreException {
        synchronized (changes) {
            Batch removed = changing("remove batch " + batch, transaction -> {
                Batch found = batch(transaction, batch);
                for (Batch later : Catalog.correcting(transaction.connection(), batch)) {
                    throw new StoreException("Batch " + later.id() + " (" + later.file()
                            + ") brings corrected rows of batch " + batch + " (" + found.file()
                            + "); remove that one first.");
                }
                Vintages vintages = new Vintages(transaction.connection());
                vintages.deleteRows(found);
                vintages.restoreWhatWasSupersededBy(found);
                Catalog.remove(transaction.connection(), batch);
                return found;
            });
            forget(batch);
            deleteSourceOf(removed);
        }
    }

    @Override
    public void removeDataSet(String dataSet) throws StoreException {
        synchronized (changes) {
            Definitions definitions = new Definitions(workspace);
            if (!definitions.contain(dataSet)) {
                throw new StoreException("The workspace does not define a data set " + dataSet
                        + "; only those that it defines itself can be removed, others come and go with their packs.");
            }
            changing("remove the data set " + dataSet, transaction -> {
                long batches = Catalog.batches(transaction.connection()).stream()
                        .filter(batch -> batch.dataSet().equals(dataSet))
                        .count();
                if (batches > 0) {
                    throw new StoreException("The workspace has " + (batches == 1 ? "a batch" : batches + " batches")
                            + " of " + dataSet + "; remove " + (batches == 1 ? "it" : "them") + " first.");
                }
                standIns.forget(transaction.connection(), dataSet);
                new Vintages(transaction.connection()).drop(dataSet);
                return dataSet;
            });
            try {
                definitions.delete(dataSet);
                mappings.forget(workspace.folder(), dataSet);
            } catch (IOException e) {
                throw Failures.of("delete the definition of " + dataSet, workspace.folder(), e);
            }
        }
    }

    private Batch batch(Engine.Transaction transaction, long id) throws SQLException, StoreException {
        return Catalog.batch(transaction.connection(), id)
                .orElseThrow(() -> new StoreException("There is no batch " + id + " in the workspace "
                        + workspace.folder() + "; list its batches to see which there are."));
    }

    private void deleteSourceOf(Batch removed) throws StoreException {
        boolean used = asking("remove batch " + removed.id(), transaction -> Catalog.sources(transaction.connection()))
                .contains(removed.sha256());
        try {
            if (!used) {
                Files.deleteIfExists(workspace.source(removed.sha256()));
            }
        } catch (IOException e) {
            throw Failures.of("delete the copy of " + removed.file(), workspace.folder(), e);
        }
    }

    @Override
    public Comparison compare(DataSet dataSet, long earlier, long later) throws StoreException {
        return asking("compare batches", transaction -> {
            List<Batch> both = new ArrayList<>();
            for (long id : List.of(earlier, later)) {
                both.add(Catalog.batch(transaction.connection(), id)
                        .filter(batch -> batch.dataSet().equals(dataSet.id()))
                        .orElseThrow(() -> new StoreException("There is no batch " + id + " of " + dataSet.id()
                                + " in the workspace " + workspace.folder() + ".")));
            }
            return new BatchComparison(transaction.connection(), dataSet).of(both.get(0), both.get(1));
        });
    }

    @Override
    public void prepare(List<DataSet> dataSets) throws StoreException {
        synchronized (changes) {
            asking("look at tables", transaction -> {
                standIns.prepare(transaction.connection(), dataSets);
                return dataSets;
            });
        }
    }

    @Override
    public <T> T read(String sql, List<?> parameters, ResultReader<T> reader) throws StoreException {
        return read(sql, parameters, reader, Progress.NONE);
    }

    @Override
    public Store during(Progress task) {
        return new TaskStore(this, task);
    }

    <T> T read(String sql, List<?> parameters, ResultReader<T> reader, Progress task) throws StoreException {
        refuseUnlessOpen();
        Failures.refuseCancelled(task);
        try {
            return engine.read(standIns.views(), sql, parameters, reader, task);
        } catch (SQLException e) {
            Failures.refuseCancelled(task);
            throw Failures.query(workspace.folder(), e);
        }
    }

    @Override
    public Optional<String> sourceRecord(long batch, long line) throws StoreException {
        return ofSource(batch, from -> from.at(engine, List.copyOf(importers), line))
                .flatMap(found -> found);
    }

    @Override
    public String place(long batch, long line) throws StoreException {
        return ofSource(batch, from -> from.place(line)).orElseGet(() -> Place.LINE.word() + " " + line);
    }

    private <T> Optional<T> ofSource(long batch, Look<T> look) throws StoreException {
        synchronized (sources) {
            refuseUnlessOpen();
            try {
                if (source.isEmpty() || source.get().batch() != batch) {
                    forget(source.map(BatchSource::batch).orElse(0L));
                    source = BatchSource.of(workspace, engine, batch);
                }
                return source.isEmpty() ? Optional.empty() : Optional.of(look.at(source.get()));
            } catch (SQLException | IOException | ImportException e) {
                throw Failures.of("read the source of batch " + batch, workspace.folder(), e);
            }
        }
    }

    private void forget(long batch) throws StoreException {
        synchronized (sources) {
            if (source.isPresent() && source.get().batch() == batch) {
                try {
                    source.get().close();
                } catch (IOException e) {
                    throw Failures.of("read the source of batch " + batch, workspace.folder(), e);
                } finally {
                    source = Optional.empty();
                }
            }
        }
    }

    @Override
    public void close() throws StoreException {
        synchronized (changes) {
            if (closed) {
                return;
            }
            closed = true;
            synchronized (sources) {
                forget(source.map(BatchSource::batch).orElse(0L));
            }
            try (lock) {
                engine.close();
                Workspace.deleteTree(workspace.spill());
            } catch (SQLException | IOException e) {
                throw Failures.of("close the database", workspace.folder(), e);
            }
        }
    }

    boolean isClosed() {
        return closed;
    }

    private void refuseUnlessOpen() throws StoreException {
        if (closed) {
            throw new StoreException("The workspace " + workspace.folder() + " is closed; open it again.");
        }
        if (!engine.isInPlace()) {
            throw new StoreException("The workspace " + workspace.folder()
                    + " is gone: its folder was deleted, moved or unmounted while it was open; put it back, or open"
                    + " another workspace.");
        }
    }

    private <T> T asking(String task, Work<T> work) throws StoreException {
        refuseUnlessOpen();
        try (Engine.Transaction transaction = engine.begin()) {
            return work.in(transaction);
        } catch (SQLException | IOException e) {
            throw Failures.of(task, workspace.folder(), e);
        }
    }

    private <T> T changing(String task, Work<T> work) throws StoreException {
        return asking(task, transaction -> {
            T result = work.in(transaction);
            transaction.commit();
            return result;
        });
    }

    /** What is asked of a source. */
    @FunctionalInterface
    private interface Look<T> {
        T at(BatchSource source) throws SQLException, IOException, ImportException;
    }

    /** What is done in a transaction. */
    @FunctionalInterface
    private interface Work<T> {
        T in(Engine.Transaction transaction) throws SQLException, IOException, StoreException;
    }
}
