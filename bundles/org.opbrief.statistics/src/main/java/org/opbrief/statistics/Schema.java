package org.opbrief.statistics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Nearest;
import org.opbrief.api.statistics.StatisticsException;

/** The data sets that a calculation may ask. */
final class Schema {
    private final Map<String, DataSet> byId = new LinkedHashMap<>();

    Schema(List<DataSet> dataSets) {
        dataSets.forEach(dataSet -> byId.put(dataSet.id(), dataSet));
    }

    DataSet dataSet(Subject subject, String id) throws StatisticsException {
        DataSet found = byId.get(id);
        if (found == null) {
            throw subject.wrong("there is no data set " + id + Nearest.hint(id, byId.keySet()));
        }
        return found;
    }

    Optional<DataSet> ofTable(String name) {
        return byId.values().stream()
                .filter(dataSet -> tableName(dataSet).equals(name))
                .findFirst();
    }

    List<String> tableNames() {
        return byId.values().stream().map(Schema::tableName).toList();
    }

    static Column column(Subject subject, DataSet dataSet, String name) throws StatisticsException {
        Optional<Column> found = dataSet.column(name);
        if (found.isEmpty()) {
            List<String> names = dataSet.columns().stream().map(Column::name).toList();
            throw subject.wrong("data set " + dataSet.id() + " has no column " + name + Nearest.hint(name, names));
        }
        return found.get();
    }

    static String tableName(DataSet dataSet) {
        return dataSet.id().replace('-', '_');
    }

    static Table<Record> table(DataSet dataSet) {
        return DSL.table(DSL.name(tableName(dataSet)));
    }
}
