package org.opbrief.report.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opbrief.api.data.Column;
import org.opbrief.api.report.ReportContext;
import org.opbrief.api.report.Section;
import org.opbrief.api.statistics.DataQuery;
import org.opbrief.api.statistics.DataQuery.Condition;
import org.opbrief.api.statistics.DataQuery.Function;
import org.opbrief.api.statistics.DataQuery.Measure;
import org.opbrief.api.statistics.Figure;
import org.opbrief.api.statistics.FigureRequest;
import org.opbrief.api.statistics.StatisticsException;
import org.opbrief.api.statistics.Wording;

/** Single numbers over all rows of a data set, each with its passport. */
final class Numbers {
    private final String dataSet;
    private final ReportContext context;
    private final Map<String, Figure> figures = new LinkedHashMap<>();

    Numbers(String dataSet, ReportContext context) {
        this.dataSet = dataSet;
        this.context = context;
    }

    /** By id, in the order in which they were made. */
    Map<String, Figure> figures() {
        return figures;
    }

    Figure rows() throws StatisticsException {
        return figure(Questions.ROWS, "Rows", List.of(), Questions.rows());
    }

    /** @return id of the figure */
    String rowsWhere(String id, String label, Condition condition) throws StatisticsException {
        return figure(id, label, List.of(condition), Questions.rows()).id();
    }

    String total(Column column) throws StatisticsException {
        return of("total", column.title(), Function.SUM, column, Questions.decimals(column));
    }

    /** Totals and what one row has of them. */
    Section totals(List<Column> quantities) throws StatisticsException {
        List<Section.FigureTable.Row> rows = new ArrayList<>();
        for (Column column : quantities) {
            rows.add(new Section.FigureTable.Row(
                    column.title(),
                    List.of(
                            Optional.of(total(column)),
                            Optional.of(average(column)),
                            Optional.of(extreme("greatest", Function.MAX, column)))));
        }
        return new Section.FigureTable(
                "totals", "Totals", List.of("All rows", "Average of a row", "Greatest of a row"), rows);
    }

    /** Numbers that do not add up. */
    Section ranges(List<Column> numbers) throws StatisticsException {
        List<Section.FigureTable.Row> rows = new ArrayList<>();
        for (Column column : numbers) {
            rows.add(new Section.FigureTable.Row(
                    column.title(),
                    List.of(
                            Optional.of(extreme("least", Function.MIN, column)),
                            Optional.of(average(column)),
                            Optional.of(extreme("greatest", Function.MAX, column)))));
        }
        return new Section.FigureTable("numbers", "Numbers", List.of("Least", "Average", "Greatest"), rows);
    }

    private String average(Column column) throws StatisticsException {
        return of(
                "average",
                column.title() + ", average",
                Function.AVERAGE,
                column,
                Math.max(1, Questions.decimals(column)));
    }

    private String extreme(String word, Function function, Column column) throws StatisticsException {
        return of(word, column.title() + ", " + word, function, column, Questions.decimals(column));
    }

    private String of(String word, String label, Function function, Column column, int decimals)
            throws StatisticsException {
        String id = word + "_" + column.name();
        return figure(id, label, List.of(), Questions.of("number", "", function, column, decimals))
                .id();
    }

    private Figure figure(String id, String label, List<Condition> where, Measure measure) throws StatisticsException {
        Figure known = figures.get(id);
        if (known != null) {
            return known;
        }
        DataQuery query = Questions.query(id, dataSet, where, List.of(), List.of(measure));
        Figure computed = context.calculation()
                .figure(new FigureRequest.Measured(
                        id,
                        label,
                        Wording.EXACT,
                        query,
                        List.of(),
                        measure.name(),
                        Optional.empty(),
                        Optional.empty()));
        Figure figure = computed.inWords(context.prose().words(computed, context.language()));
        figures.put(id, figure);
        return figure;
    }
}
