package org.opbrief.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.opbrief.api.data.FileColumn;

/** The columns of an extracted file with some of their values. */
final class FileColumns {
    private static final int RECORDS = 1000;
    private static final int SAMPLES = 40;
    /** A word or a number is shorter; longer texts tell nothing of what a column is. */
    private static final int LONGEST = 200;

    private FileColumns() {}

    static List<FileColumn> of(Connection connection, PlainFile file) throws SQLException {
        List<TreeSet<String>> samples = new ArrayList<>();
        file.headers().forEach(header -> samples.add(new TreeSet<>()));
        // one aggregate a column would take memory by the gigabyte where columns are thousands
        Sql.ask(connection, "SELECT * FROM " + file.table() + " LIMIT " + RECORDS, List.of(), row -> {
            while (row.next()) {
                take(row, samples);
            }
            return samples;
        });
        List<FileColumn> columns = new ArrayList<>();
        for (int index = 0; index < samples.size(); index++) {
            columns.add(new FileColumn(file.headers().get(index), List.copyOf(samples.get(index))));
        }
        return columns;
    }

    /** Keeps the first ones in the order of the alphabet. */
    private static void take(ResultSet row, List<TreeSet<String>> samples) throws SQLException {
        for (int index = 0; index < samples.size(); index++) {
            String value = row.getString(index + 2);
            TreeSet<String> known = samples.get(index);
            if (value != null && !value.isBlank() && value.length() <= LONGEST) {
                known.add(value);
                if (known.size() > SAMPLES) {
                    known.pollLast();
                }
            }
        }
    }
}
