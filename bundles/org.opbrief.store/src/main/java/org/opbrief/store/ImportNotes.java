package org.opbrief.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Finding;
import org.opbrief.api.data.Nearest;

/** What a user should know of rows that were accepted: values that are new, and rows that look repeated. */
final class ImportNotes {
    private static final int VALUES_SHOWN = 8;

    private final Connection connection;
    private final DataSet dataSet;
    private final long batch;

    ImportNotes(Connection connection, DataSet dataSet, long batch) {
        this.connection = connection;
        this.dataSet = dataSet;
        this.batch = batch;
    }

    List<Finding> all(List<Filling> fillings) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        for (Filling filling : fillings) {
            if (filling.column().constraint().open()) {
                addNewValues(filling.column(), filling.header(), findings);
            }
        }
        if (dataSet.key().isEmpty() || dataSet.repeats()) {
            addEqualRows(findings);
        }
        return findings;
    }

    private record NewValue(String value, long rows) {}

    private void addNewValues(Column column, String header, List<Finding> findings) throws SQLException {
        List<String> known = column.constraint().vocabulary().stream()
                .map(Column.Term::value)
                .toList();
        String name = Sql.name(column.name());
        List<NewValue> found = Sql.list(
                connection,
                "SELECT " + name + ", count(*) FROM " + Tables.name(dataSet) + " WHERE _batch = ? AND " + name
                        + " NOT IN (" + known.stream().map(Sql::text).collect(Collectors.joining(", "))
                        + ") GROUP BY ALL ORDER BY 2 DESC, 1",
                List.of(batch),
                row -> new NewValue(row.getString(1), row.getLong(2)));
        if (found.isEmpty()) {
            return;
        }
        String shown = found.stream()
                .limit(VALUES_SHOWN)
                .map(value -> shown(value, column))
                .collect(Collectors.joining(", "));
        findings.add(Finding.warning("The column " + header + " has "
                        + (found.size() == 1 ? "a value" : found.size() + " values")
                        + " that the vocabulary of " + column.name() + " does not know, kept as "
                        + (found.size() == 1 ? "it stands: " : "they stand: ") + shown
                        + (found.size() > VALUES_SHOWN ? " and " + (found.size() - VALUES_SHOWN) + " more" : "") + ".")
                .of(header));
    }

    private static String shown(NewValue value, Column column) {
        List<String> words = new ArrayList<>();
        for (Column.Term term : column.constraint().vocabulary()) {
            words.add(term.value());
            words.addAll(term.synonyms());
        }
        return '"' + value.value + "\" (" + rows(value.rows)
                + Nearest.misspelt(value.value, words)
                        .map(near -> "; is it \"" + near + "\"?")
                        .orElse("")
                + ")";
    }

    /** The hashes tell fast that all rows differ, as they nearly always do. */
    private void addEqualRows(List<Finding> findings) throws SQLException {
        String columns = dataSet.columns().stream()
                .map(column -> Sql.name(column.name()))
                .collect(Collectors.joining(", "));
        String rows = " FROM " + Tables.name(dataSet) + " WHERE _batch = " + batch;
        if (Sql.number(connection, "SELECT count(*) - count(DISTINCT hash(" + columns + "))" + rows) == 0) {
            return;
        }
        Sql.ask(
                connection,
                "SELECT count(*), min(_line), min_by(first_line, _line) FROM (SELECT _line, min(_line) OVER (PARTITION BY "
                        + columns + ") AS first_line" + rows + ") WHERE _line > first_line",
                List.of(),
                row -> {
                    row.next();
                    long count = row.getLong(1);
                    if (count > 0) {
                        findings.add(Finding.warning(rows(count) + (count == 1 ? " equals" : " equal")
                                + " an earlier row of the file in all columns of " + dataSet.id()
                                + ", first line " + row.getLong(2) + ", which equals line " + row.getLong(3)
                                + ". All of them count; remove from the file what stands there twice by mistake."));
                    }
                    return count;
                });
    }

    private static String rows(long count) {
        return String.format(java.util.Locale.ROOT, "%,d %s", count, count == 1 ? "row" : "rows");
    }
}
