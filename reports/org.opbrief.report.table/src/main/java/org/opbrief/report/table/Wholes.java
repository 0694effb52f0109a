package org.opbrief.report.table;

import java.util.ArrayList;
import java.util.List;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.statistics.Answer;
import org.opbrief.api.statistics.DataQuery.Condition;
import org.opbrief.api.statistics.DataQuery.Measure;
import org.opbrief.api.statistics.DataQuery.Operator;
import org.opbrief.api.statistics.Statistics.Calculation;
import org.opbrief.api.statistics.StatisticsException;

/** Rows that sum up others and stand among them, told by their words, in English, German and Spanish. */
final class Wholes {
    private static final List<String> WORDS = List.of(
            "Total",
            "total",
            "TOTAL",
            "Totals",
            "Subtotal",
            "Grand Total",
            "All",
            "ALL",
            "Sum",
            "Overall",
            "Insgesamt",
            "Gesamt",
            "Summe",
            "Bund",
            "Bundesgebiet",
            "Bundesrepublik Deutschland",
            "Suma",
            "United States");

    private Wholes() {}

    /** Columns in which such a word stands, but not in all rows. */
    static List<Column> in(DataSet dataSet, Profile profile, Calculation calculation) throws StatisticsException {
        List<Column> texts = profile.filled(ColumnType.TEXT).stream()
                .filter(column -> column.constraint().vocabulary().isEmpty())
                .toList();
        if (texts.isEmpty()) {
            return List.of();
        }
        List<Measure> measures = new ArrayList<>();
        for (int index = 0; index < texts.size(); index++) {
            measures.add(Questions.rowsWhere(
                    "wholes_" + index, new Condition.Test(texts.get(index).name(), Operator.IN, WORDS)));
        }
        Answer answer = calculation.answer(Questions.query("wholes", dataSet.id(), List.of(), List.of(), measures));
        List<Column> found = new ArrayList<>();
        for (int index = 0; index < texts.size(); index++) {
            long rows = Profile.number(answer, "wholes_" + index);
            if (rows > 0 && rows < profile.fill(texts.get(index)).filled()) {
                found.add(texts.get(index));
            }
        }
        return found;
    }
}
