package org.opbrief.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Finding;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.ImportRequest;
import org.opbrief.api.data.ImportRequest.Option;
import org.opbrief.api.data.Lineage;

/** Loads the records of an extracted file as rows of a batch, and rejects those that break a rule. */
final class Loading {
    private final Connection connection;
    private final ImportRequest request;
    private final DataSet dataSet;
    private final long id;
    private final PlainFile file;
    private final HeaderMapping mapping;
    private final Optional<Correction> correction;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Long> superseded = new ArrayList<>();
    private Map<Column, Notation> notations = Map.of();
    private long records;
    private long accepted;

    Loading(
            Connection connection,
            ImportRequest request,
            long id,
            PlainFile file,
            HeaderMapping mapping,
            Optional<Correction> correction) {
        this.connection = connection;
        this.request = request;
        this.dataSet = request.dataSet();
        this.id = id;
        this.file = file;
        this.mapping = correction.map(wanted -> wanted.written(mapping)).orElse(mapping);
        this.correction = correction;
    }

    /** @param extracted number of records that the importer wrote */
    void run(long extracted) throws SQLException, ImportException {
        boolean allAndOnce = correction.isEmpty() && !mapping.splits();
        long judged = allAndOnce ? extracted : Sql.number(connection, "SELECT count(*) FROM " + mapping.records());
        RowQuery query = load(judged);
        renew();
        // to supersede the batch is no advice for who corrects it
        List<Finding> repeats = correction.isPresent() ? new ArrayList<>() : findings;
        List<Long> siblings = correction.map(Correction::siblings).orElse(List.of());
        accepted -=
                new DuplicateKeys(dataSet, siblings).reject(connection, id, query, mapping.keyHeader(dataSet), repeats);
        records = judged;
        if (correction.isPresent()) {
            records += correction.get().rejectOthers(connection, id);
            correction.get().keep(connection, id);
            if (accepted == 0) {
                findings.add(Finding.error("No row of the file corrects a rejected row of batch "
                        + correction.get().batch().id() + "."));
            }
        }
    }

    /** Before keys are compared: what is superseded has none that count. */
    private void renew() throws SQLException, ImportException {
        boolean decided = correction.isPresent()
                || request.has(Option.BESIDE)
                || !request.lineage().supersedes().isEmpty();
        if (dataSet.renewal().isPresent() && !decided) {
            Renewals renewals =
                    new Renewals(connection, dataSet, dataSet.renewal().get());
            renewals.apply(id, request.asOf());
            findings.addAll(renewals.findings());
            superseded.addAll(renewals.superseded());
        }
    }

    private RowQuery load(long judged) throws SQLException {
        Notations first = Notations.probe(connection, mapping.records(), mapping.fillings());
        RowQuery query = query(first);
        accepted = Sql.run(connection, query.insertAccepted(id));
        Notations decided = first;
        if (accepted < judged) {
            request.progress()
                    .at("looking at rejected rows of " + request.file().getFileName(), 0.7);
            decided = Notations.of(connection, mapping.records(), mapping.fillings());
            if (!decided.byColumn().equals(first.byColumn())) {
                Sql.run(connection, "DELETE FROM " + Tables.name(dataSet) + " WHERE _batch = ?", id);
                query = query(decided);
                accepted = Sql.run(connection, query.insertAccepted(id));
            }
        }
        long rejected = accepted < judged ? Sql.run(connection, query.insertRejected(id)) : 0;
        if (accepted + rejected != judged) {
            throw new IllegalStateException("Of " + judged + " rows " + accepted + " were accepted and " + rejected
                    + " rejected: " + request.file());
        }
        findings.addAll(decided.findings());
        findings.addAll(new ReadWords(connection, query).all());
        notations = decided.byColumn();
        return query;
    }

    private RowQuery query(Notations decided) {
        return new RowQuery(dataSet, mapping.records(), file.fields(), mapping.fillings(), decided.byColumn());
    }

    /** Number of rows that the file has, be they accepted or not. */
    long records() {
        return records;
    }

    long accepted() {
        return accepted;
    }

    /** What the batch comes from, with the batches whose place it takes by the rule of the data set. */
    Lineage lineage() {
        Lineage lineage = request.lineage();
        for (long before : superseded) {
            lineage = lineage.superseding(before);
        }
        return lineage;
    }

    List<Finding> findings() {
        return findings;
    }

    /** How values are written, by name of the data set's column, for those that are not plain. */
    Map<String, Notation> notations() {
        Map<String, Notation> byName = new LinkedHashMap<>();
        notations.forEach((column, notation) -> byName.put(column.name(), notation));
        return byName;
    }

    /** The same in words. */
    Map<String, String> readings() {
        Map<String, String> words = new LinkedHashMap<>();
        notations().forEach((column, notation) -> words.put(column, notation.words()));
        return words;
    }
}
