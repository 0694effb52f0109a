package org.opbrief.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.opbrief.api.statistics.DataQuery.Order;

/** Puts rows in the order that a query asks for, as a reader sees them; empty values come last. */
final class RowOrder {

    private RowOrder() {}

    /** @param names of the columns; the first {@code dimensions} of them say what a row is about */
    static Comparator<List<Object>> of(List<Order> order, List<String> names, int dimensions) {
        List<Comparator<List<Object>>> steps = new ArrayList<>();
        for (Order by : order) {
            steps.add(step(names.indexOf(by.column()), by.descending()));
        }
        for (int i = 0; i < dimensions; i++) {
            steps.add(step(i, false));
        }
        return steps.stream().reduce((row, other) -> 0, Comparator::thenComparing);
    }

    private static Comparator<List<Object>> step(int column, boolean descending) {
        Comparator<Comparable<Object>> values = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.comparing(row -> comparable(row.get(column)), Comparator.nullsLast(values));
    }

    @SuppressWarnings("unchecked")
    private static Comparable<Object> comparable(Object cell) {
        return (Comparable<Object>) cell;
    }
}
