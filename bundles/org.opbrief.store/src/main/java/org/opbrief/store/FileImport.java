package org.opbrief.store;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Extract;
import org.opbrief.api.data.Finding;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.ImportPlan;
import org.opbrief.api.data.ImportRequest;
import org.opbrief.api.data.ImportRequest.Option;
import org.opbrief.api.data.ImportResult;
import org.opbrief.api.data.ImportResult.Outcome;
import org.opbrief.api.data.Importer;
import org.opbrief.api.data.Mappings;
import org.opbrief.api.data.Progress;
import org.opbrief.api.data.Proposal;
import org.opbrief.api.data.Source;
import org.opbrief.api.data.StoreException;

/**
 * One import. The order of its steps makes a crash harmless at any moment: the copy of the source stands under
 * {@code sources} before the transaction is committed, and copies that no batch names are deleted at the next start.
 */
final class FileImport {
    private final Workspace workspace;
    private final Engine engine;
    private final List<Importer> importers;
    private final Mappings mappings;
    private final Clock clock;
    private final ImportRequest request;
    private final SourceFile source;
    private final Definitions definitions;
    /** As requested; what the file begins, as soon as it is known. */
    private DataSet dataSet;

    FileImport(
            Workspace workspace,
            Engine engine,
            List<Importer> importers,
            Mappings mappings,
            Clock clock,
            ImportRequest request) {
        this.workspace = workspace;
        this.engine = engine;
        this.importers = importers;
        this.mappings = mappings;
        this.clock = clock;
        this.request = request;
        this.source = new SourceFile(request.file());
        this.definitions = new Definitions(workspace);
        this.dataSet = request.dataSet();
    }

    ImportResult run() throws ImportException, StoreException {
        byte[] head = source.head();
        Importer importer = source.importer(importers, head);
        try {
            workspace.make(workspace.staging());
            Path folder = workspace.make(workspace.staging().resolve("source"));
            return run(
                    importer, folder.resolve(source.name()), workspace.staging().resolve("plain.csv"));
        } catch (IOException | SQLException e) {
            Failures.refuseCancelled(request.progress());
            throw Failures.of("import " + source.name(), workspace.folder(), e);
        } finally {
            clearStaging();
        }
    }

    private ImportResult run(Importer importer, Path copy, Path plain)
            throws ImportException, StoreException, IOException, SQLException {
        Progress progress = request.progress();
        String sha256 = source.copyTo(copy, progress);
        try (Engine.Transaction transaction = engine.begin();
                Cancelling cancelling = new Cancelling(transaction.connection(), progress)) {
            Connection connection = cancelling.connection();
            refuseKnown(connection);
            refuseAgain(transaction, sha256);
            Optional<Correction> correction = Correction.of(
                    connection, request.dataSet(), request.lineage().corrects());
            progress.at("reading " + source.name(), 0.1);
            Extract extract = extract(importer, copy, plain, progress.part(0.1, 0.3));
            if (extract.records() + extract.problems().size() == 0) {
                throw new ImportException(source.path() + " holds a header and no rows; there is nothing to import.");
            }
            PlainFile file = new PlainFile(plain, extract.headers());
            if (correction.isPresent()) {
                file = correction.get().corrected(connection, source.name(), file);
            }
            Optional<NewDataSet> begun = begun(connection, file);
            begun.ifPresent(each -> dataSet = each.dataSet());
            Proposal proposal = begun.isPresent() ? begun.get().proposal() : proposal(connection, file, correction);
            HeaderMapping mapping = HeaderMapping.of(source.name(), file, dataSet, proposal.mapping());
            Tables.fit(transaction.connection(), dataSet);
            progress.at("checking " + source.name(), 0.3);
            long id = Catalog.takeBatchId(transaction.connection());
            for (long before : request.lineage().supersedes()) {
                new Vintages(connection).supersede(dataSet, before, id);
            }
            List<Finding> findings = new ArrayList<>(extract.findings());
            begun.ifPresent(each -> findings.addAll(each.findings()));
            findings.addAll(mapping.findings());
            findings.addAll(Guesses.of(proposal));
            Loading loading = new Loading(connection, request.as(dataSet), id, file, mapping, correction);
            loading.run(extract.records());
            Rejects.add(transaction.connection(), id, extract.problems());
            Rejects.numberParts(connection, id);
            findings.addAll(loading.findings());
            findings.addAll(new ImportNotes(connection, dataSet, id).all(mapping.fillings()));
            new SameRows(connection, dataSet).as(id, loading.accepted()).ifPresent(findings::add);
            findings.addAll(Overlaps.of(connection, dataSet));
            findings.addAll(new UnitFindings(connection, file, mapping).all(loading.accepted() < loading.records()));
            LocalDate asOf = correction.map(Correction::batch).map(Batch::asOf).orElse(request.asOf());
            findings.addAll(new Suspicions(connection, dataSet, id).all(mapping.fillings(), asOf));
            long read = loading.records() + extract.problems().size();
            Batch batch = new Batch(
                    id,
                    dataSet.id(),
                    source.name(),
                    Files.size(copy),
                    sha256,
                    asOf,
                    extract.form(),
                    read,
                    loading.accepted(),
                    read - loading.accepted(),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    extract.place(),
                    loading.lineage());
            ImportPlan plan = new ImportPlan(
                    withoutId(batch),
                    dataSet,
                    begun.map(NewDataSet::columns).orElse(List.of()),
                    extract.layout(),
                    file.headers(),
                    proposal,
                    loading.readings(),
                    findings,
                    Rejects.open(connection, id, 0, ImportResult.PROBLEMS_SHOWN));
            Reading reading = new Reading(file.headers(), extract.layout(), mappings.text(plan), loading.notations());
            return finish(transaction, batch, plan, reading, extract.charset(), copy);
        }
    }

    /** An importer cannot tell a disk that cannot be written from a file that cannot be read. */
    private Extract extract(Importer importer, Path copy, Path plain, Progress progress)
            throws ImportException, IOException {
        try {
            return importer.extract(new Source(copy, request.layout(), progress), plain);
        } catch (ImportException e) {
            if (e.getCause() instanceof IOException cause && Failures.isOfTheDisk(cause)) {
                throw cause;
            }
            throw e;
        }
    }

    /** What the file begins, if it is to begin a data set. */
    private Optional<NewDataSet> begun(Connection connection, PlainFile file) throws SQLException, ImportException {
        if (!dataSet.isUndefined()) {
            return Optional.empty();
        }
        request.progress().at("looking at all values of " + source.name(), 0.3);
        return Optional.of(NewDataSet.of(dataSet.id(), source.name(), file, connection));
    }

    private void refuseKnown(Connection connection) throws SQLException, ImportException {
        if (dataSet.isUndefined()
                && (definitions.contain(dataSet.id())
                        || Catalog.batches(connection).stream()
                                .anyMatch(batch -> batch.dataSet().equals(dataSet.id())))) {
            throw new ImportException("The workspace has a data set " + dataSet.id()
                    + " already; import the file as that one, or give the new one another name.");
        }
    }

    private Proposal proposal(Connection connection, PlainFile file, Optional<Correction> correction)
            throws SQLException, IOException, ImportException {
        if (correction.isPresent()) {
            return correction.get().proposal(mappings, workspace.staging(), dataSet);
        }
        if (request.mapping().isPresent()) {
            return new Proposal(request.mapping().get(), Proposal.Basis.GIVEN, Map.of());
        }
        return mappings.propose(workspace.folder(), source.name(), dataSet, FileColumns.of(connection, file));
    }

    private void refuseAgain(Engine.Transaction transaction, String sha256) throws SQLException, ImportException {
        Optional<Batch> earlier = Catalog.sameFile(transaction.connection(), dataSet.id(), sha256);
        if (earlier.isPresent()) {
            Batch batch = earlier.get();
            throw new ImportException(source.name() + " was imported already: batch " + batch.id() + " ("
                    + batch.file() + ", as of " + batch.asOf() + ") of " + batch.dataSet()
                    + " has the same content; remove that batch first to import it anew.");
        }
    }

    private ImportResult finish(
            Engine.Transaction transaction,
            Batch batch,
            ImportPlan plan,
            Reading reading,
            Optional<Charset> charset,
            Path copy)
            throws SQLException, IOException {
        Outcome outcome = outcome(plan);
        if (outcome != Outcome.IMPORTED) {
            String done = outcome.name().toLowerCase(Locale.ROOT);
            request.progress().at(done + " " + source.name() + "; nothing was stored", 1);
            return new ImportResult(plan.batch(), outcome, plan);
        }
        request.progress().at("storing " + source.name(), 0.9);
        Catalog.add(transaction.connection(), batch, charset);
        reading.keep(transaction.connection(), batch.id());
        if (!plan.begun().isEmpty()) {
            definitions.add(transaction.connection(), dataSet.id(), mappings.definition(plan));
        }
        Agreed agreed = Agreed.draft(workspace, mappings, plan);
        Path kept = workspace.source(batch.sha256());
        boolean moved = !Files.exists(kept);
        if (moved) {
            workspace.make(workspace.sources());
            Files.move(copy, kept);
        }
        try {
            transaction.commit();
        } catch (SQLException e) {
            if (moved) {
                Files.deleteIfExists(kept);
            }
            throw e;
        }
        if (!plan.begun().isEmpty()) {
            publish();
        }
        List<Finding> remarks = agreed.keep().stream().toList();
        request.progress().at("imported " + source.name(), 1);
        return new ImportResult(batch, outcome, plan, remarks);
    }

    private void publish() throws SQLException, IOException {
        try (Engine.Transaction after = engine.begin()) {
            definitions.publish(after.connection());
            after.commit();
        }
    }

    private Outcome outcome(ImportPlan plan) {
        if (request.has(Option.STRICT) && plan.batch().rowsRejected() > 0) {
            return Outcome.REFUSED;
        }
        if (request.has(Option.DRY_RUN)) {
            return Outcome.CHECKED;
        }
        return request.approval().approves(plan) ? Outcome.IMPORTED : Outcome.DECLINED;
    }

    private static Batch withoutId(Batch batch) {
        return new Batch(
                0,
                batch.dataSet(),
                batch.file(),
                batch.bytes(),
                batch.sha256(),
                batch.asOf(),
                batch.form(),
                batch.rowsRead(),
                batch.rowsAccepted(),
                batch.rowsRejected(),
                batch.imported(),
                batch.place(),
                batch.lineage());
    }

    private void clearStaging() throws StoreException {
        try {
            definitions.deleteUnfinished();
            Workspace.deleteTree(workspace.staging());
        } catch (IOException e) {
            throw Failures.of("clear the staging folder", workspace.folder(), e);
        }
    }
}
