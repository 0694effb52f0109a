package org.opbrief.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.Comparison;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Finding;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.ImportPlan;
import org.opbrief.api.data.ImportRequest;
import org.opbrief.api.data.ImportResult;
import org.opbrief.api.data.ImportResult.Outcome;
import org.opbrief.api.data.Mapping;
import org.opbrief.api.data.Place;
import org.opbrief.api.data.Problem;
import org.opbrief.api.data.Proposal;
import org.opbrief.api.data.Store;
import org.opbrief.api.data.StoreException;
import org.opbrief.api.data.Stores;

/** Workspaces in memory; a folder of theirs is made like that of a real one. A line with "bad" in it is rejected. */
final class FakeStores implements Stores {
    private final Map<Path, List<Batch>> batches = new HashMap<>();
    private final Map<Long, List<Problem>> rejects = new HashMap<>();
    final List<Path> opened = new ArrayList<>();
    final List<ImportRequest> requests = new ArrayList<>();
    int open;

    @Override
    public Store open(Path folder) throws StoreException {
        if (folder.endsWith("in-use")) {
            throw new StoreException("The workspace " + folder + " is in use by process 4711.");
        }
        try {
            Files.createDirectories(folder);
            if (!Files.exists(folder.resolve("opbrief.duckdb"))) {
                Files.createFile(folder.resolve("opbrief.duckdb"));
            }
        } catch (IOException e) {
            throw new StoreException("The workspace " + folder + " cannot be made.", e);
        }
        opened.add(folder);
        open++;
        return new FakeStore(folder);
    }

    private final class FakeStore implements Store {
        private final Path folder;

        FakeStore(Path folder) {
            this.folder = folder;
            batches.putIfAbsent(folder, new ArrayList<>());
        }

        @Override
        public Path workspace() {
            return folder;
        }

        @Override
        public ImportResult importFile(ImportRequest request) throws ImportException {
            requests.add(request);
            request.progress().at("reading " + request.file().getFileName(), 0.5);
            try {
                List<String> lines = Files.readAllLines(request.file());
                if (lines.size() < 2) {
                    throw new ImportException(request.file() + " has no rows.");
                }
                return keep(request, lines);
            } catch (IOException e) {
                throw new ImportException(request.file() + " cannot be read.", e);
            }
        }

        private ImportResult keep(ImportRequest request, List<String> lines) throws IOException {
            List<Problem> problems = new ArrayList<>();
            for (int i = 1; i < lines.size(); i++) {
                if (lines.get(i).contains("bad")) {
                    problems.add(new Problem(i + 1, Optional.of("name"), Optional.of("bad"), "is not good"));
                }
            }
            ImportPlan plan = plan(request, batch(request, 0, lines, problems), lines.get(0), problems);
            Outcome outcome = request.has(ImportRequest.Option.STRICT) && !problems.isEmpty()
                    ? Outcome.REFUSED
                    : request.has(ImportRequest.Option.DRY_RUN)
                            ? Outcome.CHECKED
                            : request.approval().approves(plan) ? Outcome.IMPORTED : Outcome.DECLINED;
            if (outcome != Outcome.IMPORTED) {
                return new ImportResult(plan.batch(), outcome, plan);
            }
            Batch batch = batch(request, batches.get(folder).size() + 1, lines, problems);
            batches.get(folder).add(batch);
            rejects.put(batch.id(), problems);
            return new ImportResult(batch, outcome, plan);
        }

        private static Batch batch(ImportRequest request, long id, List<String> lines, List<Problem> problems)
                throws IOException {
            return new Batch(
                    id,
                    request.dataSet().id(),
                    request.file().getFileName().toString(),
                    Files.size(request.file()),
                    sha256(Files.readAllBytes(request.file())),
                    request.asOf(),
                    "CSV, UTF-8, comma, 1 column",
                    lines.size() - 1,
                    lines.size() - 1 - problems.size(),
                    problems.size(),
                    Instant.EPOCH,
                    Place.LINE,
                    request.lineage());
        }

        private static ImportPlan plan(ImportRequest request, Batch batch, String header, List<Problem> problems) {
            return new ImportPlan(
                    batch,
                    request.dataSet(),
                    Map.of("charset", "UTF-8"),
                    List.of(header.split(",")),
                    new Proposal(new Mapping(request.dataSet().id(), Map.of()), Proposal.Basis.NAMES, Map.of()),
                    Map.of(),
                    findings(header),
                    problems.subList(0, Math.min(problems.size(), ImportResult.PROBLEMS_SHOWN)));
        }

        private static List<Finding> findings(String header) {
            if (header.contains("wrong")) {
                return List.of(Finding.error("The column wrong is a guess."));
            }
            return header.contains("extra") ? List.of(Finding.note("The column extra is not read.")) : List.of();
        }

        @Override
        public List<Batch> batches() {
            return List.copyOf(batches.get(folder));
        }

        @Override
        public List<Problem> rejects(long batch, long offset, int limit) {
            return rejects.get(batch).stream().skip(offset).limit(limit).toList();
        }

        @Override
        public void remove(long batch) {
            batches.get(folder).removeIf(kept -> kept.id() == batch);
        }

        @Override
        public void removeDataSet(String dataSet) throws StoreException {
            throw new StoreException("The workspace does not define a data set " + dataSet + ".");
        }

        @Override
        public Comparison compare(DataSet dataSet, long earlier, long later) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void prepare(List<DataSet> dataSets) {}

        @Override
        public <T> T read(String sql, List<?> parameters, ResultReader<T> reader) throws StoreException {
            throw new StoreException("Nothing is asked by the command line.");
        }

        @Override
        public String place(long batch, long line) {
            return "line " + line;
        }

        @Override
        public long writeRejects(long batch, Path target) throws StoreException {
            try {
                Files.writeString(target, "rejects of " + batch);
                return rejects.get(batch).size();
            } catch (IOException e) {
                throw new StoreException(target + " cannot be written.", e);
            }
        }

        @Override
        public Optional<String> sourceRecord(long batch, long line) {
            return Optional.empty();
        }

        @Override
        public void close() {
            open--;
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
