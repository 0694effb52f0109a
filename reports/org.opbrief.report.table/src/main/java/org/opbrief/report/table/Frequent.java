package org.opbrief.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Unit;
import org.opbrief.api.report.Section;
import org.opbrief.api.statistics.Answer;
import org.opbrief.api.statistics.DataQuery;
import org.opbrief.api.statistics.DataQuery.Against;
import org.opbrief.api.statistics.DataQuery.Comparison;
import org.opbrief.api.statistics.DataQuery.Dimension;
import org.opbrief.api.statistics.DataQuery.Function;
import org.opbrief.api.statistics.DataQuery.Grain;
import org.opbrief.api.statistics.DataQuery.Measure;
import org.opbrief.api.statistics.DataQuery.Order;
import org.opbrief.api.statistics.Statistics.Calculation;
import org.opbrief.api.statistics.StatisticsException;
import org.opbrief.api.statistics.Table;

/** The values that most rows have. */
final class Frequent {
    private static final int SHOWN = 10;
    /** So many values are shown all. */
    private static final int ALL_SHOWN = 15;

    private final DataSet dataSet;
    private final Profile profile;
    private final Calculation calculation;

    Frequent(DataSet dataSet, Profile profile, Calculation calculation) {
        this.dataSet = dataSet;
        this.profile = profile;
        this.calculation = calculation;
    }

    /** Of the table of that column. */
    static String id(Column column) {
        return "top_" + column.name();
    }

    /** Whether some values stand out among many. */
    static boolean tells(Section.TableSection section) {
        Table table = section.answer().table();
        int last = table.rowCount() - 1;
        return last < SHOWN - 1
                || table.columns().stream()
                        .filter(Table.Column::measure)
                        .map(column -> table.indexOf(column.name()).orElseThrow())
                        .anyMatch(column -> !table.cell(0, column).equals(table.cell(last, column)));
    }

    /** @param quantities that are summed up beside the number of rows */
    Section.TableSection of(Column column, List<Column> quantities) throws StatisticsException {
        List<Measure> measures = new ArrayList<>();
        measures.add(Questions.rows());
        for (int index = 0; index < quantities.size(); index++) {
            Column quantity = quantities.get(index);
            measures.add(Questions.of(
                    "sum_" + index, quantity.title(), Function.SUM, quantity, Questions.decimals(quantity)));
        }
        List<Order> order = new ArrayList<>(List.of(new Order(Questions.ROWS, true)));
        if (!quantities.isEmpty()) {
            order.add(new Order("sum_0", true));
        }
        Answer answer = calculation.answer(new DataQuery(
                id(column),
                dataSet.id(),
                List.of(Questions.present(column)),
                List.of(new Dimension("value", column.title(), column.name(), Grain.VALUE)),
                measures,
                Optional.of(new Comparison(Questions.ROWS, Against.TOTAL)),
                order,
                isCut(column) ? OptionalInt.of(SHOWN) : OptionalInt.empty()));
        return new Section.TableSection(id(column), column.title(), answer, note(column));
    }

    private boolean isCut(Column column) {
        return profile.fill(column).different() > ALL_SHOWN;
    }

    private String note(Column column) {
        long different = profile.fill(column).different();
        long blank = profile.blank(column);
        List<String> notes = new ArrayList<>();
        if (isCut(column)) {
            notes.add("The " + SHOWN + " most frequent of " + Profile.words(different) + " values.");
        }
        if (blank > 0) {
            notes.add(Profile.words(blank)
                    + (blank == 1 ? " row has no value and is" : " rows have no value and are")
                    + " not in the shares.");
        }
        return String.join(" ", notes);
    }

    /** Columns of yes or no, a row each. */
    Answer answers(List<Column> columns) throws StatisticsException {
        List<Measure> measures = new ArrayList<>();
        for (int index = 0; index < columns.size(); index++) {
            Column column = columns.get(index);
            measures.add(Questions.rowsWhere("yes_" + index, Questions.is(column, "true")));
            measures.add(Questions.rowsWhere("no_" + index, Questions.is(column, "false")));
            measures.add(Questions.rowsWhere("blank_" + index, Questions.empty(column)));
        }
        Answer answer = calculation.answer(Questions.query("yes_or_no", dataSet.id(), List.of(), List.of(), measures));
        List<Table.Column> heads = new ArrayList<>();
        heads.add(new Table.Column("column", "Column", ColumnType.TEXT, Optional.empty(), 0, false));
        for (String head : List.of("Yes", "No", "Blank")) {
            heads.add(new Table.Column(
                    head.toLowerCase(java.util.Locale.ROOT),
                    head,
                    ColumnType.INTEGER,
                    Optional.of(Unit.COUNT),
                    0,
                    true));
        }
        List<List<Object>> cells = new ArrayList<>();
        for (int index = 0; index < columns.size(); index++) {
            cells.add(List.of(
                    columns.get(index).title(),
                    Profile.number(answer, "yes_" + index),
                    Profile.number(answer, "no_" + index),
                    Profile.number(answer, "blank_" + index)));
        }
        return new Answer(new Table(heads, cells), answer.passport());
    }
}
