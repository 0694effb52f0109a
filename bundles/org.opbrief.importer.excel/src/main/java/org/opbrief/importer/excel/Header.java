package org.opbrief.importer.excel;

import java.util.List;
import org.opbrief.api.data.Finding;

/**
 * Where a table's columns are named.
 *
 * @param rows the rows that name them, one or two
 * @param columns the table's columns in order, counted from 0 in the sheet
 * @param names of these columns, no two equal without regard to case
 * @param findings what the user should know of the names
 */
record Header(List<Row> rows, int[] columns, List<String> names, List<Finding> findings) {

    long lastRow() {
        return rows.get(rows.size() - 1).number();
    }

    /** As a layout names it, e.g. {@code 4} or {@code 4-5}. */
    String place() {
        long first = rows.get(0).number();
        return first == lastRow() ? String.valueOf(first) : first + "-" + lastRow();
    }

    /** Whether that row says the same again. */
    boolean isRepeatedBy(Row row) {
        for (Row mine : rows) {
            boolean same = row.filled() == mine.filled() && row.filled() > 0;
            for (int column = 0; same && column < row.width(); column++) {
                same = HeaderText.clean(row.text(column)).equals(HeaderText.clean(mine.text(column)));
            }
            if (same) {
                return true;
            }
        }
        return false;
    }
}
