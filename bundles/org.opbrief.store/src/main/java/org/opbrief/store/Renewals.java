package org.opbrief.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Finding;
import org.opbrief.api.data.ImportException;

/** Earlier batches whose place a new one takes by the rule of its data set, and those of which only a user can tell. */
final class Renewals {
    private final Connection connection;
    private final DataSet dataSet;
    private final DataSet.Renewal rule;
    private final List<Long> superseded = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    Renewals(Connection connection, DataSet dataSet, DataSet.Renewal rule) {
        this.connection = connection;
        this.dataSet = dataSet;
        this.rule = rule;
    }

    /**
     * An earlier batch, its corrections included, that shares source and period with the new one.
     *
     * @param whole whether the new one covers all of it
     */
    private record Shared(long id, String file, LocalDate asOf, String first, String last, boolean whole) {}

    /** @param asOf the day of the new batch: the newest counts, not what was imported last */
    void apply(long id, LocalDate asOf) throws SQLException, ImportException {
        for (Shared earlier : shared(id)) {
            String name = "Batch " + earlier.id + " (" + earlier.file + ", as of " + earlier.asOf + ")";
            String period = earlier.first + " to " + earlier.last;
            if (asOf.isBefore(earlier.asOf)) {
                findings.add(Finding.error(name + " is of the same source, has the period " + period
                        + " and is newer than this file; both would count. To take this file instead, import it with"
                        + " --supersedes " + earlier.id + "."));
            } else if (earlier.whole) {
                new Vintages(connection).supersede(dataSet, earlier.id, id);
                superseded.add(earlier.id);
                findings.add(Finding.warning(name
                        + " is superseded: this file is of the same source and covers its period, "
                        + period + ". Its rows are kept and count no more; if both are to count, import this file with"
                        + " --supersedes none."));
            } else {
                findings.add(Finding.error(name + " is of the same source and has the period " + period
                        + ", of which this file has only a part; both would count. To count this file alone, import it with"
                        + " --supersedes " + earlier.id + "; if both are to count, with --supersedes none."));
            }
        }
    }

    private List<Shared> shared(long id) throws SQLException {
        String period = Sql.name(rule.period());
        String source = rule.source().stream()
                .map(name -> "coalesce(CAST(" + Sql.name(name) + " AS VARCHAR), '')")
                .collect(Collectors.joining(", ", "[", "]"));
        String sql = "WITH r AS (SELECT coalesce(b.corrects, b.id) AS id, " + period + " AS p, CAST(" + source
                + " AS VARCHAR[]) AS s FROM " + Tables.name(dataSet)
                + " t LEFT JOIN _opbrief.batch b ON b.id = t._batch"
                + " WHERE t._batch <> " + id + "),"
                + " n AS (SELECT " + period + " AS p, CAST(" + source + " AS VARCHAR[]) AS s FROM "
                + Tables.name(dataSet) + " WHERE _batch = " + id + "),"
                + " e AS (SELECT min(p) AS first, max(p) AS last FROM n),"
                + " o AS (SELECT id, min(p) AS first, max(p) AS last, bool_and(s IN (SELECT s FROM n)) AS known,"
                + " bool_or(s IN (SELECT s FROM n)) AS common FROM r GROUP BY id)"
                + " SELECT o.id, b.file, CAST(b.as_of AS VARCHAR), CAST(o.first AS VARCHAR), CAST(o.last AS VARCHAR),"
                + " o.known AND e.first <= o.first AND e.last >= o.last FROM o, e, _opbrief.batch b"
                + " WHERE b.id = o.id AND o.common AND e.first <= o.last AND e.last >= o.first ORDER BY o.id";
        return Sql.list(connection, sql, List.of(), Renewals::read);
    }

    private static Shared read(ResultSet row) throws SQLException {
        return new Shared(
                row.getLong(1),
                row.getString(2),
                LocalDate.parse(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getBoolean(6));
    }

    List<Long> superseded() {
        return superseded;
    }

    List<Finding> findings() {
        return findings;
    }
}
