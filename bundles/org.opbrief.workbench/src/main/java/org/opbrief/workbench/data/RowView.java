package org.opbrief.workbench.data;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.opbrief.api.data.DataSet;

/**
 * Which rows of a data set are shown, and in what order.
 *
 * @param batch the only batch whose rows are shown; empty for all
 * @param filters what is typed above the columns, by name of the column; see {@link RowFilter}
 * @param order by a column; empty for the order in which the rows were imported
 */
record RowView(DataSet dataSet, OptionalLong batch, Map<String, String> filters, Optional<Order> order) {

    RowView {
        Map<String, String> typed = new TreeMap<>();
        filters.forEach((column, text) -> {
            if (!text.isBlank()) {
                typed.put(column, text.strip());
            }
        });
        filters = new LinkedHashMap<>(typed);
    }

    static RowView all(DataSet dataSet) {
        return new RowView(dataSet, OptionalLong.empty(), Map.of(), Optional.empty());
    }

    RowView inBatch(long id) {
        return new RowView(dataSet, OptionalLong.of(id), filters, order);
    }

    RowView filtered(String column, String text) {
        Map<String, String> changed = new LinkedHashMap<>(filters);
        changed.put(column, text);
        return new RowView(dataSet, batch, changed, order);
    }

    RowView ordered(Optional<Order> by) {
        return new RowView(dataSet, batch, filters, by);
    }

    /** Empty values come last, whichever way. */
    record Order(String column, boolean descending) {}
}
