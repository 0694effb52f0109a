package org.opbrief.workbench.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.Store;
import org.opbrief.api.data.StoreException;

/**
 * The rows of a view, page by page, however many there are: the pages last used are kept, and marks in the order of the
 * rows lead straight to any page, at most {@value #MARKS} of them. Calls block while the store answers; they may come
 * from any thread.
 */
final class RowPages {
    static final int PAGE = 200;
    static final int MARKS = 10_000;
    private static final int KEPT = 24;
    /** So many rows are skipped faster than marks are made, which takes a sort of all rows. */
    private static final long SKIPPED = 50_000;

    private final Store store;
    private final RowView view;
    private final RowQuery query;
    private final long skipped;
    private final Map<Long, List<Row>> kept = Collections.synchronizedMap(new Lru());
    private Optional<Long> count = Optional.empty();
    private Optional<Marks> marks = Optional.empty();

    private RowPages(Store store, RowView view, RowQuery query, long skipped) {
        this.store = store;
        this.view = view;
        this.query = query;
        this.skipped = view.order().isPresent() ? skipped : 0;
    }

    /** @throws FilterException if one of the view's filters cannot be understood */
    static RowPages of(Store store, RowView view) throws FilterException {
        return of(store, view, SKIPPED);
    }

    /** @param skipped how many rows of a sorted view are skipped rather than making marks */
    static RowPages of(Store store, RowView view, long skipped) throws FilterException {
        return new RowPages(store, view, RowQuery.of(view), skipped);
    }

    /** How many rows there are. */
    synchronized long count() throws StoreException {
        if (count.isEmpty()) {
            count = Optional.of(ask(query.count(), results -> {
                results.next();
                return results.getLong(1);
            }));
        }
        return count.get();
    }

    /** The page if it is at hand. */
    Optional<List<Row>> peek(long page) {
        return Optional.ofNullable(kept.get(page));
    }

    /** @param page from 0; beyond the last one it is empty */
    List<Row> page(long page) throws StoreException {
        Optional<List<Row>> at = peek(page);
        if (at.isPresent()) {
            return at.get();
        }
        long first = page * PAGE;
        List<Row> rows = first <= skipped ? read(query.skipping(first, PAGE)) : read(place(first));
        kept.put(page, rows);
        return rows;
    }

    private RowQuery.Select place(long first) throws StoreException {
        Marks known = marks();
        Optional<Marks.Span> span = known.span(first, PAGE);
        return span.isEmpty() ? query.skipping(first, 0) : query.between(span.get(), PAGE);
    }

    private synchronized Marks marks() throws StoreException {
        if (marks.isEmpty()) {
            long step = Math.max(5L * PAGE, count() / MARKS + 1);
            marks = Optional.of(
                    view.order().isPresent()
                            ? ask(query.marks(step), results -> Marks.sorted(results, step))
                            : ask(query.histogram(step), results -> Marks.natural(results, step)));
        }
        return marks.get();
    }

    private List<Row> read(RowQuery.Select select) throws StoreException {
        List<Column> columns = view.dataSet().columns();
        return ask(select, results -> {
            List<Row> rows = new ArrayList<>(PAGE);
            while (results.next()) {
                List<Object> values = new ArrayList<>(columns.size());
                for (int i = 0; i < columns.size(); i++) {
                    values.add(value(results, i + 3, columns.get(i)));
                }
                rows.add(new Row(results.getLong(1), results.getLong(2), Collections.unmodifiableList(values)));
            }
            return List.copyOf(rows);
        });
    }

    private static Object value(ResultSet results, int index, Column column) throws SQLException {
        Object value =
                switch (column.type()) {
                    case TEXT -> results.getString(index);
                    case INTEGER -> results.getLong(index);
                    case DECIMAL -> results.getBigDecimal(index);
                    case DATE -> results.getObject(index, java.time.LocalDate.class);
                    case BOOLEAN -> results.getBoolean(index);
                };
        return results.wasNull() ? null : value;
    }

    private <T> T ask(RowQuery.Select select, Store.ResultReader<T> reader) throws StoreException {
        return store.read(select.sql(), select.values(), reader);
    }

    /** The pages last used. */
    private static final class Lru extends LinkedHashMap<Long, List<Row>> {
        private static final long serialVersionUID = 1;

        Lru() {
            super(KEPT * 2, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, List<Row>> eldest) {
            return size() > KEPT;
        }
    }
}
