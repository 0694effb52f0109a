package org.opbrief.output.pdf;

import java.util.List;

/**
 * A table as texts, before it is laid out.
 *
 * @param id unique in its document
 * @param columns at least one
 * @param rows each with one text a column
 * @param keys how many columns at the left say what a row is about, at least one; they are repeated where the columns are
 *     spread over several parts
 */
record Grid(String id, List<Column> columns, List<String[]> rows, int keys) {

    /**
     * @param header title with unit
     * @param number flush right, and never broken over lines
     */
    record Column(String header, boolean number) {}
}
