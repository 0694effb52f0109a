package org.opbrief.api.statistics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.Unit;

/**
 * The answer to a question: some typed rows, few enough to be read by people.
 *
 * <p>Cells are {@link String}, {@link Long}, {@link BigDecimal}, {@link LocalDate} or {@link Boolean} by the column's
 * type. Values of a vocabulary are given by their labels.
 */
public final class Table {

    /**
     * A column.
     *
     * @param name unique in the table
     * @param title what a reader sees, without the unit
     * @param unit of a number
     * @param decimals digits shown behind the decimal point
     * @param measure whether it is a computed number; else it says what the row is about
     */
    public record Column(
            String name, String title, ColumnType type, Optional<Unit> unit, int decimals, boolean measure) {}

    private final List<Column> columns;
    private final List<List<Object>> rows;

    /** @param rows each with one value a column; null for an empty cell */
    public Table(List<Column> columns, List<? extends List<?>> rows) {
        this.columns = List.copyOf(columns);
        List<List<Object>> copy = new ArrayList<>(rows.size());
        for (List<?> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("A row has as many cells as the table has columns");
            }
            copy.add(Collections.unmodifiableList(new ArrayList<>(row)));
        }
        this.rows = Collections.unmodifiableList(copy);
    }

    public List<Column> columns() {
        return columns;
    }

    public int rowCount() {
        return rows.size();
    }

    /** The value of a cell; empty if the cell is. */
    public Optional<Object> cell(int row, int column) {
        return Optional.ofNullable(rows.get(row).get(column));
    }

    /** Position of the column of that name, from 0. */
    public Optional<Integer> indexOf(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }
}
