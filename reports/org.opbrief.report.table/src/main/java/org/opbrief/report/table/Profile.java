package org.opbrief.report.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Unit;
import org.opbrief.api.statistics.Answer;
import org.opbrief.api.statistics.DataQuery.Function;
import org.opbrief.api.statistics.DataQuery.Measure;
import org.opbrief.api.statistics.Statistics.Calculation;
import org.opbrief.api.statistics.StatisticsException;
import org.opbrief.api.statistics.Table;

/**
 * How full the columns of a data set are.
 *
 * @param columns in the order of the data set
 * @param answer that the counts came from
 */
record Profile(long rows, Map<Column, Fill> columns, Answer answer) {

    /**
     * @param filled rows with a value
     * @param different values
     */
    record Fill(long filled, long different) {}

    static Profile of(DataSet dataSet, Calculation calculation) throws StatisticsException {
        List<Measure> measures = new ArrayList<>();
        measures.add(Questions.rows());
        for (int index = 0; index < dataSet.columns().size(); index++) {
            Column column = dataSet.columns().get(index);
            measures.add(Questions.of("filled_" + index, "", Function.COUNT, column, 0));
            measures.add(Questions.of("different_" + index, "", Function.COUNT_DISTINCT, column, 0));
        }
        Answer answer = calculation.answer(Questions.query("columns", dataSet.id(), List.of(), List.of(), measures));
        Map<Column, Fill> columns = new LinkedHashMap<>();
        for (int index = 0; index < dataSet.columns().size(); index++) {
            columns.put(
                    dataSet.columns().get(index),
                    new Fill(number(answer, "filled_" + index), number(answer, "different_" + index)));
        }
        return new Profile(number(answer, Questions.ROWS), columns, answer);
    }

    /** A table with a row for each column. */
    Answer table() {
        List<Table.Column> heads = List.of(
                new Table.Column("column", "Column", ColumnType.TEXT, Optional.empty(), 0, false),
                new Table.Column("type", "Type", ColumnType.TEXT, Optional.empty(), 0, false),
                new Table.Column("filled", "With a value", ColumnType.INTEGER, Optional.of(Unit.COUNT), 0, true),
                new Table.Column("blank", "Blank", ColumnType.INTEGER, Optional.of(Unit.COUNT), 0, true),
                new Table.Column(
                        "different", "Different values", ColumnType.INTEGER, Optional.of(Unit.COUNT), 0, true));
        List<List<Object>> cells = new ArrayList<>();
        columns.forEach((column, fill) -> cells.add(
                List.of(column.title(), type(column), fill.filled(), rows - fill.filled(), fill.different())));
        return new Answer(new Table(heads, cells), answer.passport());
    }

    private static String type(Column column) {
        String type =
                switch (column.type()) {
                    case TEXT -> "text";
                    case INTEGER -> "whole number";
                    case DECIMAL -> "number";
                    case DATE -> "date";
                    case BOOLEAN -> "yes or no";
                };
        return type
                + column.unit()
                        .filter(unit -> !unit.equals(Unit.COUNT))
                        .map(unit -> ", " + (unit.symbol().isEmpty() ? unit.id() : unit.symbol()))
                        .orElse("");
    }

    Fill fill(Column column) {
        return columns.get(column);
    }

    long blank(Column column) {
        return rows - fill(column).filled();
    }

    /** Columns of that type with a value in some row. */
    List<Column> filled(ColumnType... types) {
        return columns.keySet().stream()
                .filter(column ->
                        List.of(types).contains(column.type()) && fill(column).filled() > 0)
                .toList();
    }

    static long number(Answer answer, String name) {
        return answer.table()
                .cell(0, answer.table().indexOf(name).orElseThrow())
                .map(value -> (Long) value)
                .orElse(0L);
    }

    static Optional<LocalDate> day(Answer answer, String name) {
        return answer.table()
                .cell(0, answer.table().indexOf(name).orElseThrow())
                .map(LocalDate.class::cast);
    }

    /** A number in a sentence of which no figure is made. */
    static String words(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
