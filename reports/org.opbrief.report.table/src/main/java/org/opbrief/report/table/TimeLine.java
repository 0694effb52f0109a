package org.opbrief.report.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.statistics.Answer;
import org.opbrief.api.statistics.DataQuery;
import org.opbrief.api.statistics.DataQuery.Dimension;
import org.opbrief.api.statistics.DataQuery.Function;
import org.opbrief.api.statistics.DataQuery.Grain;
import org.opbrief.api.statistics.DataQuery.Measure;
import org.opbrief.api.statistics.DataQuery.Order;
import org.opbrief.api.statistics.Statistics.Calculation;
import org.opbrief.api.statistics.StatisticsException;
import org.opbrief.api.statistics.Table;

/**
 * Rows and quantities along a column of dates or years.
 *
 * @param grain VALUE for years that are whole numbers
 */
record TimeLine(Column column, Grain grain) {
    static final String PERIOD = "period";
    private static final int MONTHS_BY_MONTH = 18;
    private static final int MONTHS_BY_QUARTER = 36;
    /** A line that would be longer has a wrong date in it, which is better seen as it is. */
    private static final int MOST_PERIODS = 1200;

    /** With periods that are neither too many nor too few between these days. */
    static TimeLine between(Column column, LocalDate first, LocalDate last) {
        long months = ChronoUnit.MONTHS.between(first.withDayOfMonth(1), last.withDayOfMonth(1)) + 1;
        Grain grain =
                months <= MONTHS_BY_MONTH ? Grain.MONTH : months <= MONTHS_BY_QUARTER ? Grain.QUARTER : Grain.YEAR;
        return new TimeLine(column, grain);
    }

    static TimeLine ofYears(Column column) {
        return new TimeLine(column, Grain.VALUE);
    }

    /** In a title. */
    String unit() {
        return switch (grain) {
            case MONTH -> "month";
            case QUARTER -> "quarter";
            default -> "year";
        };
    }

    /** What is told of each period, those without rows included. */
    Answer ask(String dataSet, List<Column> quantities, Calculation calculation) throws StatisticsException {
        List<Measure> measures = new ArrayList<>();
        measures.add(Questions.rows());
        for (int index = 0; index < quantities.size(); index++) {
            Column quantity = quantities.get(index);
            measures.add(Questions.of(
                    "sum_" + index, quantity.title(), Function.SUM, quantity, Questions.decimals(quantity)));
        }
        Answer answer = calculation.answer(new DataQuery(
                "time_line",
                dataSet,
                List.of(Questions.present(column)),
                List.of(new Dimension(PERIOD, title(), column.name(), grain)),
                measures,
                Optional.empty(),
                List.of(new Order(PERIOD, false)),
                OptionalInt.empty()));
        return new Answer(complete(answer.table()), answer.passport());
    }

    private String title() {
        return switch (grain) {
            case MONTH -> "Month";
            case QUARTER -> "Quarter";
            case VALUE -> column.title();
            default -> "Year";
        };
    }

    private Table complete(Table table) {
        TreeMap<Object, List<Object>> rows = new TreeMap<>();
        for (int row = 0; row < table.rowCount(); row++) {
            List<Object> cells = new ArrayList<>();
            for (int index = 0; index < table.columns().size(); index++) {
                cells.add(table.cell(row, index).orElse(null));
            }
            rows.put(cells.get(0), cells);
        }
        List<List<Object>> all = new ArrayList<>();
        Object last = rows.lastKey();
        for (Object period = rows.firstKey(); compare(period, last) <= 0; period = next(period)) {
            if (all.size() > MOST_PERIODS) {
                return table;
            }
            all.add(rows.containsKey(period) ? rows.get(period) : empty(period, table));
        }
        return new Table(table.columns(), all);
    }

    private static List<Object> empty(Object period, Table table) {
        List<Object> cells = new ArrayList<>();
        cells.add(period);
        table.columns().stream()
                .skip(1)
                .forEach(column -> cells.add(column.type() == ColumnType.INTEGER ? (Object) 0L : BigDecimal.ZERO));
        return cells;
    }

    private Object next(Object period) {
        return period instanceof LocalDate day ? day.plusMonths(grain == Grain.QUARTER ? 3 : 1) : (Long) period + 1;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static int compare(Object a, Object b) {
        return ((Comparable) a).compareTo(b);
    }
}
