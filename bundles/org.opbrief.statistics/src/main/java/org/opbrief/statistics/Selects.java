package org.opbrief.statistics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.AggregateFilterStep;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jooq.SelectQuery;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.statistics.DataQuery.Function;
import org.opbrief.api.statistics.DataQuery.Order;

/**
 * Writes the SELECTs of plans for an engine. They are built as query objects: jOOQ's fluent SELECT is a class of 176 KB
 * whose loading alone costs a quarter of a second.
 */
final class Selects {
    private final Engine engine;

    Selects(Engine engine) {
        this.engine = engine;
    }

    /** The answer: dimensions, then measures, each average followed by how many values it is of. */
    String answer(Plan plan) {
        SelectQuery<?> select = engine.select();
        select.addFrom(Schema.table(plan.dataSet()));
        select.addConditions(plan.where());
        for (Plan.Group group : plan.groups()) {
            Field<?> field = Fields.of(group.dimension(), group.column());
            select.addSelect(field.as(DSL.name(group.name())));
            select.addGroupBy(field);
        }
        for (Plan.Value value : plan.values()) {
            select.addSelect(aggregates(value, value.where()));
        }
        if (!plan.groups().isEmpty()) {
            select.addOrderBy(order(plan));
            if (plan.query().limit().isPresent() && !plan.orderedHere()) {
                select.addLimit(plan.query().limit().getAsInt());
            }
        }
        return engine.text(select);
    }

    /** One measure over all rows of the condition. */
    String total(Plan plan, Plan.Value value, Condition where) {
        SelectQuery<?> select = engine.select();
        select.addSelect(aggregates(value, DSL.noCondition()));
        select.addFrom(Schema.table(plan.dataSet()));
        select.addConditions(where);
        return engine.text(select);
    }

    /** The rows of the condition and what each adds to the measure. */
    String rows(DataSet dataSet, Condition where, Field<?> adds) {
        SelectQuery<?> select = engine.select();
        select.addSelect(Fields.BATCH, Fields.LINE, adds.as(DSL.name("value")));
        select.addFrom(Schema.table(dataSet));
        select.addConditions(where);
        select.addOrderBy(Fields.BATCH, Fields.LINE);
        return engine.text(select);
    }

    /** How many rows of the condition each batch has. */
    String batches(DataSet dataSet, Condition where) {
        SelectQuery<?> select = engine.select();
        select.addSelect(Fields.BATCH, DSL.count().as(DSL.name("rows")));
        select.addFrom(Schema.table(dataSet));
        select.addConditions(where);
        select.addGroupBy(Fields.BATCH);
        select.addOrderBy(Fields.BATCH);
        return engine.text(select);
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
