package org.opbrief.statistics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.AggregateFilterStep;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.SelectField;
import org.jooq.SelectFinalStep;
import org.jooq.SelectLimitStep;
import org.jooq.SelectSeekStepN;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.statistics.DataQuery.Function;
import org.opbrief.api.statistics.DataQuery.Order;

/** Builds the SELECTs of plans, for no engine in particular. */
final class Selects {

    private Selects() {}

    /** The answer: dimensions, then measures, each average followed by how many values it is of. */
    static Query answer(Plan plan) {
        List<SelectField<?>> columns = new ArrayList<>();
        List<Field<?>> groups = new ArrayList<>();
        for (Plan.Group group : plan.groups()) {
            Field<?> field = Fields.of(group.dimension(), group.column());
            groups.add(field);
            columns.add(field.as(DSL.name(group.name())));
        }
        for (Plan.Value value : plan.values()) {
            columns.addAll(aggregates(value, value.where()));
        }
        var from = DSL.select(columns).from(Schema.table(plan.dataSet())).where(plan.where());
        if (groups.isEmpty()) {
            return from;
        }
        SelectSeekStepN<?> ordered = from.groupBy(groups).orderBy(order(plan));
        boolean cut = plan.query().limit().isPresent() && !plan.orderedHere();
        SelectFinalStep<?> done = cut ? limited(ordered, plan.query().limit().getAsInt()) : ordered;
        return done;
    }

    private static SelectFinalStep<?> limited(SelectLimitStep<?> select, int limit) {
        return select.limit(DSL.inline(limit));
    }

    /** One measure over all rows of the condition. */
    static Query total(Plan plan, Plan.Value value, Condition where) {
        return DSL.select(aggregates(value, DSL.noCondition()))
                .from(Schema.table(plan.dataSet()))
                .where(where);
    }

    /** The rows of the condition and what each adds to the measure. */
    static Query rows(DataSet dataSet, Condition where, Field<?> adds) {
        return DSL.select(Fields.BATCH, Fields.LINE, adds.as(DSL.name("value")))
                .from(Schema.table(dataSet))
                .where(where)
                .orderBy(Fields.BATCH, Fields.LINE);
    }

    /** How many rows of the condition each batch has. */
    static Query batches(DataSet dataSet, Condition where) {
        return DSL.select(Fields.BATCH, DSL.count().as(DSL.name("rows")))
                .from(Schema.table(dataSet))
                .where(where)
                .groupBy(Fields.BATCH)
                .orderBy(Fields.BATCH);
    }

    /** What a row adds to a measure; nothing to a count, since it is the row that counts. */
    static Field<?> adds(Plan.Value value) {
        return value.counts() ? nothing() : Fields.of(value.column().orElseThrow());
    }

    static Field<?> nothing() {
        return DSL.inline((BigDecimal) null);
    }

    /** Rows without a value in the measure's column do not go in. */
    static Condition contributing(Plan.Value value, Condition where) {
        return value.column()
                .map(column -> where.and(Fields.of(column).isNotNull()))
                .orElse(where);
    }

    private static List<SelectField<?>> aggregates(Plan.Value value, Condition filter) {
        List<SelectField<?>> columns = new ArrayList<>();
        boolean average = value.measure().function() == Function.AVERAGE;
        columns.add(filtered(aggregate(value), filter).as(DSL.name(value.name())));
        if (average) {
            // the quotient is taken of exact numbers later: engines answer with a floating-point number
            columns.add(filtered(DSL.count(Fields.of(value.column().orElseThrow())), filter)
                    .as(DSL.name(Plan.countOf(value))));
        }
        return columns;
    }

    private static AggregateFilterStep<?> aggregate(Plan.Value value) {
        return switch (value.measure().function()) {
            case COUNT ->
                value.column().isPresent() ? DSL.count(Fields.of(value.column().get())) : DSL.count();
            case COUNT_DISTINCT -> DSL.countDistinct(Fields.of(value.column().orElseThrow()));
            case SUM, AVERAGE -> DSL.sum(Fields.number(value.column().orElseThrow()));
            case MIN -> DSL.min(Fields.of(value.column().orElseThrow()));
            case MAX -> DSL.max(Fields.of(value.column().orElseThrow()));
        };
    }

    private static Field<?> filtered(AggregateFilterStep<?> aggregate, Condition filter) {
        return filter == DSL.noCondition() ? aggregate : aggregate.filterWhere(filter);
    }

    private static List<SortField<?>> order(Plan plan) {
        List<SortField<?>> order = new ArrayList<>();
        Set<String> named = new HashSet<>();
        if (!plan.orderedHere()) {
            for (Order by : plan.query().order()) {
                if (named.add(by.column())) {
                    Field<?> column = DSL.field(DSL.name(by.column()));
                    order.add((by.descending() ? column.desc() : column.asc()).nullsLast());
                }
            }
        }
        for (Plan.Group group : plan.groups()) {
            if (named.add(group.name())) {
                order.add(DSL.field(DSL.name(group.name())).asc().nullsLast());
            }
        }
        return order;
    }
}
