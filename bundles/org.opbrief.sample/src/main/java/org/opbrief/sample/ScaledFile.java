package org.opbrief.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.opbrief.api.data.SampleData.SampleFile;

/** Writes a file whose rows are repeated under new ids. Nothing but the rows of scale 1 is held in memory. */
final class ScaledFile {
    private static final String INVESTIGATION = "INV-";

    private final Path folder;
    private final int scale;
    private final int investigations;

    /** @param investigations how many there are at scale 1; the copies' numbers follow theirs */
    ScaledFile(Path folder, int scale, int investigations) {
        this.folder = folder;
        this.scale = scale;
        this.investigations = investigations;
    }

    /**
     * A row without its ids.
     *
     * @param investigation number of its investigation, from 0
     * @param rest the fields that follow the ids
     */
    record Row(int investigation, String rest) {}

    /** @param prefix of the rows' own ids; empty if the investigation's id is theirs */
    SampleFile write(String name, String dataSet, String header, String prefix, List<Row> rows) throws IOException {
        Path part = folder.resolve("." + name + ".part");
        Path target = folder.resolve(name);
        try {
            try (BufferedWriter out = Files.newBufferedWriter(part, UTF_8)) {
                out.append(header).append('\n');
                for (int copy = 0; copy < scale; copy++) {
                    writeCopy(out, copy, prefix, rows);
                }
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        return new SampleFile(target, dataSet, OperationYear.LAST, (long) rows.size() * scale);
    }

    private void writeCopy(BufferedWriter out, int copy, String prefix, List<Row> rows) throws IOException {
        StringBuilder line = new StringBuilder(160);
        long own = (long) copy * rows.size();
        long first = (long) copy * investigations;
        for (Row row : rows) {
            line.setLength(0);
            if (!prefix.isEmpty()) {
                id(line, prefix, ++own);
            }
            id(line, INVESTIGATION, first + row.investigation + 1);
            out.append(line.append(row.rest).append('\n'));
        }
    }

    private static void id(StringBuilder line, String prefix, long number) {
        String digits = Long.toString(number);
        line.append(prefix).append("0".repeat(Math.max(0, 7 - digits.length())));
        line.append(digits).append(',');
    }
}
