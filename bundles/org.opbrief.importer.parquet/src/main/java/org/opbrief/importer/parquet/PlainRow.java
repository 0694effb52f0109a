package org.opbrief.importer.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Writes rows in the plain form of {@link org.opbrief.api.data.Importer#extract}. */
final class PlainRow {
    /** Bytes of a row, with its quotes and commas. */
    private static final int LONGEST = 1 << 21;

    private final OutputStream out;
    private final StringBuilder line = new StringBuilder();

    PlainRow(OutputStream out) {
        this.out = out;
    }

    void start(long number) {
        line.setLength(0);
        line.append(number);
    }

    /** @param value null, as the engine has it, for none */
    void add(String value) {
        line.append(',');
        if (value == null || line.length() > LONGEST) {
            return;
        }
        if (value.chars().noneMatch(at -> at == ',' || at == '"' || at == '\n' || at == '\r')) {
            line.append(value);
        } else {
            line.append('"').append(value.replace("\"", "\"\"")).append('"');
        }
    }

    /** Writes the row, or says why it cannot be. */
    Optional<String> end() {
        if (line.indexOf("\0") >= 0) {
            return Optional.of("holds a NUL character");
        }
        byte[] bytes = line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LONGEST) {
            return Optional.of("is longer than 2 MiB");
        }
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.empty();
    }

    void finish() throws IOException {
        out.flush();
    }
}
