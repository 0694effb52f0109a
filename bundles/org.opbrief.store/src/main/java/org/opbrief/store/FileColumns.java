package org.opbrief.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.opbrief.api.data.FileColumn;

/** The columns of an extracted file with some of their values. */
final class FileColumns {
    private static final int RECORDS = 1000;
    private static final int SAMPLES = 40;

    private FileColumns() {}

    static List<FileColumn> of(Connection connection, PlainFile file) throws SQLException {
        String samples = IntStream.range(0, file.headers().size())
                .mapToObj(PlainFile::field)
                .map(field ->
                        "list_sort(list(DISTINCT " + field + ") FILTER (trim(" + field + ") <> ''))[:" + SAMPLES + "]")
                .collect(Collectors.joining(", "));
        return Sql.ask(
                connection,
                "SELECT " + samples + " FROM (SELECT * FROM " + file.table() + " LIMIT " + RECORDS + ")",
                List.of(),
                row -> {
                    row.next();
                    List<FileColumn> columns = new ArrayList<>();
                    for (int index = 0; index < file.headers().size(); index++) {
                        java.sql.Array array = row.getArray(index + 1);
                        Object[] values = array == null ? new Object[0] : (Object[]) array.getArray();
                        columns.add(new FileColumn(
                                file.headers().get(index),
                                Arrays.stream(values).map(String.class::cast).toList()));
                    }
                    return columns;
                });
    }
}
