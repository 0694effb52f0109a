package org.opbrief.importer.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opbrief.api.data.Extract;
import org.opbrief.api.data.Finding;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.Place;
import org.opbrief.api.data.Progress;
import org.opbrief.api.data.Source;

class JsonImporterTest {
    @TempDir
    Path temp;

    private final JsonImporter importer = new JsonImporter();

    @Test
    void an_array_of_objects_becomes_records_with_their_numbers() throws Exception {
        Extract extract = extract("[{\"id\":1,\"name\":\"Smith, \\\"Jo\\\"\"},\n {\"id\":2,\"name\":\"a\\nb\"}]");
        assertEquals(List.of("id", "name"), extract.headers());
        assertEquals("JSON, UTF-8, 2 columns", extract.form());
        assertEquals(Place.RECORD, extract.place());
        assertEquals(Optional.empty(), extract.charset());
        assertEquals(Map.of(), extract.layout());
        assertEquals(2, extract.records());
        assertEquals("1,1,\"Smith, \"\"Jo\"\"\"\n2,2,\"a\nb\"\n", plain());
    }

    @Test
    void lines_of_objects_become_records_with_their_lines() throws Exception {
        Extract extract = extract("{\"id\":1}\r\n\r\n{\"id\":2}\r{\"id\":3}\n");
        assertEquals("JSON Lines, UTF-8, 1 column", extract.form());
        assertEquals(Place.LINE, extract.place());
        assertEquals(Optional.of(StandardCharsets.UTF_8), extract.charset());
        assertEquals("1,1\n3,2\n4,3\n", plain());
    }

    @Test
    void values_stand_as_they_are_written() throws Exception {
        extract("[{\"a\":1.50,\"b\":-2E+3,\"c\":12345678901234567890.123456789,\"d\":true,\"e\":null,\"f\":\"007\"}]");
        assertEquals("1,1.50,-2E+3,12345678901234567890.123456789,true,,007\n", plain());
    }

    @Test
    void objects_in_objects_are_flattened() throws Exception {
        Extract extract = extract("[{\"a\":{\"b\":1,\"c\":{\"d\":2}},\"e\":{}},{\"a\":null}]");
        assertEquals(List.of("a.b", "a.c.d"), extract.headers());
        assertEquals("1,1,2\n2,,\n", plain());
    }

    @Test
    void plain_values_of_arrays_are_joined_and_that_is_told() throws Exception {
        Extract extract = extract("[{\"tags\":[\"a\",2,null,true]},{\"tags\":[]},{\"tags\":\"x\"}]");
        assertEquals("1,a; 2; true\n2,\n3,x\n", plain());
        assertEquals(
                List.of(Finding.note("The column tags has arrays in 1 record; their values are joined with \"; \".")
                        .of("tags")),
                extract.findings());
    }

    @Test
    void arrays_of_objects_are_left_out_and_that_is_told() throws Exception {
        Extract extract =
                extract("[{\"id\":1,\"items\":[{\"a\":1}]},{\"id\":2,\"items\":[[1]]},{\"id\":3,\"items\":null}]");
        assertEquals(List.of("id"), extract.headers());
        assertEquals(
                List.of(Finding.warning("The key items holds arrays of objects or of arrays in 2 records; they have no"
                        + " place in a table and are left out.")),
                extract.findings());
    }

    @Test
    void columns_are_those_of_all_records_and_late_ones_are_told() throws Exception {
        Extract extract = extract("{\"a\":1}\n{\"b\":2}\n{\"b\":3,\"a\":4}\n");
        assertEquals(List.of("a", "b"), extract.headers());
        assertEquals("1,1,\n2,,2\n3,4,3\n", plain());
        assertEquals(
                List.of(Finding.note("The column b begins in line 2; it is empty in the 1 record before.")
                        .of("b")),
                extract.findings());
    }

    @Test
    void many_late_columns_are_told_together() throws Exception {
        StringBuilder text = new StringBuilder("[{\"a\":1},{\"a\":1");
        for (int index = 1; index <= 7; index++) {
            text.append(",\"c").append(index).append("\":1");
        }
        List<Finding> findings = extract(text + "}]").findings();
        assertEquals(6, findings.size());
        assertEquals(
                "2 more columns begin after the first record: c6, c7.",
                findings.get(5).text());
    }

    @Test
    void a_key_that_is_twice_in_an_object_is_a_problem_of_its_record() throws Exception {
        Extract extract = extract(
                "[{\"a\":1,\"a\":2},{\"a\":3},{\"a\":4,\"b\":{\"c\":1},\"b\":{\"d\":1}},{\"x.y\":1,\"x\":{\"y\":2}}]");
        assertEquals("2,3\n", plain());
        assertEquals(
                List.of(
                        "record 1: has the key a twice",
                        "record 3: has the key b twice",
                        "record 4: has the key x.y twice"),
                problems(extract));
    }

    @Test
    void elements_that_are_no_objects_are_problems() throws Exception {
        Extract extract = extract("[{\"a\":1},5,[1,2],null]");
        assertEquals(
                List.of("record 2: is not an object", "record 3: is not an object", "record 4: is not an object"),
                problems(extract));
    }

    @Test
    void a_broken_line_is_a_problem_of_its_own() throws Exception {
        Extract extract =
                extract("{\"a\":1}\n{\"a\":\n\n{\"a\":2} x\n{\"a\":3}\nnull\n[1]\n{\"a\":4}{\"a\":5}\n{'a':6}\n");
        assertEquals("1,1\n5,3\n", plain());
        assertEquals(
                List.of(
                        "line 2: the JSON ends in the middle (column 6)",
                        "line 4: this is not valid JSON: unrecognized token 'x' (column 10)",
                        "line 6: is not an object",
                        "line 7: is not an object",
                        "line 8: has more behind the end of its object",
                        "line 9: this is not valid JSON: unexpected character (''' (code 39)): was expecting"
                                + " double-quote to start field name (column 2)"),
                problems(extract));
    }

    @Test
    void a_broken_first_line_does_not_hide_that_the_file_has_lines() throws Exception {
        Extract extract = extract("{\"a\":\"x}\n{\"a\":2}\n");
        assertEquals("2,2\n", plain());
        assertEquals(List.of("line 1: the JSON ends in the middle (column 9)"), problems(extract));
    }

    @Test
    void broken_json_is_refused_with_line_and_column() {
        assertEquals("f.json, line 3, column 1: the JSON ends in the middle.", refusal("[{\"a\":1},\n{\"a\":2}\n"));
        assertEquals(
                "f.json, line 2, column 6: this is not valid JSON: unexpected character ('}' (code 125)): expected a"
                        + " value.",
                refusal("[{\"a\":1},\n{\"a\":}]"));
        assertEquals("f.json, line 2: there is more behind the end of the array.", refusal("[{\"a\":1}]\n[]"));
    }

    @Test
    void the_only_array_of_objects_in_an_object_holds_the_records() throws Exception {
        Extract extract =
                extract("{\n \"meta\": {\"tags\": [1, 2], \"n\": 1},\n \"result\": {\"rows\": [{\"a\": 1}]}\n}");
        assertEquals("JSON, UTF-8, records in result.rows, 1 column", extract.form());
        assertEquals(Map.of("path", "result.rows"), extract.layout());
        assertEquals("1,1\n", plain());
    }

    @Test
    void of_several_arrays_the_user_says_which() throws Exception {
        String text = "{\"a\":[{\"x\":1}],\"b\":{\"c\":[{\"y\":2}]}}";
        assertEquals(
                "f.json holds more than one array of objects: a, b.c; say which one as the path, e.g. path=a.",
                refusal(text));
        assertEquals(List.of("y"), extract(text, Map.of("path", "b.c")).headers());
        assertEquals("1,2\n", plain());
        assertEquals(
                "f.json has no array at the path d; it has: a, b.c.",
                assertThrows(ImportException.class, () -> extract(text, Map.of("path", "d")))
                        .getMessage());
        assertEquals(
                "f.json has its records at the top, so there is no path d; leave the path out.",
                assertThrows(ImportException.class, () -> extract("[{\"a\":1}]", Map.of("path", "d")))
                        .getMessage());
    }

    @Test
    void an_object_alone_is_a_record_if_it_is_a_line() throws Exception {
        assertEquals("JSON Lines, UTF-8, 1 column", extract("{\"a\":1}").form());
        assertEquals(
                "f.json is an object without an array of objects in it, so it holds no records.",
                refusal("{\n\"a\":1\n}"));
        assertEquals(
                "f.json, line 3: there is more behind the end of the first object; put all objects into one array, or"
                        + " each into a line of its own.",
                refusal("{\n\"a\":1}\n{\n\"a\":1}"));
    }

    @Test
    void geojson_gives_properties_and_the_place_of_points() throws Exception {
        Extract extract = extract("""
                {"type": "FeatureCollection", "features": [
                 {"type": "Feature", "id": 7, "properties": {"city": "Ames"},
                  "geometry": {"type": "Point", "coordinates": [-93.62, 42.030]}},
                 {"type": "Feature", "id": 8, "properties": {"city": "Line"},
                  "geometry": {"type": "LineString", "coordinates": [[1, 2], [3, 4]]}},
                 {"type": "Feature", "id": 9, "properties": {"city": "Nowhere"}, "geometry": null}
                ]}
                """);
        assertEquals("GeoJSON, UTF-8, records in features, 4 columns", extract.form());
        assertEquals(List.of("id", "city", "longitude", "latitude"), extract.headers());
        assertEquals("1,7,Ames,-93.62,42.030\n2,8,Line,,\n3,9,Nowhere,,\n", plain());
        assertEquals(
                List.of(Finding.warning("The geometry is no point in 1 record and is left out there.")),
                extract.findings());
    }

    @Test
    void names_of_properties_win_over_those_of_geojson() throws Exception {
        Extract extract = extract(
                "{\"type\":\"FeatureCollection\",\"features\":[{\"id\":1,\"properties\":{\"id\":2,\"Latitude\":3},"
                        + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[4,5]}}]}");
        assertEquals(List.of("feature.id", "id", "Latitude", "longitude", "geometry.latitude"), extract.headers());
        assertEquals("1,1,2,3,4,5\n", plain());
    }

    @Test
    void keys_that_differ_only_in_case_are_refused() {
        assertEquals(
                "f.json has the keys State and state, which differ only in upper and lower case or in blanks; rename"
                        + " one.",
                refusal("[{\"State\":1},{\"state\":2}]"));
    }

    @Test
    void no_records_are_said_to_be_none() {
        assertEquals("f.json holds no records.", refusal("[]"));
        assertEquals("f.json holds no record that can be read; record 1: is not an object.", refusal("[[1,2]]"));
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, EFBBBF, UTF-8 with BOM",
        "UTF-16LE, FFFE, UTF-16LE with BOM",
        "UTF-16BE, FEFF, UTF-16BE with BOM",
        "UTF-16LE, '', UTF-16LE",
        "UTF-16BE, '', UTF-16BE"
    })
    void the_charset_is_found(String charset, String mark, String name) throws Exception {
        for (String text : List.of("[{\"città\":\"Zürich\"}]", "{\"città\":\"Zürich\"}\n{\"città\":\"Genève\"}")) {
            byte[] bytes = bytes(mark, text, Charset.forName(charset));
            assertTrue(importer.recognises(Path.of("x"), bytes));
            Extract extract = extract(bytes, Source.of(file()));
            assertTrue(extract.form().contains(", " + name + ", "), extract.form());
            assertEquals(List.of("città"), extract.headers());
            assertTrue(plain().startsWith("1,Zürich\n"), plain());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1}", " [ {", "[]", "{}", "\n[[1]]"})
    void json_is_known_by_its_start(String head) {
        assertTrue(importer.recognises(Path.of("x.csv"), head.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n1,2", "[1,2]", "<a>", "", "{x}", "\"a\""})
    void other_text_is_not_taken_for_json(String head) {
        assertFalse(importer.recognises(Path.of("x.json"), head.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_look_at_the_beginning_reads_no_further() throws Exception {
        for (String text : List.of(
                "[{\"a\":1},{\"a\":2},{\"b\":3},broken",
                "{\"a\":1}\n{\"a\":2}\n{\"b\":3}\nbroken",
                "{\"x\":[1],\"y\":[{\"a\":1},{\"a\":2},broken")) {
            Files.writeString(file(), text);
            Extract extract = importer.extract(Source.of(file()).beginning(2), temp.resolve("plain.csv"));
            assertEquals(List.of("a"), extract.headers());
            assertEquals(2, extract.records());
        }
    }

    @Test
    void progress_is_told_and_a_cancelled_task_ends() throws Exception {
        List<Double> told = new ArrayList<>();
        extract(bytes("", "[{\"a\":1}]", StandardCharsets.UTF_8), new Source(file(), Map.of(), (step, at) -> {
            assertEquals("reading f.json", step);
            told.add(at);
        }));
        assertTrue(told.size() >= 2 && told.stream().allMatch(at -> at >= 0 && at < 1), told.toString());
        Progress cancelled = (step, at) -> {
            throw new CancellationException();
        };
        assertThrows(
                CancellationException.class,
                () -> importer.extract(new Source(file(), Map.of(), cancelled), temp.resolve("plain.csv")));
    }

    private Extract extract(String text) throws IOException, ImportException {
        return extract(text, Map.of());
    }

    private Extract extract(String text, Map<String, String> layout) throws IOException, ImportException {
        return extract(text.getBytes(StandardCharsets.UTF_8), new Source(file(), layout, Progress.NONE));
    }

    private Extract extract(byte[] bytes, Source source) throws IOException, ImportException {
        Files.write(file(), bytes);
        return importer.extract(source, temp.resolve("plain.csv"));
    }

    private String refusal(String text) {
        return assertThrows(ImportException.class, () -> extract(text)).getMessage();
    }

    private String plain() throws IOException {
        return Files.readString(temp.resolve("plain.csv"));
    }

    private Path file() {
        return temp.resolve("f.json");
    }

    private static List<String> problems(Extract extract) {
        return extract.problems().stream()
                .map(problem -> problem.at(extract.place()))
                .toList();
    }

    private static byte[] bytes(String mark, String text, Charset charset) {
        byte[] start = java.util.HexFormat.of().parseHex(mark);
        byte[] body = text.getBytes(charset);
        byte[] all = java.util.Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }
}
