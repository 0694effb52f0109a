package org.opbrief.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.Nearest;
import org.opbrief.api.data.Unit;
import org.opbrief.api.statistics.Query;
import org.opbrief.api.statistics.Query.Heading;
import org.opbrief.api.statistics.StatisticsException;
import org.opbrief.api.statistics.Table;

/** Makes the table of an SQL answer. */
final class SqlTable {

    private SqlTable() {}

    static Table of(Subject subject, Query.Sql query, Rows rows) throws StatisticsException {
        Map<String, Heading> headings = new LinkedHashMap<>();
        for (Heading heading : query.headings()) {
            if (!rows.names().contains(heading.column())) {
                throw subject.wrong("it gives a heading for column " + heading.column()
                        + ", which its answer does not have" + Nearest.hint(heading.column(), rows.names()));
            }
            headings.put(heading.column(), heading);
        }
        List<Table.Column> columns = new ArrayList<>();
        for (int i = 0; i < rows.names().size(); i++) {
            String name = rows.names().get(i);
            if (rows.names().indexOf(name) != i) {
                throw subject.wrong("two columns of its answer are called " + name + "; name one of them otherwise.");
            }
            ColumnType type = type(subject, name, rows.types().get(i));
            columns.add(column(name, type, Optional.ofNullable(headings.get(name))));
        }
        return new Table(columns, cells(subject, rows, columns));
    }

    private static Table.Column column(String name, ColumnType type, Optional<Heading> heading) {
        boolean number = type == ColumnType.INTEGER || type == ColumnType.DECIMAL;
        Optional<Unit> unit = number ? heading.flatMap(Heading::unit) : Optional.empty();
        // a number that its author heads without a unit is a year or the like
        boolean measure = number && (heading.isEmpty() || unit.isPresent() || type == ColumnType.DECIMAL);
        return new Table.Column(
                name,
                heading.map(Heading::title).orElse(name),
                type,
                unit,
                number ? heading.map(Heading::decimals).orElse(0) : 0,
                measure);
    }

    private static ColumnType type(Subject subject, String name, SqlType type) throws StatisticsException {
        if (type.type().isEmpty()) {
            boolean inexact = type.name().equals("DOUBLE")
                    || type.name().equals("FLOAT")
                    || type.name().equals("REAL");
            throw subject.wrong("column " + name + " of its answer is of type " + type.name() + ", "
                    + (inexact
                            ? "whose numbers are not exact; cast it, e.g. cast(… as decimal(18, 6))."
                            : "which a table cannot show; cast it to text, a number, a date or a truth value."));
        }
        return type.type().get();
    }

    private static List<List<Object>> cells(Subject subject, Rows rows, List<Table.Column> columns)
            throws StatisticsException {
        for (List<Object> row : rows.cells()) {
            for (int i = 0; i < columns.size(); i++) {
                boolean whole = columns.get(i).type() == ColumnType.INTEGER;
                if (whole && row.get(i) != null && !(row.get(i) instanceof Long)) {
                    throw subject.wrong("column " + columns.get(i).name() + " of its answer holds " + row.get(i)
                            + ", too large for a table.");
                }
            }
        }
        return rows.cells();
    }
}
