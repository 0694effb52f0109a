package org.opbrief.store;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What an importer wrote: records of {@code _line} and of one field a header.
 *
 * @param headers of the source file
 */
record PlainFile(Path path, List<String> headers) {
    /** A record is at most 1 MiB long and twice that if all of it is quotes. */
    private static final int LONGEST_LINE = 2_500_000;

    /** SQL of a field's text. */
    static String field(int index) {
        return "f" + index;
    }

    /** SQL of the field under a header. */
    String field(String header) {
        return field(headers.indexOf(header));
    }

    /** SQL of the records as a table. */
    String table() {
        String columns = IntStream.range(0, headers.size())
                .mapToObj(index -> ", '" + field(index) + "': 'VARCHAR'")
                .collect(Collectors.joining());
        return "read_csv(" + Sql.text(path.toString()) + ", auto_detect = false, header = false, delim = ',',"
                + " quote = '\"', escape = '\"', new_line = '\\n', max_line_size = " + LONGEST_LINE
                + ", columns = {'_line': 'BIGINT'"
                + columns + "})";
    }
}
