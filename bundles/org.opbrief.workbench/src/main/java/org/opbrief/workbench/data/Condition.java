package org.opbrief.workbench.data;

import java.util.ArrayList;
import java.util.List;

/** A condition in SQL and the values of its parameters, in order. */
record Condition(String sql, List<String> values) {

    static final Condition TRUE = new Condition("true", List.of());

    Condition {
        values = List.copyOf(values);
    }

    static Condition of(String sql, String... values) {
        return new Condition(sql, List.of(values));
    }

    Condition and(Condition other) {
        if (equals(TRUE)) {
            return other;
        }
        if (other.equals(TRUE)) {
            return this;
        }
        List<String> all = new ArrayList<>(values);
        all.addAll(other.values);
        return new Condition(sql + " AND " + other.sql, all);
    }
}
