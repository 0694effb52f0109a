package org.opbrief.workbench.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opbrief.api.data.Extract;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.Importer;
import org.opbrief.api.data.Place;
import org.opbrief.api.data.Source;

/** Reads lines, divided by commas. */
final class LineImporter implements Importer {

    @Override
    public String format() {
        return "line";
    }

    @Override
    public boolean recognises(Path file, byte[] head) {
        return file.toString().endsWith(".csv");
    }

    @Override
    public Extract extract(Source source, Path target) throws ImportException {
        try {
            List<String> lines = Files.readAllLines(source.file());
            String first = lines.get(0);
            StringBuilder records = new StringBuilder();
            for (int line = 2; line <= lines.size(); line++) {
                records.append(line).append(',').append(lines.get(line - 1)).append('\n');
            }
            Files.writeString(target, records);
            return new Extract(
                    Arrays.asList(first.split(",")),
                    "lines",
                    Place.LINE,
                    Optional.of(StandardCharsets.UTF_8),
                    Map.of(),
                    0,
                    List.of(),
                    List.of());
        } catch (IOException e) {
            throw new ImportException(e.getMessage(), e);
        }
    }
}
