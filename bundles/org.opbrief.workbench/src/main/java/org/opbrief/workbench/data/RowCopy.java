package org.opbrief.workbench.data;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Progress;
import org.opbrief.api.data.StoreException;
import org.opbrief.workbench.jobs.Task;

/** Rows as text that a spreadsheet takes: tabs between cells, headings first, file and line last. */
record RowCopy(DataSet dataSet, RowPages pages, Map<Long, String> files, long first, long last)
        implements Task<String> {

    @Override
    public String run(Progress progress) throws StoreException {
        StringBuilder text = new StringBuilder(dataSet.columns().stream()
                .map(column -> Cells.plain(Cells.title(column)))
                .collect(Collectors.joining("\t")));
        text.append('\t').append(Messages.get("table.file")).append('\t').append(Messages.get("table.line"));
        text.append('\n');
        for (long page = first / RowPages.PAGE; page * RowPages.PAGE <= last; page++) {
            progress.at("", (page * RowPages.PAGE - first) / (double) (last - first + 1));
            List<Row> rows = pages.page(page);
            for (int i = 0; i < rows.size(); i++) {
                long place = page * RowPages.PAGE + i;
                if (place >= first && place <= last) {
                    append(text, rows.get(i));
                }
            }
        }
        return text.toString();
    }

    private void append(StringBuilder text, Row row) {
        row.values().forEach(value -> text.append(Cells.plain(value)).append('\t'));
        text.append(files.getOrDefault(row.batch(), ""))
                .append('\t')
                .append(row.line())
                .append('\n');
    }
}
