package org.opbrief.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** Finds records in what an importer wrote. Going forward it reads each byte once. */
final class PlainRecords implements AutoCloseable {
    private final Path file;
    private final List<String> headers;
    private BufferedReader reader;
    private List<String> record = List.of();

    PlainRecords(Path file, List<String> headers) throws IOException {
        this.file = file;
        this.headers = headers;
        restart();
    }

    /** The fields that are not empty, each after its header. */
    Optional<String> at(long number) throws IOException {
        if (number(record) > number) {
            reader.close();
            restart();
        }
        while (number(record) < number) {
            record = next();
        }
        return number(record) == number ? Optional.of(text()) : Optional.empty();
    }

    private String text() {
        StringJoiner text = new StringJoiner("; ");
        for (int index = 0; index < headers.size(); index++) {
            String value = record.get(index + 1);
            if (!value.isEmpty()) {
                text.add(headers.get(index) + "=" + value);
            }
        }
        return text.toString();
    }

    private void restart() throws IOException {
        reader = Files.newBufferedReader(file);
        record = next();
    }

    /** After the last record there is one that no number reaches. */
    private static long number(List<String> record) {
        return record.isEmpty() ? Long.MAX_VALUE : Long.parseLong(record.get(0));
    }

    private List<String> next() throws IOException {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        boolean closed = false;
        for (int read = reader.read(); read >= 0; read = reader.read()) {
            if (read == '"') {
                // a doubled one closes and opens again, and stands for itself
                if (closed) {
                    field.append('"');
                }
                closed = quoted;
                quoted = !quoted;
                continue;
            }
            closed = false;
            if (quoted || read != ',' && read != '\n') {
                field.append((char) read);
            } else {
                fields.add(field.toString());
                field.setLength(0);
                if (read == '\n') {
                    return fields;
                }
            }
        }
        return List.of();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
