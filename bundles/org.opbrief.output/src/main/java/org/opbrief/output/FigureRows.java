package org.opbrief.output;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.Store;
import org.opbrief.api.data.StoreException;
import org.opbrief.api.output.OutputException;
import org.opbrief.api.output.Tracing.SourceRow;
import org.opbrief.api.output.Tracing.TracedFigure;

/**
 * The source rows of one figure. Only rows of the manifest's own batches count, so that what was imported later, or
 * stands under the same number in another workspace, is never shown.
 */
final class FigureRows {
    private static final int PAGE = 20_000;

    private final Store store;
    private final TracedFigure figure;
    private final Map<Long, Batch> batches;

    /** @param batches those of the manifest, by their number in the store */
    FigureRows(Store store, TracedFigure figure, Map<Long, Batch> batches) {
        this.store = store;
        this.figure = figure;
        this.batches = batches;
    }

    private record Row(long batch, long line, String value) {}

    /** @throws OutputException unless the store has as many rows as went into the figure */
    void check() throws StoreException, OutputException {
        long found = batches.isEmpty()
                ? 0
                : store.read("select count(*) from " + rows(), List.of(), results -> {
                    results.next();
                    return results.getLong(1);
                });
        if (found != figure.rows()) {
            throw new OutputException("The workspace " + store.workspace() + " gives " + found + " rows for \""
                    + figure.id() + "\", but " + figure.rows()
                    + " went into it: the data, or the numbers of the batches, have changed since the briefing was"
                    + " written; write it again.");
        }
    }

    void tell(Consumer<SourceRow> consumer) throws StoreException {
        Row last = new Row(Long.MIN_VALUE, Long.MIN_VALUE, "");
        for (List<Row> page = page(last); !page.isEmpty(); page = page(last)) {
            for (Row row : page) {
                String file = batches.get(row.batch()).file();
                String content = store.sourceRecord(row.batch(), row.line()).orElse("");
                String place = store.place(row.batch(), row.line());
                consumer.accept(new SourceRow(figure.id(), file, place, row.line(), row.value(), content));
            }
            last = page.get(page.size() - 1);
        }
    }

    // in pages, so that memory is bounded and no query is open while the source file is read
    private List<Row> page(Row after) throws StoreException {
        if (batches.isEmpty()) {
            return List.of();
        }
        String sql = "select _batch, _line, value from " + rows()
                + " and (_batch > ? or (_batch = ? and _line > ?)) order by _batch, _line limit " + PAGE;
        return store.read(sql, List.of(after.batch(), after.batch(), after.line()), FigureRows::read);
    }

    private static List<Row> read(ResultSet results) throws SQLException {
        List<Row> page = new ArrayList<>();
        while (results.next()) {
            page.add(new Row(results.getLong(1), results.getLong(2), text(results.getObject(3))));
        }
        return page;
    }

    private static String text(Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private String rows() {
        String ids = batches.keySet().stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
        // the line ends keep a comment at the end of the query from swallowing what follows
        return "(\n" + figure.rowsSql() + "\n) as traced where _batch in (" + ids + ")";
    }
}
