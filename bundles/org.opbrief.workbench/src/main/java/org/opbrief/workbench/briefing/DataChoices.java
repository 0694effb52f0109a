package org.opbrief.workbench.briefing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.opbrief.api.data.StoreException;
import org.opbrief.api.report.Parameter;
import org.opbrief.api.statistics.DataQuery;
import org.opbrief.api.statistics.DataQuery.Dimension;
import org.opbrief.api.statistics.DataQuery.Function;
import org.opbrief.api.statistics.DataQuery.Grain;
import org.opbrief.api.statistics.DataQuery.Measure;
import org.opbrief.api.statistics.StatisticsException;
import org.opbrief.api.statistics.Table;
import org.opbrief.workbench.session.Session;

/** What the imported data have in a column, in order. */
record DataChoices(Session session) implements ParameterForm.Choices {
    private static final int MOST = 500;

    @Override
    public List<String> values(Parameter.DataColumn column) throws StoreException, StatisticsException {
        Table table = session.answer(new DataQuery(
                        "values",
                        column.dataSet(),
                        List.of(),
                        List.of(new Dimension("value", "", column.column(), Grain.VALUE)),
                        List.of(new Measure(
                                "rows", "", Function.COUNT, Optional.empty(), List.of(), Optional.empty(), 0)),
                        Optional.empty(),
                        List.of(),
                        OptionalInt.of(MOST)))
                .table();
        List<String> values = new ArrayList<>();
        for (int row = 0; row < table.rowCount(); row++) {
            table.cell(row, 0).ifPresent(value -> values.add(value.toString()));
        }
        return values;
    }
}
