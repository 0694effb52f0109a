package org.opbrief.statistics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.statistics.DataQuery.Function;
import org.opbrief.api.statistics.DataQuery.Order;

/**
 * Writes the SELECTs of plans. They keep to what DuckDB, Trino and PostgreSQL understand alike, so that nothing needs to
 * be translated; a test compares them with what jOOQ writes for each. jOOQ does not write them itself, since loading it
 * costs more than a second of CPU time, as much as all the rest of the calculation of a briefing.
 */
final class Selects {
    /** What a row adds to a count: it is the row that counts. */
    static final String NOTHING = "null";

    private Selects() {}

    /** The answer: dimensions, then measures, each average followed by how many values it is of. */
    static String answer(Plan plan) {
        List<String> columns = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        for (Plan.Group group : plan.groups()) {
            String field = Fields.of(group.dimension(), group.column());
            groups.add(field);
            columns.add(as(field, group.name()));
        }
        for (Plan.Value value : plan.values()) {
            columns.addAll(aggregates(value, value.where()));
        }
        String select = select(columns, plan.dataSet(), plan.where());
        if (groups.isEmpty()) {
            return select;
        }
        boolean cut = plan.query().limit().isPresent() && !plan.orderedHere();
        return select + " group by " + String.join(", ", groups) + " order by " + String.join(", ", order(plan))
                + (cut ? " limit " + plan.query().limit().getAsInt() : "");
    }

    /** One measure over all rows of the condition. */
    static String total(Plan plan, Plan.Value value, Where where) {
        return select(aggregates(value, Where.ALL), plan.dataSet(), where);
    }

    /** The rows of the condition and what each adds to the measure. */
    static String rows(DataSet dataSet, Where where, String adds) {
        List<String> columns = List.of(Fields.BATCH, Fields.LINE, as(adds, "value"));
        return select(columns, dataSet, where) + " order by " + Fields.BATCH + ", " + Fields.LINE;
    }

    /** How many rows of the condition each batch has. */
    static String batches(DataSet dataSet, Where where) {
        return select(List.of(Fields.BATCH, as("count(*)", "rows")), dataSet, where) + " group by " + Fields.BATCH
                + " order by " + Fields.BATCH;
    }

    /** What a row adds to a measure. */
    static String adds(Plan.Value value) {
        return value.counts() ? NOTHING : Fields.of(value.column().orElseThrow());
    }

    /** Rows without a value in the measure's column do not go in. */
    static Where contributing(Plan.Value value, Where where) {
        return value.column()
                .map(column -> where.and(Where.of(Fields.of(column) + " is not null")))
                .orElse(where);
    }

    private static String select(List<String> columns, DataSet dataSet, Where where) {
        return "select " + String.join(", ", columns) + " from " + Fields.table(dataSet) + where.clause();
    }

    private static String as(String field, String name) {
        return field + " as " + Fields.name(name);
    }

    private static List<String> aggregates(Plan.Value value, Where filter) {
        String kept = filter.isAll() ? "" : " filter (where " + filter.sql() + ")";
        String column = value.column().map(Fields::of).orElse("*");
        String aggregate =
                switch (value.measure().function()) {
                    case COUNT -> "count(" + column + ")";
                    case COUNT_DISTINCT -> "count(distinct " + column + ")";
                    case SUM, AVERAGE -> "sum(" + column + ")";
                    case MIN -> "min(" + column + ")";
                    case MAX -> "max(" + column + ")";
                };
        List<String> columns = new ArrayList<>();
        columns.add(as(aggregate + kept, value.name()));
        if (value.measure().function() == Function.AVERAGE) {
            // the quotient is taken of exact numbers later: engines answer with a floating-point number
            columns.add(as("count(" + column + ")" + kept, Plan.countOf(value)));
        }
        return columns;
    }

    private static List<String> order(Plan plan) {
        List<String> order = new ArrayList<>();
        Set<String> named = new HashSet<>();
        if (!plan.orderedHere()) {
            for (Order by : plan.query().order()) {
                if (named.add(by.column())) {
                    order.add(Fields.name(by.column()) + (by.descending() ? " desc" : " asc") + " nulls last");
                }
            }
        }
        for (Plan.Group group : plan.groups()) {
            if (named.add(group.name())) {
                order.add(Fields.name(group.name()) + " asc nulls last");
            }
        }
        return order;
    }
}
