package org.opbrief.workbench.briefing;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.opbrief.api.output.OutputException;
import org.opbrief.api.output.Tracing;

/**
 * Files of a briefing, with what their manifest says.
 *
 * @param files the manifest last
 */
public record Written(List<Path> files, Tracing.Manifest manifest) {
    static final String MANIFEST = ".manifest.json";

    public Written {
        files = List.copyOf(files);
    }

    static Written of(List<Path> files, Tracing tracing) throws OutputException {
        return new Written(files, tracing.read(files.get(files.size() - 1)));
    }

    /** The file in that format, e.g. {@code pdf}. */
    public Optional<Path> file(String format) {
        return files.stream()
                .filter(file -> file.getFileName().toString().endsWith("." + format))
                .findFirst();
    }
}
