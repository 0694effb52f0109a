package org.opbrief.statistics;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Store;
import org.opbrief.api.data.StoreException;
import org.opbrief.api.statistics.StatisticsException;

/** Asks the store, equal questions once. */
final class Asker {
    /** Rows of an Excel sheet below its header; more than that nobody reads. */
    static final int LIMIT = 1_048_575;

    private static final int KEPT = 10_000;

    private final Store store;
    private final int limit;
    private final Map<String, Rows> answered = new HashMap<>();
    private final Set<String> prepared = new HashSet<>();
    private Map<Long, Batch> batches;

    Asker(Store store, int limit) {
        this.store = store;
        this.limit = limit;
    }

    Store store() {
        return store;
    }

    /** Asks about these data sets. */
    Rows ask(Subject subject, List<DataSet> dataSets, String sql) throws StatisticsException {
        Rows known = answered.get(sql);
        if (known != null) {
            return known;
        }
        prepare(subject, dataSets);
        Rows rows;
        try {
            rows = store.read(sql, List.of(), this::read);
        } catch (StoreException e) {
            throw subject.wrong(e.getMessage(), e);
        }
        if (rows.cells().size() > limit) {
            throw subject.wrong(String.format(
                    Locale.ROOT,
                    "the answer has more than %,d rows; group by fewer columns, add conditions or set a limit.",
                    limit));
        }
        if (rows.cells().size() <= KEPT) {
            answered.put(sql, rows);
        }
        return rows;
    }

    List<Batch> batches(Subject subject) throws StatisticsException {
        return List.copyOf(batchesById(subject).values());
    }

    Batch batch(Subject subject, long id) throws StatisticsException {
        Batch batch = batchesById(subject).get(id);
        if (batch == null) {
            throw subject.wrong("the workspace has rows of batch " + id + ", but no such batch; it is damaged.");
        }
        return batch;
    }

    private Map<Long, Batch> batchesById(Subject subject) throws StatisticsException {
        if (batches == null) {
            try {
                Map<Long, Batch> byId = new LinkedHashMap<>();
                store.batches().forEach(batch -> byId.put(batch.id(), batch));
                batches = byId;
            } catch (StoreException e) {
                throw subject.wrong(e.getMessage(), e);
            }
        }
        return batches;
    }

    private void prepare(Subject subject, List<DataSet> dataSets) throws StatisticsException {
        List<DataSet> fresh = dataSets.stream()
                .filter(dataSet -> !prepared.contains(dataSet.id()))
                .toList();
        if (fresh.isEmpty()) {
            return;
        }
        try {
            store.prepare(fresh);
        } catch (StoreException e) {
            throw subject.wrong(e.getMessage(), e);
        }
        fresh.forEach(dataSet -> prepared.add(dataSet.id()));
    }

    private Rows read(ResultSet results) throws SQLException {
        ResultSetMetaData meta = results.getMetaData();
        int width = meta.getColumnCount();
        List<String> names = new ArrayList<>();
        List<SqlType> types = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
            names.add(meta.getColumnLabel(i));
            types.add(SqlType.of(meta, i));
        }
        List<List<Object>> cells = new ArrayList<>();
        while (cells.size() <= limit && results.next()) {
            List<Object> row = new ArrayList<>(width);
            for (int i = 1; i <= width; i++) {
                row.add(plain(results.getObject(i)));
            }
            cells.add(row);
        }
        return new Rows(names, types, cells);
    }

    private static Object plain(Object value) {
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof BigInteger big) {
            return big.bitLength() < Long.SIZE ? (Object) big.longValue() : new BigDecimal(big);
        }
        if (value instanceof Date date) {
            return date.toLocalDate();
        }
        return value;
    }
}
