package org.opbrief.report.table;

import java.net.URL;
import java.util.List;
import java.util.Optional;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.report.Briefing;
import org.opbrief.api.report.Edition;
import org.opbrief.api.report.Marking;
import org.opbrief.api.report.Parameter;
import org.opbrief.api.report.Report;
import org.opbrief.api.report.ReportContext;
import org.opbrief.api.report.ReportException;
import org.opbrief.api.report.ReportInfo;
import org.opbrief.api.statistics.StatisticsException;
import org.osgi.service.component.annotations.Component;

/** What any data set holds: rows, period, totals, blanks, frequent values, time line. */
@Component
public final class TableReport implements Report {
    static final String ID = "table";
    private static final String DATA_SET = "dataset";

    @Override
    public ReportInfo info() {
        return new ReportInfo(
                ID,
                "Any data set",
                "What the rows of one data set hold: their period, totals in their units, blanks, the most frequent values"
                        + " and a time line.",
                List.of(new Parameter(
                        DATA_SET,
                        "Data set",
                        "The data set that the briefing is about",
                        ColumnType.TEXT,
                        true,
                        Optional.empty(),
                        List.of())),
                List.of(
                        new Edition("internal", "Internal", new Marking("FOR OFFICIAL USE ONLY", "#8a1c1c")),
                        new Edition("public", "Public", Marking.NONE)),
                List.of(),
                List.of("en"),
                Optional.of(DATA_SET),
                List.of());
    }

    @Override
    public Briefing build(ReportContext context) throws ReportException {
        String id = context.parameters().get(DATA_SET);
        DataSet dataSet = context.dataSets().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ReportException("There is no data set '" + id + "'."));
        try {
            return new TableBriefing(dataSet, context).build();
        } catch (StatisticsException e) {
            throw new ReportException("The report '" + ID + "' cannot be built: " + e.getMessage(), e);
        }
    }

    /** The house style is used. */
    @Override
    public Optional<URL> layout(String format) {
        return Optional.empty();
    }
}
