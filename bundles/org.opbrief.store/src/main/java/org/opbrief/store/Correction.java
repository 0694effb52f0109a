package org.opbrief.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.Mappings;
import org.opbrief.api.data.Proposal;

/**
 * What a file brings that corrects rejected rows of a batch. Its rows obey what the batch obeyed; each counts once for its
 * row of the batch.
 *
 * @param batch whose rows are corrected
 * @param reading of the batch
 * @param columns that a file of rejected rows has beside those of the batch
 * @param siblings batches whose rows count as rows of one file: the batch, and others that correct it
 */
record Correction(Batch batch, Reading reading, RejectColumns columns, List<Long> siblings) {

    /**
     * Empty if nothing is to be corrected.
     *
     * @throws ImportException if rows of that batch cannot be corrected
     */
    static Optional<Correction> of(Connection connection, DataSet dataSet, OptionalLong id)
            throws SQLException, ImportException {
        return id.isPresent() ? Optional.of(of(connection, dataSet, id.getAsLong())) : Optional.empty();
    }

    private static Correction of(Connection connection, DataSet dataSet, long id) throws SQLException, ImportException {
        Batch batch = Catalog.batch(connection, id)
                .orElseThrow(() -> new ImportException(
                        "There is no batch " + id + " to correct; list the batches to see which there are."));
        String named = "Batch " + id + " (" + batch.file() + ")";
        if (!batch.dataSet().equals(dataSet.id())) {
            throw new ImportException(named + " is of the data set " + batch.dataSet()
                    + " and cannot be corrected by rows of " + dataSet.id() + ".");
        }
        if (batch.lineage().corrects().isPresent()) {
            long first = batch.lineage().corrects().getAsLong();
            throw new ImportException(named + " brings corrected rows of batch " + first
                    + ", where those that it could not are still rejected; correct that one.");
        }
        if (batch.lineage().supersededBy().isPresent()) {
            throw new ImportException(named + " is superseded by batch "
                    + batch.lineage().supersededBy().getAsLong() + "; correct the rejected rows of that one.");
        }
        Reading reading = Reading.of(connection, id)
                .orElseThrow(
                        () -> new ImportException(
                                named
                                        + " was imported by a version that did not keep how; remove it, correct its file and import that."));
        List<Long> siblings = Stream.concat(Stream.of(batch), Catalog.correcting(connection, id).stream())
                .map(Batch::id)
                .toList();
        return new Correction(batch, reading, RejectColumns.of(batch.place(), reading.headers()), siblings);
    }

    /** The mapping of the batch. */
    Proposal proposal(Mappings mappings, Path scratch, DataSet dataSet) throws IOException, ImportException {
        Path plan = Files.writeString(scratch.resolve("plan.yaml"), reading.plan());
        return new Proposal(mappings.read(plan, dataSet).mapping(), Proposal.Basis.REMEMBERED, Map.of());
    }

    /**
     * The records of a file that correct a row which is still rejected.
     *
     * @throws ImportException if the file does not say which rows its own correct
     */
    PlainFile corrected(Connection connection, String name, PlainFile file) throws SQLException, ImportException {
        String at = columns.at();
        if (!file.columns().contains(at)) {
            throw new ImportException(name + " has no column \"" + at + "\", which tells the rejected row of batch "
                    + batch.id() + " that each of its rows corrects; write them with data rejects " + batch.id()
                    + " --out FILE and correct that file.");
        }
        Set<String> aside = new HashSet<>(columns.all());
        aside.retainAll(file.columns());
        PlainFile all = new PlainFile(file.path(), file.columns(), aside, "true");
        Sql.run(connection, "CREATE TEMP TABLE _correcting AS " + judged(all, file.field(at)));
        return new PlainFile(
                file.path(),
                file.columns(),
                aside,
                "_line NOT IN (SELECT _line FROM _correcting WHERE reason IS NOT NULL)");
    }

    private String judged(PlainFile file, String field) {
        return "WITH given AS (SELECT _line, " + file.fields() + " AS fields, trim(coalesce(" + field
                + ", '')) AS given, " + RejectColumns.line(field) + " AS line, " + RejectColumns.part(field)
                + " AS part FROM " + file.table() + "),"
                + " counted AS (SELECT *, row_number() OVER (PARTITION BY line, part ORDER BY _line) AS nth FROM given)"
                + " SELECT g._line, g.given, g.fields, g.line, g.part, CASE"
                + " WHEN g.line IS NULL THEN 'does not name a rejected row'"
                + " WHEN r.line IS NULL THEN 'is no rejected row of batch " + batch.id() + "'"
                + " WHEN c.batch IS NOT NULL THEN 'was corrected already, by batch ' || c.batch"
                + " WHEN g.nth > 1 THEN 'stands in the file before; the first one counts' END AS reason"
                + " FROM counted g"
                + " LEFT JOIN (SELECT line, part FROM _opbrief.reject WHERE batch = " + batch.id()
                + ") r ON r.line = g.line AND r.part = g.part"
                + " LEFT JOIN (SELECT batch, corrected_line, corrected_part FROM _opbrief.correction WHERE corrects = "
                + batch.id() + ") c ON c.corrected_line = g.line AND c.corrected_part = g.part";
    }

    /** Rejects the records that correct nothing, and gives their number. */
    long rejectOthers(Connection connection, long id) throws SQLException {
        return Sql.run(
                connection,
                "INSERT INTO _opbrief.reject (" + Rejects.COLUMNS + ") SELECT " + id + ", _line, "
                        + Sql.text(columns.at())
                        + ", nullif(left(given, 200), ''), reason, fields FROM _correcting WHERE reason IS NOT NULL");
    }

    /** Keeps which rows were corrected. */
    void keep(Connection connection, long id) throws SQLException {
        Sql.run(
                connection,
                "INSERT INTO _opbrief.correction SELECT " + id + ", _line, " + batch.id()
                        + ", line, part FROM _correcting WHERE reason IS NULL AND _line IN (SELECT _line FROM "
                        + Tables.name(batch.dataSet()) + " WHERE _batch = " + id + ")");
    }

    /** The mapping, with what is known of how values are written. */
    HeaderMapping written(HeaderMapping mapping) {
        return mapping.written(reading.notations());
    }
}
