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
 * @param anchors a name for each row; empty if the rows are no anchors
 * @param links for each row the anchors that its cells lead to, empty for none; an empty list if no cell is a link
 */
record Grid(
        String id, List<Column> columns, List<String[]> rows, int keys, List<String> anchors, List<String[]> links) {

    /** Without anchors and links. */
    Grid(String id, List<Column> columns, List<String[]> rows, int keys) {
        this(id, columns, rows, keys, List.of(), List.of());
    }

    /**
     * @param header title with unit
     * @param number flush right, and never broken over lines
     */
    record Column(String header, boolean number) {}
}
