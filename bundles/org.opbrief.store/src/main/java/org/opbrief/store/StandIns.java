package org.opbrief.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.StoreException;

/**
 * Lets queries see data sets as they are defined, though nothing of them was imported yet or their tables lack a newer
 * column. What stands in for a table is a temporary view of the connection that asks, so that asking writes nothing.
 */
final class StandIns {
    private final Map<String, DataSet> prepared = new LinkedHashMap<>();
    private volatile List<String> views = List.of();

    /** @throws StoreException if a column holds values of another type; then the earlier views stay */
    void prepare(Connection connection, List<DataSet> dataSets) throws SQLException, StoreException {
        Map<String, DataSet> all = new LinkedHashMap<>(prepared);
        dataSets.forEach(dataSet -> all.put(dataSet.id(), dataSet));
        List<String> needed = new ArrayList<>();
        for (DataSet dataSet : all.values()) {
            Tables.view(connection, dataSet).ifPresent(needed::add);
        }
        prepared.putAll(all);
        views = List.copyOf(needed);
    }

    /** Its table may now be there, and fit. */
    void imported(Connection connection, DataSet dataSet) throws SQLException, StoreException {
        if (prepared.containsKey(dataSet.id())) {
            prepare(connection, List.of(dataSet));
        }
    }

    /** It is gone. */
    void forget(Connection connection, String dataSet) throws SQLException, StoreException {
        prepared.remove(dataSet);
        prepare(connection, List.of());
    }

    /** Statements for a connection that is about to ask. */
    List<String> views() {
        return views;
    }
}
