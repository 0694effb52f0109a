package org.opbrief.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.Comparison;
import org.opbrief.api.data.Comparison.Revision;
import org.opbrief.api.data.Comparison.Total;
import org.opbrief.api.data.DataSet;

/** Compares two batches in SQL. */
final class BatchComparison {
    private final Connection connection;
    private final List<Column> key;
    private final List<Column> values;

    BatchComparison(Connection connection, DataSet dataSet) {
        this.connection = connection;
        this.key = dataSet.columns().stream()
                .filter(column -> dataSet.key().isEmpty()
                        ? !isNumber(column)
                        : dataSet.key().contains(column.name()))
                .toList();
        this.values = dataSet.columns().stream()
                .filter(column -> !key.contains(column))
                .toList();
    }

    Comparison of(Batch earlier, Batch later) throws SQLException {
        Vintages vintages = new Vintages(connection);
        Sql.run(
                connection,
                "CREATE TEMP TABLE _compared AS "
                        + joined(vintages.correctedRows(earlier), vintages.correctedRows(later)));
        try {
            long[] counts = Sql.ask(
                    connection,
                    "SELECT count_if(a AND b AND NOT changed), count_if(NOT a), count_if(NOT b), count_if(a AND b AND changed)"
                            + " FROM _compared",
                    List.of(),
                    row -> {
                        row.next();
                        return new long[] {row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)};
                    });
            return new Comparison(
                    earlier,
                    later,
                    key.stream().map(Column::name).toList(),
                    counts[0],
                    counts[1],
                    counts[2],
                    counts[3],
                    totals(),
                    revisions());
        } finally {
            Sql.run(connection, "DROP TABLE _compared");
        }
    }

    private String joined(String earlier, String later) {
        String on = IntStream.range(0, key.size())
                .mapToObj(index -> "x.k" + index + " IS NOT DISTINCT FROM y.k" + index)
                .collect(Collectors.joining(" AND "));
        String keys = IntStream.range(0, key.size())
                .mapToObj(index -> "coalesce(x.k" + index + ", y.k" + index + ") AS k" + index + ", ")
                .collect(Collectors.joining());
        String pairs = IntStream.range(0, values.size())
                .mapToObj(index -> "x.v" + index + " AS a" + index + ", y.v" + index + " AS b" + index + ", ")
                .collect(Collectors.joining());
        String changed = IntStream.range(0, values.size())
                .mapToObj(index -> "x.v" + index + " IS DISTINCT FROM y.v" + index)
                .collect(Collectors.joining(" OR "));
        return "SELECT " + keys + pairs + "x.present IS NOT NULL AS a, y.present IS NOT NULL AS b, "
                + (changed.isEmpty() ? "false" : "(" + changed + ")") + " AS changed FROM (" + grouped(earlier)
                + ") x FULL JOIN (" + grouped(later) + ") y ON " + (on.isEmpty() ? "true" : on);
    }

    private String grouped(String rows) {
        String keys = IntStream.range(0, key.size())
                .mapToObj(index -> Sql.name(key.get(index).name()) + " AS k" + index + ", ")
                .collect(Collectors.joining());
        String aggregates = IntStream.range(0, values.size())
                .mapToObj(index -> aggregate(values.get(index)) + " AS v" + index + ", ")
                .collect(Collectors.joining());
        return "SELECT " + keys + aggregates + "true AS present FROM " + rows + " GROUP BY ALL";
    }

    private static String aggregate(Column column) {
        String name = Sql.name(column.name());
        return isNumber(column)
                ? "sum(" + name + ")"
                : "string_agg(DISTINCT CAST(" + name + " AS VARCHAR), ' | ' ORDER BY CAST(" + name + " AS VARCHAR))";
    }

    private List<Total> totals() throws SQLException {
        List<Total> totals = new ArrayList<>();
        for (int index = 0; index < values.size(); index++) {
            Column column = values.get(index);
            if (isNumber(column)) {
                totals.add(Sql.ask(
                        connection,
                        "SELECT CAST(coalesce(sum(a" + index + "), 0) AS DECIMAL(38," + column.scale()
                                + ")), CAST(coalesce(sum(b" + index + "), 0) AS DECIMAL(38," + column.scale()
                                + ")) FROM _compared",
                        List.of(),
                        row -> {
                            row.next();
                            return new Total(column, plain(row.getBigDecimal(1)), plain(row.getBigDecimal(2)));
                        }));
            }
        }
        return totals;
    }

    private List<Revision> revisions() throws SQLException {
        String keys = IntStream.range(0, key.size())
                .mapToObj(index -> "coalesce(CAST(k" + index + " AS VARCHAR), '') AS k" + index + ", ")
                .collect(Collectors.joining());
        List<String> parts = new ArrayList<>();
        parts.add(
                "SELECT " + keys + "NULL AS name, CASE WHEN a THEN 'a row' END AS before, CASE WHEN b THEN 'a row' END"
                        + " AS after FROM _compared WHERE NOT a OR NOT b");
        for (int index = 0; index < values.size(); index++) {
            parts.add("SELECT " + keys + Sql.text(values.get(index).name()) + ", CAST(a" + index
                    + " AS VARCHAR), CAST(b" + index + " AS VARCHAR) FROM _compared WHERE a AND b AND a" + index
                    + " IS DISTINCT FROM b" + index);
        }
        return Sql.list(
                connection,
                "SELECT * FROM (" + String.join(" UNION ALL ", parts) + ") ORDER BY ALL LIMIT "
                        + Comparison.REVISIONS_SHOWN,
                List.of(),
                this::revision);
    }

    private Revision revision(ResultSet row) throws SQLException {
        List<String> keys = new ArrayList<>();
        for (int index = 1; index <= key.size(); index++) {
            keys.add(row.getString(index));
        }
        return new Revision(
                keys,
                Optional.ofNullable(row.getString(key.size() + 1)),
                Optional.ofNullable(row.getString(key.size() + 2)),
                Optional.ofNullable(row.getString(key.size() + 3)));
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    private static boolean isNumber(Column column) {
        return column.type() == ColumnType.INTEGER || column.type() == ColumnType.DECIMAL;
    }
}
