package org.opbrief.importer.json;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/** Writes records in the plain form of {@link org.opbrief.api.data.Importer#extract}. */
final class PlainWriter implements AutoCloseable {
    /** Bytes of a record, with its quotes and commas. */
    static final int LONGEST = 1 << 21;

    private final OutputStream out;
    private final Collection<String> paths;
    private final StringBuilder line = new StringBuilder();

    PlainWriter(Path target, Collection<String> paths) throws IOException {
        this.out = new BufferedOutputStream(Files.newOutputStream(target), 1 << 18);
        this.paths = paths;
    }

    /** @return whether the record was short enough to be written */
    boolean write(long place, Row row) throws IOException {
        line.setLength(0);
        line.append(place);
        for (String path : paths) {
            line.append(',');
            Cell cell = row.cells().get(path);
            if (cell != null && line.length() <= LONGEST) {
                append(cell.text());
            }
        }
        byte[] bytes = line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LONGEST) {
            return false;
        }
        out.write(bytes);
        return true;
    }

    private void append(String text) {
        if (text.chars().noneMatch(at -> at == ',' || at == '"' || at == '\n' || at == '\r')) {
            line.append(text);
        } else {
            line.append('"').append(text.replace("\"", "\"\"")).append('"');
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
