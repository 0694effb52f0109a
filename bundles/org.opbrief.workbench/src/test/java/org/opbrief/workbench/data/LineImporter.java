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

/** Reads only the headers, divided by commas. */
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
            String first = Files.readAllLines(source.file()).get(0);
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
