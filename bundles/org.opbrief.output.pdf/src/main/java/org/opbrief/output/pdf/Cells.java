package org.opbrief.output.pdf;

import java.time.LocalDate;
import java.util.Optional;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.statistics.Table;

/** The cells of a table as a reader sees them. */
final class Cells {
    private final Table table;
    private final Numbers numbers;
    private final Labels labels;
    private final boolean[] months;

    Cells(Table table, Numbers numbers, Labels labels) {
        this.table = table;
        this.numbers = numbers;
        this.labels = labels;
        this.months = new boolean[table.columns().size()];
        for (int column = 0; column < months.length; column++) {
            months[column] = isMonths(column);
        }
    }

    String text(int row, int column) {
        Optional<Object> value = table.cell(row, column);
        return months[column] && value.isPresent()
                ? labels.month((LocalDate) value.get())
                : numbers.cell(table.columns().get(column), value);
    }

    /** Groups by month or quarter are named by their first days. */
    private boolean isMonths(int column) {
        if (table.columns().get(column).type() != ColumnType.DATE || table.rowCount() < 2) {
            return false;
        }
        for (int row = 0; row < table.rowCount(); row++) {
            if (table.cell(row, column).orElse(null) instanceof LocalDate day && day.getDayOfMonth() != 1) {
                return false;
            }
        }
        return true;
    }
}
