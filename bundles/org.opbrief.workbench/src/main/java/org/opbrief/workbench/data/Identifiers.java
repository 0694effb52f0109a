package org.opbrief.workbench.data;

import org.opbrief.api.data.DataSet;

/** Names in SQL. */
final class Identifiers {
    private Identifiers() {}

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String table(DataSet dataSet) {
        return quoted(dataSet.id().replace('-', '_'));
    }
}
