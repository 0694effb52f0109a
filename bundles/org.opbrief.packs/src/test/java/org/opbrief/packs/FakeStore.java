package org.opbrief.packs;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.Comparison;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.ImportRequest;
import org.opbrief.api.data.ImportResult;
import org.opbrief.api.data.Problem;
import org.opbrief.api.data.Store;

/** A store that holds batches and remembers which data sets were prepared. */
final class FakeStore implements Store {

    final List<String> prepared = new ArrayList<>();
    private final List<Batch> batches;

    FakeStore(Batch... batches) {
        this.batches = List.of(batches);
    }

    static Batch batch(long id, String dataSet, String asOf) {
        LocalDate day = LocalDate.parse(asOf);
        return new Batch(id, dataSet, dataSet + ".csv", 1, "0".repeat(64), day, "CSV", 9, 9, 0, Instant.EPOCH);
    }

    @Override
    public List<Batch> batches() {
        return batches;
    }

    @Override
    public Comparison compare(DataSet dataSet, long earlier, long later) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void prepare(List<DataSet> dataSets) {
        dataSets.forEach(dataSet -> prepared.add(dataSet.id()));
    }

    @Override
    public Path workspace() {
        return Path.of("no-workspace");
    }

    @Override
    public ImportResult importFile(ImportRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Problem> rejects(long batch, long offset, int limit) {
        throw new UnsupportedOperationException();
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
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
