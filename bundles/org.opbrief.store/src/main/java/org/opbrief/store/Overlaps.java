package org.opbrief.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Finding;

/** Tells of data sets that may hold the same things, so that nobody adds up what was counted twice. */
final class Overlaps {
    private Overlaps() {}

    /** A warning if the workspace has rows of the other data set, else a note. */
    static List<Finding> of(Connection connection, DataSet dataSet) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        for (DataSet.Overlap overlap : dataSet.overlaps()) {
            long rows = Catalog.batches(connection).stream()
                    .filter(batch -> batch.dataSet().equals(overlap.dataSet()))
                    .filter(batch -> batch.lineage().supersededBy().isEmpty())
                    .mapToLong(Batch::rowsAccepted)
                    .sum();
            String start = dataSet.id() + " overlaps " + overlap.dataSet();
            String end = ": " + overlap.reason() + ". Figures of the two are not to be added up.";
            findings.add(
                    rows == 0
                            ? Finding.note(start + end)
                            : Finding.warning(start + ", of which the workspace has " + Suspicion.rows(rows) + end));
        }
        return findings;
    }
}
