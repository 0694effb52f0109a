package org.opbrief.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Finding;

/** What breaks no rule and may still make figures wrong, found in one pass over the rows of a batch. */
final class Suspicions {
    private final Connection connection;
    private final DataSet dataSet;
    private final long batch;

    Suspicions(Connection connection, DataSet dataSet, long batch) {
        this.connection = connection;
        this.dataSet = dataSet;
        this.batch = batch;
    }

    /** @param asOf the day whose state the data describe */
    List<Finding> all(List<Filling> fillings, LocalDate asOf) throws SQLException {
        Optional<Filling> day = fillings.stream()
                .filter(filling -> filling.column().type() == ColumnType.DATE)
                .findFirst();
        List<Suspicion> suspicions = suspicions(fillings, asOf);
        if (day.isPresent()) {
            fillings.stream()
                    .filter(filling -> LateStart.isPossible(filling.column()))
                    .map(LateStart::new)
                    .forEach(suspicions::add);
        }
        long rows = Sql.ask(connection, query(suspicions, day), List.of(), row -> read(suspicions, row));
        return suspicions.stream()
                .flatMap(suspicion -> suspicion.finding(rows).stream())
                .toList();
    }

    private List<Suspicion> suspicions(List<Filling> fillings, LocalDate asOf) {
        List<Suspicion> suspicions = new ArrayList<>();
        for (Filling filling : fillings) {
            Column column = filling.column();
            if (column.type() == ColumnType.DATE) {
                suspicions.add(new FutureDays(filling, asOf));
            } else if (Totals.isPossible(column)) {
                suspicions.add(new Totals(filling));
            }
            fillings.stream()
                    .filter(other -> Unmeasured.isPossible(dataSet, column, other.column()))
                    .map(other -> new Unmeasured(filling, other))
                    .forEach(suspicions::add);
        }
        return suspicions;
    }

    private String query(List<Suspicion> suspicions, Optional<Filling> day) {
        StringBuilder sql = new StringBuilder("SELECT ");
        sql.append(day.map(filling -> "CAST(" + Suspicion.name(filling) + " AS VARCHAR)")
                .orElse("NULL"));
        sql.append(" AS _day, count(*)");
        suspicions.stream()
                .flatMap(suspicion -> suspicion.aggregates().stream())
                .forEach(aggregate -> sql.append(", ").append(aggregate));
        sql.append(" FROM " + Tables.name(dataSet) + " WHERE _batch = " + batch);
        day.map(Suspicion::name)
                .ifPresent(name -> sql.append(" GROUP BY " + name + " ORDER BY " + name + " NULLS FIRST"));
        return sql.toString();
    }

    private static long read(List<Suspicion> suspicions, ResultSet row) throws SQLException {
        long rows = 0;
        while (row.next()) {
            Suspicion.Day day = new Suspicion.Day(Optional.ofNullable(row.getString(1)), row.getLong(2));
            rows += day.rows();
            int first = 3;
            for (Suspicion suspicion : suspicions) {
                suspicion.add(day, row, first);
                first += suspicion.aggregates().size();
            }
        }
        return rows;
    }
}
