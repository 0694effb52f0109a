package org.opbrief.importer.excel;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.opbrief.api.data.Finding;
import org.opbrief.api.data.ImportException;

/** A workbook whose sheets are read from their first row on. */
interface Workbook extends Closeable {

    /**
     * A sheet with cells.
     *
     * @param index of it among these sheets, from 0
     * @param size how much it holds, compared with the others of the workbook
     */
    record Sheet(int index, String name, boolean hidden, long size) {}

    /** Takes rows. */
    @FunctionalInterface
    interface Rows {
        /** @return whether more rows are wanted; the row is filled anew then */
        boolean take(Row row) throws IOException, ImportException;
    }

    /** Cells that are shown as one; the first has the value. Rows count from 1, columns from 0. */
    record Merge(long firstRow, long lastRow, int firstColumn, int lastColumn) {}

    /**
     * What a sheet says beside its cells, as far as it was read.
     *
     * @param hidden columns that are hidden
     * @param merges those over several rows
     */
    record Shape(List<Integer> hidden, List<Merge> merges) {}

    List<Sheet> sheets();

    /**
     * Gives the sheet's rows that the file has, ascending; some may be empty.
     *
     * @param told how much of the sheet was read, 0 to 1
     */
    Shape read(Sheet sheet, Rows rows, DoubleConsumer told) throws IOException, ImportException;

    /** In words, e.g. {@code Excel workbook}. */
    String form();

    /** What the user should know of the workbook as a whole. */
    List<Finding> findings();
}
