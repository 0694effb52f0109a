package org.opbrief.workbench.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.opbrief.api.data.FileColumn;

/** Reads the plain form that importers write; see {@link org.opbrief.api.data.Importer#extract}. */
final class PlainRecords {
    private static final int SAMPLES = 40;
    private static final int LONGEST = 1000;

    private final Path file;

    PlainRecords(Path file) {
        this.file = file;
    }

    /** Some of the different values of each column, in alphabetical order; of a long one, its beginning. */
    List<FileColumn> columns(List<String> headers) throws IOException {
        List<TreeSet<String>> samples = new ArrayList<>();
        headers.forEach(header -> samples.add(new TreeSet<>()));
        try (BufferedReader in = Files.newBufferedReader(file)) {
            for (List<String> record = record(in); !record.isEmpty(); record = record(in)) {
                // before the values stands the record's place
                for (int i = 0; i + 1 < record.size() && i < samples.size(); i++) {
                    if (!record.get(i + 1).isBlank()) {
                        samples.get(i).add(record.get(i + 1));
                    }
                }
            }
        }
        List<FileColumn> columns = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            columns.add(new FileColumn(
                    headers.get(i), samples.get(i).stream().limit(SAMPLES).toList()));
        }
        return columns;
    }

    /** The fields of the next record; none at the end. */
    private static List<String> record(BufferedReader in) throws IOException {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        boolean ended = false;
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == '"') {
                // a doubled one ends the quoted text and begins it again
                if (ended && !quoted) {
                    field.append('"');
                }
                ended = quoted;
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                fields.add(field.toString());
                field.setLength(0);
                ended = false;
                if (c == '\n') {
                    return fields;
                }
            } else if (field.length() < LONGEST) {
                field.append((char) c);
            }
        }
        return fields;
    }
}
