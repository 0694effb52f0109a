package org.opbrief.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the file of a batch was read, kept so that records of it can be read so again.
 *
 * @param headers of the file
 * @param layout what was chosen where there was a choice, by its name
 * @param plan of the import, with its mapping
 * @param notations by name of the data set's column, for those that are not plain
 */
record Reading(List<String> headers, Map<String, String> layout, String plan, Map<String, Notation> notations) {

    static void upgrade(Connection connection) throws SQLException {
        Sql.run(
                connection,
                "CREATE TABLE IF NOT EXISTS _opbrief.reading (batch BIGINT NOT NULL, headers VARCHAR[] NOT NULL,"
                        + " layout VARCHAR[] NOT NULL, plan VARCHAR NOT NULL, notations VARCHAR[] NOT NULL)");
    }

    /** Empty for a batch of a version that did not keep it. */
    static Optional<Reading> of(Connection connection, long batch) throws SQLException {
        return Sql.list(
                        connection,
                        "SELECT headers, layout, plan, notations FROM _opbrief.reading WHERE batch = ?",
                        List.of(batch),
                        Reading::read)
                .stream()
                .findFirst();
    }

    private static Reading read(ResultSet row) throws SQLException {
        Map<String, Notation> notations = new LinkedHashMap<>();
        pairs(Sql.texts(row, 4)).forEach((column, name) -> notations.put(column, Notation.valueOf(name)));
        return new Reading(Sql.texts(row, 1), pairs(Sql.texts(row, 2)), row.getString(3), notations);
    }

    void keep(Connection connection, long batch) throws SQLException {
        Map<String, String> names = new LinkedHashMap<>();
        notations.forEach((column, notation) -> names.put(column, notation.name()));
        Sql.run(
                connection,
                "INSERT INTO _opbrief.reading VALUES (?, " + Sql.texts(headers) + ", " + Sql.texts(flat(layout))
                        + ", ?, " + Sql.texts(flat(names)) + ")",
                batch,
                plan);
    }

    static void remove(Connection connection, long batch) throws SQLException {
        Sql.run(connection, "DELETE FROM _opbrief.reading WHERE batch = ?", batch);
    }

    private static List<String> flat(Map<String, String> pairs) {
        List<String> flat = new ArrayList<>();
        pairs.forEach((key, value) -> flat.addAll(List.of(key, value)));
        return flat;
    }

    private static Map<String, String> pairs(List<String> flat) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int index = 0; index + 1 < flat.size(); index += 2) {
            pairs.put(flat.get(index), flat.get(index + 1));
        }
        return pairs;
    }
}
