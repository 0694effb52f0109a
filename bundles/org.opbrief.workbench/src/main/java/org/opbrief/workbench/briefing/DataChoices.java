package org.opbrief.workbench.briefing;

import java.util.ArrayList;
import java.util.List;
import org.opbrief.api.data.StoreException;
import org.opbrief.api.report.Parameter;
import org.opbrief.workbench.session.Session;

/** What the imported data have in a column, in alphabetical order. */
record DataChoices(Session session) implements ParameterForm.Choices {
    private static final int MOST = 500;

    @Override
    public List<String> values(Parameter.DataColumn column) throws StoreException {
        String name = quoted(column.column());
        String sql = "SELECT DISTINCT CAST(" + name + " AS VARCHAR) FROM "
                + quoted(column.dataSet().replace('-', '_')) + " WHERE " + name + " IS NOT NULL ORDER BY 1 LIMIT "
                + MOST;
        return session.store().read(sql, List.of(), results -> {
            List<String> values = new ArrayList<>();
            while (results.next()) {
                values.add(results.getString(1));
            }
            return values;
        });
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
