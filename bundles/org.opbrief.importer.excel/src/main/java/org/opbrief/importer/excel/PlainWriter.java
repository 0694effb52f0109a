package org.opbrief.importer.excel;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes records in the plain form of {@link org.opbrief.api.data.Importer#extract}. */
final class PlainWriter implements Closeable {
    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 17];
    private int length;

    PlainWriter(Path file) throws IOException {
        out = Files.newOutputStream(file);
    }

    void write(Row row, int[] columns) throws IOException {
        ascii(Long.toString(row.number()));
        for (int column : columns) {
            put(',');
            field(row.text(column));
        }
        put('\n');
    }

    private void field(String text) throws IOException {
        boolean special = false;
        boolean ascii = true;
        for (int index = 0; index < text.length(); index++) {
            char c = text.charAt(index);
            special |= c == ',' || c == '"' || c == '\n' || c == '\r';
            ascii &= c < 128;
        }
        String field = special ? '"' + text.replace("\"", "\"\"") + '"' : text;
        if (ascii) {
            ascii(field);
        } else {
            for (byte value : field.getBytes(StandardCharsets.UTF_8)) {
                put(value);
            }
        }
    }

    private void ascii(String text) throws IOException {
        for (int index = 0; index < text.length(); index++) {
            put(text.charAt(index));
        }
    }

    private void put(int value) throws IOException {
        if (length == buffer.length) {
            flush();
        }
        buffer[length++] = (byte) value;
    }

    private void flush() throws IOException {
        out.write(buffer, 0, length);
        length = 0;
    }

    @Override
    public void close() throws IOException {
        try (OutputStream closing = out) {
            flush();
        }
    }
}
