package org.opbrief.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.util.List;
import org.opbrief.api.data.FileFaults;

/** Writes one JSON document to standard output. */
final class Json {

    private Json() {}

    /** Writes the content of a document. */
    @FunctionalInterface
    interface Content {
        void write(JsonGenerator json) throws IOException, CommandException;
    }

    static void write(Console console, Content content) throws CommandException {
        try (JsonGenerator json = new JsonFactory().createGenerator(console.writer())) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            content.write(json);
        } catch (IOException e) {
            throw new CommandException("The JSON could not be written: " + FileFaults.reason(e) + ".", e);
        }
        console.line("");
    }

    static void strings(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
