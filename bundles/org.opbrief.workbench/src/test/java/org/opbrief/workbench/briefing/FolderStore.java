package org.opbrief.workbench.briefing;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.Comparison;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.ImportRequest;
import org.opbrief.api.data.ImportResult;
import org.opbrief.api.data.Problem;
import org.opbrief.api.data.Store;

/** A workspace without data. */
record FolderStore(Path workspace) implements Store {

    @Override
    public ImportResult importFile(ImportRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Batch> batches() {
        return List.of();
    }

    @Override
    public List<Problem> rejects(long batch, long offset, int limit) {
        return List.of();
    }

    @Override
    public void remove(long batch) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void removeDataSet(String dataSet) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Comparison compare(DataSet dataSet, long earlier, long later) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void prepare(List<DataSet> dataSets) {
        // there are no data
    }

    @Override
    public <T> T read(String sql, List<?> parameters, ResultReader<T> reader) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String place(long batch, long line) {
        return "line " + line;
    }

    @Override
    public long writeRejects(long batch, Path target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<String> sourceRecord(long batch, long line) {
        return Optional.empty();
    }

    @Override
    public void close() {
        // nothing is open
    }
}
