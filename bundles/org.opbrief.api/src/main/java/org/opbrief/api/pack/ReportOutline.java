package org.opbrief.api.pack;

import java.util.List;
import org.opbrief.api.report.ReportInfo;

/**
 * What a report has to show.
 *
 * @param folder path of its files in the pack, e.g. {@code reports/operation/}
 * @param figures ids
 * @param tables in the order in which the report shows them
 * @param needs ids of the data sets that its definition names, also if it only offers their words as choices
 */
public record ReportOutline(
        ReportInfo info, String folder, List<String> figures, List<Table> tables, List<String> needs) {

    public ReportOutline {
        figures = List.copyOf(figures);
        tables = List.copyOf(tables);
        needs = List.copyOf(needs);
    }

    /** Of a report that names no data sets but those that it reads. */
    public ReportOutline(ReportInfo info, String folder, List<String> figures, List<Table> tables) {
        this(info, folder, figures, tables, info.dataSets());
    }

    /**
     * A table section.
     *
     * @param columns names; none if only the answer will tell
     */
    public record Table(String id, List<String> columns) {
        public Table {
            columns = List.copyOf(columns);
        }
    }
}
