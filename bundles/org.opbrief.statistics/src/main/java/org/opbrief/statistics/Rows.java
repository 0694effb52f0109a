package org.opbrief.statistics;

import java.util.List;

/**
 * What the store answered.
 *
 * @param cells null for an empty value
 */
record Rows(List<String> names, List<SqlType> types, List<List<Object>> cells) {

    Object single() {
        return cells.get(0).get(0);
    }
}
