package org.opbrief.importer.csv;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.opbrief.api.data.Extract;
import org.opbrief.api.data.Finding;
import org.opbrief.api.data.Place;
import org.opbrief.api.data.Progress;

/**
 * A table whose first header is empty and whose rows are named as its columns: who is linked to whom. It is read as one
 * record for each cell that is neither empty nor zero.
 *
 * @param names of the nodes, as the columns have them
 */
record SquareMatrix(Path text, Dialect dialect, List<String> names) {
    private static final List<String> HEADERS = List.of("from", "to", "weight");
    /** Larger ones are not drawn up as matrices. */
    private static final int MOST_NODES = 5000;

    private static final int FEWEST_NODES = 2;

    /** Empty if the file is something else. */
    static Optional<SquareMatrix> in(Path text, Dialect dialect) throws IOException {
        try (RecordScanner scanner = scanner(text, dialect)) {
            if (!scanner.next()
                    || scanner.failure().isPresent()
                    || scanner.fields() <= FEWEST_NODES
                    || !scanner.field(0).isBlank()) {
                return Optional.empty();
            }
            List<String> names = new ArrayList<>();
            for (int index = 1; index < scanner.fields(); index++) {
                names.add(scanner.field(index).strip());
            }
            Set<String> left = new HashSet<>(names);
            boolean possible = left.size() == names.size() && names.size() <= MOST_NODES;
            while (possible && scanner.next()) {
                possible = scanner.isBlank()
                        || scanner.failure().isEmpty()
                                && scanner.fields() == names.size() + 1
                                && left.remove(scanner.field(0).strip());
            }
            return possible && left.isEmpty() ? Optional.of(new SquareMatrix(text, dialect, names)) : Optional.empty();
        }
    }

    Extract edges(Path target, Encoding encoding, Progress progress) throws IOException {
        Set<String> linked = new HashSet<>();
        long records = 0;
        try (RecordScanner scanner = scanner(text, dialect);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
            scanner.next();
            while (scanner.next()) {
                progress.at(TellingStream.step(text), records == 0 ? 0 : linked.size() / (names.size() + 1.0));
                for (int index = 1; !scanner.isBlank() && index < scanner.fields(); index++) {
                    String weight = scanner.field(index).strip();
                    if (!weight.isEmpty() && !weight.matches("0+([.,]0*)?")) {
                        String from = scanner.field(0).strip();
                        linked.add(from);
                        linked.add(names.get(index - 1));
                        write(out, scanner.startLine(), from, names.get(index - 1), weight);
                        records++;
                    }
                }
            }
        }
        Map<String, String> layout = new LinkedHashMap<>(Layout.told(encoding, dialect));
        layout.put(Layout.SHAPE, Layout.EDGES);
        return new Extract(
                HEADERS,
                "CSV, " + encoding.name() + ", " + dialect.name() + ", square matrix as edges",
                Place.LINE,
                Optional.of(encoding.charset()),
                layout,
                records,
                List.of(),
                List.of(Finding.note("The file is a square matrix: " + names.size() + " nodes, whose " + records
                        + " links that are not zero are read as from, to and weight."
                        + (linked.size() < names.size()
                                ? " Without links are "
                                        + String.join(
                                                ", ",
                                                names.stream()
                                                        .filter(name -> !linked.contains(name))
                                                        .toList())
                                        + "."
                                : ""))));
    }

    private static RecordScanner scanner(Path text, Dialect dialect) throws IOException {
        return new RecordScanner(text, dialect.position(), dialect.line(), dialect.delimiter());
    }

    private static void write(OutputStream out, long line, String... fields) throws IOException {
        StringBuilder record = new StringBuilder().append(line);
        for (String field : fields) {
            record.append(",\"").append(field.replace("\"", "\"\"")).append('"');
        }
        out.write(record.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }
}
