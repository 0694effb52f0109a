package org.opbrief.importer.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.data.Extract;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.Source;

class HostileFilesTest {
    @TempDir
    Path temp;

    private final JsonImporter importer = new JsonImporter();

    @Test
    void json_100_000_levels_deep_is_refused() throws Exception {
        String deep = "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000);
        assertEquals("f.json, line 1: the JSON is nested deeper than 100 levels.", refusal(deep));
        assertEquals("f.json, line 1: the JSON is nested deeper than 100 levels.", refusal("[".repeat(100_000)));
        Extract extract = extract("{\"a\":1}\n" + deep + "\n");
        assertEquals(
                "the JSON is nested deeper than 100 levels",
                extract.problems().get(0).reason());
    }

    @Test
    void a_text_of_200_mb_is_refused_without_being_held() throws Exception {
        large("[{\"a\":\"", "x".repeat(1_000_000), 200, "\"}]");
        assertEquals("f.json, line 1: a text is longer than 1,048,576 characters.", refusal());
        large("{\"a\":1}\n{\"a\":\"", "x".repeat(1_000_000), 200, "\"}\n{\"a\":3}\n");
        Extract extract = extract();
        assertEquals("1,1\n3,3\n", Files.readString(temp.resolve("plain.csv")));
        assertEquals(
                List.of("line 2: is longer than 16,777,216 characters"),
                extract.problems().stream().map(Object::toString).toList());
    }

    @Test
    void a_file_of_100_000_columns_is_refused() throws Exception {
        StringBuilder wide = new StringBuilder("[{\"k\":1");
        StringBuilder long_ = new StringBuilder();
        for (int index = 0; index < 100_000; index++) {
            wide.append(",\"k").append(index).append("\":1");
            long_.append("{\"k").append(index).append("\":1}\n");
        }
        assertEquals(
                "f.json holds no record that can be read; record 1: has more than 4,096 keys.", refusal(wide + "}]"));
        assertEquals(
                "f.json has more than 4,096 different keys up to line 4097; a table has no such number of columns, so"
                        + " perhaps keys are used for what are values.",
                refusal(long_.toString()));
    }

    @Test
    void a_number_of_a_million_digits_and_a_key_of_a_million_characters_are_refused() {
        assertEquals(
                "f.json, line 1: a number has more than 1,000 digits.",
                refusal("[{\"a\":" + "9".repeat(1_000_000) + "}]"));
        assertEquals(
                "f.json, line 1: a key is longer than 1,000 characters.",
                refusal("[{\"" + "k".repeat(1_000_000) + "\":1}]"));
    }

    @Test
    void characters_that_are_none_are_problems_of_their_records() throws Exception {
        Extract extract =
                extract("[{\"a\":\"x\\u0000\"},{\"a\":\"\\ud800\"},{\"a\":\"\\ud83d\\ude00\"},{\"a\\u0000\":1}]");
        assertEquals("3,\ud83d\ude00\n", Files.readString(temp.resolve("plain.csv")));
        assertEquals(
                List.of(
                        "has a value under a that holds a NUL character",
                        "has a value under a that holds half a character",
                        "has a key that holds a NUL character"),
                extract.problems().stream().map(problem -> problem.reason()).toList());
    }

    @Test
    void bytes_that_are_no_text_are_refused_with_their_line() throws Exception {
        Files.write(file(), "[{\"a\":1},\n{\"a\":\"Z\u00fcrich\"}]".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(
                "f.json, line 2: a byte here is not valid UTF-8; JSON is UTF-8, so save the file as UTF-8.", refusal());
        Files.write(file(), "[{\"a\":1}\n]".getBytes(StandardCharsets.UTF_16LE));
        Files.write(file(), new byte[] {0, (byte) 0xd8, 0x20, 0}, java.nio.file.StandardOpenOption.APPEND);
        assertEquals(
                "f.json, line 2: a byte here is not valid UTF-16LE; JSON is UTF-8, so save the file as UTF-8.",
                refusal());
    }

    @Test
    void nul_bytes_between_values_are_refused() {
        assertEquals(
                "f.json, line 1, column 10: this is not valid JSON: illegal character ((CTRL-CHAR, code 0)): only"
                        + " regular white space (\\r, \\n, \\t) is allowed between tokens.",
                refusal("[{\"a\":1}\0]"));
    }

    private void large(String before, String piece, int times, String after) throws IOException {
        try (Writer out = Files.newBufferedWriter(file())) {
            out.write(before);
            for (int index = 0; index < times; index++) {
                out.write(piece);
            }
            out.write(after);
        }
    }

    private Extract extract(String text) throws IOException, ImportException {
        Files.writeString(file(), text);
        return extract();
    }

    private Extract extract() throws ImportException {
        return importer.extract(Source.of(file()), temp.resolve("plain.csv"));
    }

    private String refusal(String text) {
        return assertThrows(ImportException.class, () -> extract(text)).getMessage();
    }

    private String refusal() {
        return assertThrows(ImportException.class, this::extract).getMessage();
    }

    private Path file() {
        return temp.resolve("f.json");
    }
}
