package org.opbrief.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Finding;

/** Finds an earlier batch that has the same rows in other bytes, in whatever order. */
final class SameRows {
    private final Connection connection;
    private final DataSet dataSet;

    SameRows(Connection connection, DataSet dataSet) {
        this.connection = connection;
        this.dataSet = dataSet;
    }

    /** @param accepted number of the batch's rows */
    Optional<Finding> as(long batch, long accepted) throws SQLException {
        List<Batch> candidates = Catalog.batches(connection).stream()
                .filter(other -> other.dataSet().equals(dataSet.id()))
                .filter(other -> other.id() != batch && other.rowsAccepted() == accepted && accepted > 0)
                .filter(other -> other.lineage().supersededBy().isEmpty())
                .toList();
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        String own = digest(batch);
        for (Batch other : candidates) {
            if (digest(other.id()).equals(own)) {
                return Optional.of(Finding.error("The rows are those of batch " + other.id() + " (" + other.file()
                        + ") in other bytes and would count twice; there is no need to import them, or say that they"
                        + " supersede that batch."));
            }
        }
        return Optional.empty();
    }

    /** The sum does not depend on the order of the rows. */
    private String digest(long batch) throws SQLException {
        String columns = dataSet.columns().stream()
                .map(column -> Sql.name(column.name()))
                .collect(Collectors.joining(", "));
        return Sql.ask(
                connection,
                "SELECT CAST(sum(CAST(hash(" + columns + ") AS HUGEINT)) AS VARCHAR) FROM " + Tables.name(dataSet)
                        + " WHERE _batch = ?",
                List.of(batch),
                row -> {
                    row.next();
                    return String.valueOf(row.getString(1));
                });
    }
}
