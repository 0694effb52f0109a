package org.opbrief.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.Comparison;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.ImportRequest;
import org.opbrief.api.data.ImportResult;
import org.opbrief.api.data.Problem;
import org.opbrief.api.data.Progress;
import org.opbrief.api.data.Store;
import org.opbrief.api.data.StoreException;

/** A store as a task sees it that may be cancelled. */
record TaskStore(OpenStore store, Progress task) implements Store {

    @Override
    public <T> T read(String sql, List<?> parameters, ResultReader<T> reader) throws StoreException {
        return store.read(sql, parameters, reader, task);
    }

    @Override
    public Store during(Progress other) {
        return store.during(other);
    }

    @Override
    public Path workspace() {
        return store.workspace();
    }

    @Override
    public ImportResult importFile(ImportRequest request) throws ImportException, StoreException {
        return store.importFile(request);
    }

    @Override
    public List<Batch> batches() throws StoreException {
        return store.batches();
    }

    @Override
    public List<Problem> rejects(long batch, long offset, int limit) throws StoreException {
        return store.rejects(batch, offset, limit);
    }

    @Override
    public long writeRejects(long batch, Path target) throws StoreException {
        return store.writeRejects(batch, target);
    }

    @Override
    public void remove(long batch) throws StoreException {
        store.remove(batch);
    }

    @Override
    public void removeDataSet(String dataSet) throws StoreException {
        store.removeDataSet(dataSet);
    }

    @Override
    public Comparison compare(DataSet dataSet, long earlier, long later) throws StoreException {
        return store.compare(dataSet, earlier, later);
    }

    @Override
    public void prepare(List<DataSet> dataSets) throws StoreException {
        store.prepare(dataSets);
    }

    @Override
    public Optional<String> sourceRecord(long batch, long line) throws StoreException {
        return store.sourceRecord(batch, line);
    }

    @Override
    public String place(long batch, long line) throws StoreException {
        return store.place(batch, line);
    }

    @Override
    public void close() throws StoreException {
        store.close();
    }
}
