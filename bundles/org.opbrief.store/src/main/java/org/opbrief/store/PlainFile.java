package org.opbrief.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What an importer wrote: records of {@code _line} and of one field a column.
 *
 * @param columns headers of the source file
 * @param aside those of them that are not data
 * @param where SQL of the condition for the records that are wanted
 */
record PlainFile(Path path, List<String> columns, Set<String> aside, String where) {
    /** A record is at most 1 MiB long and twice that if all of it is quotes. */
    private static final int LONGEST_LINE = 2_500_000;

    /** Of which all is wanted. */
    PlainFile(Path path, List<String> columns) {
        this(path, columns, Set.of(), "true");
    }

    /** The columns that are data. */
    List<String> headers() {
        return columns.stream().filter(column -> !aside.contains(column)).toList();
    }

    /** SQL of the field of a column. */
    static String field(int index) {
        return "f" + index;
    }

    /** SQL of the field under a header. */
    String field(String header) {
        return field(columns.indexOf(header));
    }

    /** SQL of the fields of a record as a list of texts. */
    String fields() {
        return headers().stream()
                .map(header -> "coalesce(" + field(header) + ", '')")
                .collect(Collectors.joining(", ", "CAST([", "] AS VARCHAR[])"));
    }

    /** SQL of the records as a table. */
    String table() {
        return where.equals("true") ? all() : "(SELECT * FROM " + all() + " WHERE " + where + ")";
    }

    private String all() {
        String fields = IntStream.range(0, columns.size())
                .mapToObj(index -> ", 'f" + index + "': 'VARCHAR'")
                .collect(Collectors.joining());
        return "read_csv(" + Sql.text(path.toString()) + ", auto_detect = false, header = false, delim = ',',"
                + " quote = '\"', escape = '\"', new_line = '\\n', max_line_size = " + LONGEST_LINE
                + ", columns = {'_line': 'BIGINT'"
                + fields + "})";
    }
}
