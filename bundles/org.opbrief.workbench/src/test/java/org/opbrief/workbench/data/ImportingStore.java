package org.opbrief.workbench.data;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.Comparison;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Finding;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.ImportPlan;
import org.opbrief.api.data.ImportRequest;
import org.opbrief.api.data.ImportRequest.Option;
import org.opbrief.api.data.ImportResult;
import org.opbrief.api.data.ImportResult.Outcome;
import org.opbrief.api.data.Mapping;
import org.opbrief.api.data.Problem;
import org.opbrief.api.data.Proposal;

/** A store that tells of imports without making any. */
final class ImportingStore extends MemoryStore {
    final List<ImportRequest> requests = new ArrayList<>();
    private final Path folder;
    /** What an import waits for, if it is not a check. */
    CountDownLatch gate = new CountDownLatch(0);
    /** What plans find. */
    Finding found = Finding.note("The column \"Remarks\" is not of this data set; it was left out.");

    ImportingStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public Path workspace() {
        return folder;
    }

    @Override
    public ImportResult importFile(ImportRequest request) throws ImportException {
        requests.add(request);
        if (request.file().toString().contains("broken")) {
            throw new ImportException("broken.csv, line 3: a quote is never closed; close it.");
        }
        boolean dry = request.has(Option.DRY_RUN);
        request.progress().at("reading " + request.file().getFileName(), 0.4);
        try {
            while (!dry && gate.getCount() > 0) {
                Thread.sleep(5);
                request.progress().at("checking rows", 0.6);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        String name = request.file().getFileName().toString();
        ImportPlan plan = plan(request, batch(0, request, name));
        if (dry || !request.approval().approves(plan)) {
            return new ImportResult(plan.batch(), dry ? Outcome.CHECKED : Outcome.DECLINED, plan);
        }
        add(request.dataSet().id(), name, 1_234, 2);
        return new ImportResult(batch(1, request, name), Outcome.IMPORTED, plan);
    }

    @Override
    public Comparison compare(DataSet dataSet, long earlier, long later) {
        Column mass = dataSet.column("mass_kg").orElseThrow();
        return new Comparison(
                batches().get((int) earlier - 1),
                batches().get((int) later - 1),
                List.of("seizure_id"),
                12_000,
                10,
                345,
                1,
                List.of(new Comparison.Total(mass, new BigDecimal("1000.5"), new BigDecimal("998.25"))),
                List.of(
                        new Comparison.Revision(
                                List.of("S-1"), Optional.of("mass_kg"), Optional.of("3.25"), Optional.of("1.000")),
                        new Comparison.Revision(List.of("S-2"), Optional.empty(), Optional.empty(), Optional.of(""))));
    }

    private static Batch batch(long id, ImportRequest request, String name) {
        return new Batch(
                id,
                request.dataSet().id(),
                name,
                1,
                "0".repeat(64),
                request.asOf(),
                "CSV, UTF-8, comma, 7 columns",
                1_236,
                1_234,
                2,
                Instant.EPOCH);
    }

    private ImportPlan plan(ImportRequest request, Batch batch) {
        return new ImportPlan(
                batch,
                request.dataSet(),
                Map.of("charset", "UTF-8"),
                List.of("Mass (kg)", "Drug", "Remarks"),
                new Proposal(new Mapping(request.dataSet().id(), Map.of()), Proposal.Basis.NAMES, Map.of()),
                Map.of(),
                List.of(found),
                List.of(
                        new Problem(17, Optional.of("Mass (kg)"), Optional.of("12,5,1"), "is not a number like 1234.5"),
                        new Problem(
                                40,
                                Optional.of("Drug"),
                                Optional.of("fentanil"),
                                "is not one of the data set's" + " words. Did you mean \"fentanyl\"?")));
    }
}
