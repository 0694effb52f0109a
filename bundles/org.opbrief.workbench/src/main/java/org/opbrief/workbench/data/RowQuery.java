package org.opbrief.workbench.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.ColumnType;

/** Writes the SQL of a view. Identifiers are quoted, values are parameters. */
final class RowQuery {
    private static final String NATURAL = "_batch, _line";

    private final RowView view;
    private final Condition where;
    private final Optional<Column> order;

    private RowQuery(RowView view, Condition where, Optional<Column> order) {
        this.view = view;
        this.where = where;
        this.order = order;
    }

    /** SQL and its parameters. */
    record Select(String sql, List<?> values) {}

    static RowQuery of(RowView view) throws FilterException {
        Condition where = view.batch().isPresent()
                ? Condition.of(
                        "_batch = CAST(? AS BIGINT)", Long.toString(view.batch().getAsLong()))
                : Condition.TRUE;
        for (Map.Entry<String, String> filter : view.filters().entrySet()) {
            where = where.and(RowFilter.of(column(view, filter.getKey()), filter.getValue()));
        }
        return new RowQuery(view, where, view.order().map(by -> column(view, by.column())));
    }

    private static Column column(RowView view, String name) {
        return view.dataSet()
                .column(name)
                .orElseThrow(() -> new IllegalArgumentException(view.dataSet().id() + " has no column " + name));
    }

    Select count() {
        return new Select("SELECT count(*)" + from(where), where.values());
    }

    Select skipping(long rows, int limit) {
        return select(where, limit, rows);
    }

    /** From the first of the span's marks to the one after its last. */
    Select between(Marks.Span span, int limit) {
        if (order.isEmpty()
                && span.until()
                        .filter(until -> until.batch() == span.from().batch())
                        .isPresent()) {
            return select(where.and(within(span.from(), span.until().get())), limit, span.skip());
        }
        Condition all = where.and(lower(span.from()));
        if (span.until().isPresent()) {
            all = all.and(upper(span.until().get()));
        }
        return select(all, limit, span.skip());
    }

    private Select select(Condition condition, int limit, long skip) {
        String columns = view.dataSet().columns().stream()
                .map(column -> ", " + Identifiers.quoted(column.name()))
                .collect(Collectors.joining());
        List<Object> values = new ArrayList<>(condition.values());
        values.add((long) limit);
        values.add(skip);
        return new Select(
                "SELECT " + NATURAL + columns + from(condition) + " ORDER BY " + order() + " LIMIT ? OFFSET ?", values);
    }

    /** Every so manieth row, with its place in the order. */
    Select marks(long step) {
        String key = Identifiers.quoted(order.orElseThrow().name());
        List<Object> values = new ArrayList<>(where.values());
        values.add(step);
        return new Select(
                "SELECT place, _batch, _line, CAST(sort_key AS VARCHAR) FROM (SELECT " + NATURAL + ", " + key
                        + " AS sort_key, row_number() OVER (ORDER BY " + order() + ") - 1 AS place" + from(where)
                        + ") WHERE place % ? = 0 ORDER BY place",
                values);
    }

    /** How many rows there are in each stretch of so many lines. */
    Select histogram(long step) {
        List<Object> values = new ArrayList<>();
        values.add(step);
        values.addAll(where.values());
        return new Select(
                "SELECT _batch, _line // ? AS stretch, count(*)" + from(where) + " GROUP BY 1, 2 ORDER BY 1, 2",
                values);
    }

    private String from(Condition condition) {
        return " FROM " + Identifiers.table(view.dataSet()) + " WHERE " + condition.sql();
    }

    private String order() {
        return order.map(column -> Identifiers.quoted(column.name()))
                .map(key -> key + " IS NULL, " + key
                        + (view.order().orElseThrow().descending() ? " DESC, " : ", ") + NATURAL)
                .orElse(NATURAL);
    }

    private Condition lower(Marks.Mark mark) {
        return order.isEmpty() ? notBefore(mark) : sorted(mark, notBefore(mark), true);
    }

    private Condition upper(Marks.Mark mark) {
        return order.isEmpty() ? before(mark) : sorted(mark, before(mark), false);
    }

    /** Rows of the mark's key are divided by their source; the others are on one side of it as a whole. */
    private Condition sorted(Marks.Mark mark, Condition same, boolean after) {
        Column column = order.orElseThrow();
        String key = Identifiers.quoted(column.name());
        if (mark.key().isEmpty()) {
            return after
                    ? new Condition("(" + key + " IS NULL AND " + same.sql() + ")", same.values())
                    : new Condition("(" + key + " IS NOT NULL OR " + same.sql() + ")", same.values());
        }
        String cast = "CAST(? AS " + type(column) + ")";
        boolean greater = after != view.order().orElseThrow().descending();
        List<String> values =
                new ArrayList<>(List.of(mark.key().get(), mark.key().get()));
        values.addAll(same.values());
        return new Condition(
                "(" + (after ? key + " IS NULL OR " : "") + key + (greater ? " > " : " < ") + cast + " OR (" + key
                        + " = " + cast + " AND " + same.sql() + "))",
                values);
    }

    private static Condition notBefore(Marks.Mark mark) {
        return place(mark, " > ", " >= ");
    }

    private static Condition before(Marks.Mark mark) {
        return place(mark, " < ", " < ");
    }

    /**
     * The first of the conditions alone lets the engine pass over whole row groups; only constants do so, parameters do
     * not.
     */
    private static Condition place(Marks.Mark mark, String batch, String line) {
        return Condition.of("(_batch" + batch.stripTrailing() + "= " + mark.batch() + " AND (_batch" + batch
                + mark.batch() + " OR _line" + line + mark.line() + "))");
    }

    /** Between two marks of one batch; such rows lie together. */
    private static Condition within(Marks.Mark from, Marks.Mark until) {
        return Condition.of(
                "_batch = " + from.batch() + " AND _line >= " + from.line() + " AND _line < " + until.line());
    }

    private static String type(Column column) {
        return switch (column.type()) {
            case TEXT -> "VARCHAR";
            case INTEGER -> "BIGINT";
            case DECIMAL -> "DECIMAL(38, " + column.scale() + ")";
            case DATE -> "DATE";
            case BOOLEAN -> "BOOLEAN";
        };
    }

    static boolean isNumber(Column column) {
        return column.type() == ColumnType.INTEGER || column.type() == ColumnType.DECIMAL;
    }
}
