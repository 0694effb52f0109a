package org.opbrief.importer.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opbrief.api.data.Extract;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.Progress;
import org.opbrief.api.data.Source;

class CsvImporterTest {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    @TempDir
    Path temp;

    private final CsvImporter importer = new CsvImporter();

    @Test
    void records_are_rewritten_with_the_line_of_each() throws Exception {
        Extract extract = extract("id,name,note\n1,Anna,\n2,\"Smith, Jo\",\"he said \"\"no\"\"\"\n");
        assertEquals(List.of("id", "name", "note"), extract.headers());
        assertEquals("CSV, UTF-8, comma, 3 columns", extract.form());
        assertEquals(Optional.of(StandardCharsets.UTF_8), extract.charset());
        assertEquals(2, extract.records());
        assertEquals(List.of(), extract.problems());
        assertEquals("2,1,Anna,\n3,2,\"Smith, Jo\",\"he said \"\"no\"\"\"\n", plain());
    }

    @Test
    void lines_are_counted_through_quoted_newlines_and_all_kinds_of_line_ends() throws Exception {
        extract("a,b\r\n1,\"x\r\ny\rz\n\"\r2,b\n\n\r\n3,c\r\r4,d");
        assertEquals("2,1,\"x\r\ny\rz\n\"\n6,2,b\n9,3,c\n11,4,d\n", plain());
    }

    @Test
    void lines_that_end_with_a_carriage_return_alone_are_lines() throws Exception {
        assertEquals(2, extract("a,b\r1,2\r3,4\r").records());
        assertEquals("2,1,2\n3,3,4\n", plain());
    }

    @ParameterizedTest
    @CsvSource({"',', comma", ";, semicolon", "'\t', tab", "|, pipe"})
    void the_delimiter_is_found(String delimiter, String name) throws Exception {
        String text = "id,day,text\n1,2023-05-01,\"a;b|c,d\"\n2,2023-05-02,e\n".replace(",", delimiter);
        Extract extract = extract(text);
        assertEquals("CSV, UTF-8, " + name + ", 3 columns", extract.form());
        assertEquals(2, extract.records());
    }

    @Test
    void decimal_commas_do_not_outvote_the_semicolon() throws Exception {
        Extract extract = extract("id;kg;lb\n1;1,5;3,3\n2;2,5;5,5\n");
        assertEquals(List.of("id", "kg", "lb"), extract.headers());
        assertEquals("2,1,\"1,5\",\"3,3\"\n3,2,\"2,5\",\"5,5\"\n", plain());
    }

    @Test
    void a_sep_line_tells_the_delimiter_and_counts_as_a_line() throws Exception {
        Extract extract = extract("sep=^\r\na^b\r\n1^2,5\r\n");
        assertEquals(List.of("a", "b"), extract.headers());
        assertEquals("CSV, UTF-8, delimiter ^, 2 columns", extract.form());
        assertEquals("3,1,\"2,5\"\n", plain());
    }

    @Test
    void one_column_needs_no_delimiter() throws Exception {
        assertEquals(List.of("state"), extract("state\nIA\nNE\n").headers());
        assertEquals("2,IA\n3,NE\n", plain());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void a_look_at_the_beginning_reads_no_further(String charset) throws Exception {
        String text = "id,name\n" + "1,Anna\n".repeat(50_000) + "2,\"never closed";
        Path file = Files.write(temp.resolve("large.csv"), text.getBytes(Charset.forName(charset)));
        Extract extract = importer.extract(Source.of(file).beginning(10), temp.resolve("plain.csv"));
        assertEquals(List.of("id", "name"), extract.headers());
        assertEquals(List.of(), extract.problems());
        assertTrue(extract.records() > 10 && extract.records() < 10_000, String.valueOf(extract.records()));
        assertFalse(Files.exists(temp.resolve("plain.csv.beginning")));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, EFBBBF", "UTF-16LE, FFFE", "UTF-16LE, ''", "UTF-16BE, ''"})
    void json_is_not_taken_for_records_in_any_charset(String charset, String mark) {
        for (String json : List.of("{\"a\": 1, \"b\": 2}", "{}\n{}", "[\n]")) {
            assertFalse(importer.recognises(Path.of("f.csv"), bytes(mark, json, Charset.forName(charset))), json);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, EFBBBF, UTF-8 with BOM",
        "UTF-8, '', UTF-8",
        "UTF-16LE, FFFE, UTF-16LE with BOM",
        "UTF-16BE, FEFF, UTF-16BE with BOM",
        "UTF-16LE, '', UTF-16LE",
        "UTF-16BE, '', UTF-16BE",
        "ISO-8859-1, '', Latin-1"
    })
    void the_charset_is_found(String charset, String mark, String name) throws Exception {
        Extract extract = extract(bytes(mark, "id,città\n1,Zürich\n2,Genève\n", Charset.forName(charset)));
        assertEquals("CSV, " + name + ", comma, 2 columns", extract.form());
        assertEquals(Optional.of(Charset.forName(charset)), extract.charset());
        assertEquals(List.of("id", "città"), extract.headers());
        assertEquals("2,1,Zürich\n3,2,Genève\n", plain());
    }

    @Test
    void windows_1252_is_told_from_latin_1_by_its_quotes_and_euros() throws Exception {
        Extract extract = extract("id,note\n1,“50 €” é\n".getBytes(WINDOWS_1252));
        assertEquals("CSV, Windows-1252, comma, 2 columns", extract.form());
        assertEquals("2,1,“50 €” é\n", plain());
    }

    @Test
    void a_stray_byte_in_utf_8_is_refused_with_its_line_and_not_read_as_another_charset() {
        byte[] bytes = bytes("", "id,name\n1,Zürich\n2,Genève\n3,Kö?n\n", StandardCharsets.UTF_8);
        bytes[bytes.length - 3] = (byte) 0xf6;
        assertEquals(
                "f.csv, line 4: a byte here is not valid UTF-8, while the rest of the file is UTF-8; correct the line"
                        + " or save the file as UTF-8 anew.",
                refusal(bytes));
    }

    @Test
    void ragged_records_are_problems_with_their_line() throws Exception {
        Extract extract = extract("a,b,c\n1,2,3\n1,2\n1,2,3,4\nx\n1,2,3\n");
        assertEquals(2, extract.records());
        assertEquals(
                List.of(
                        "line 3: has 2 fields where the header has 3",
                        "line 4: has 4 fields where the header has 3",
                        "line 5: has 1 field where the header has 3"),
                problems(extract));
    }

    @Test
    void a_quote_that_is_never_closed_costs_one_record() throws Exception {
        Extract extract = extract("a,b\n1,2\n2,\"open\n3,4\n4,5\n");
        assertEquals(List.of("line 3: the quote that opens in line 3 is never closed"), problems(extract));
        assertEquals("2,1,2\n4,3,4\n5,4,5\n", plain());
    }

    @Test
    void text_behind_a_closing_quote_is_a_problem_of_its_record_alone() throws Exception {
        Extract extract = extract("a,b\n1,\"5\" pipe\"\n2,\"x\" \n3,4\n");
        assertEquals(
                List.of("line 2: the quote that opens in line 2 is not closed, or a quote inside the field is not"
                        + " doubled"),
                problems(extract));
        assertEquals("3,2,x\n4,3,4\n", plain());
    }

    @Test
    void an_open_quote_that_the_next_quote_seems_to_close_costs_one_record() throws Exception {
        Extract extract = extract("a,b\n1,\"open\n2,\"x\"\n3,y\n");
        assertEquals(1, extract.problems().size());
        assertEquals(2, extract.problems().get(0).line());
        assertEquals("3,2,x\n4,3,y\n", plain());
    }

    @Test
    void a_quote_inside_a_plain_field_is_text() throws Exception {
        extract("a,b\n1,5\" pipe\n");
        assertEquals("2,1,\"5\"\" pipe\"\n", plain());
    }

    @Test
    void a_nul_character_is_a_problem_of_its_record() throws Exception {
        Extract extract = extract("a,b\n1,x\u0000y\n2,z\n");
        assertEquals(List.of("line 2: holds a NUL character"), problems(extract));
        assertEquals("3,2,z\n", plain());
    }

    @Test
    void a_record_without_end_is_a_problem_and_bounds_memory() throws Exception {
        String open = "x".repeat(RecordScanner.LONGEST_RECORD + 10);
        Extract extract = extract("a,b\n1," + open + "\n2,\"" + open + "\n3,4\n");
        assertEquals(
                List.of(
                        "line 2: is longer than 1 MiB",
                        "line 3: the quote that opens in line 3 is not closed within 1 MiB"),
                problems(extract));
        assertEquals("4,3,4\n", plain());
    }

    @Test
    void trailing_blank_lines_are_no_records() throws Exception {
        assertEquals(1, extract("a,b\n1,2\n\n\r\n\n").records());
    }

    @Test
    void lines_of_delimiters_alone_are_no_records() throws Exception {
        Extract extract = extract("a,b\n1,2\n,\n,,\n,4\n,");
        assertEquals(2, extract.records());
        assertEquals(List.of(), extract.problems());
        assertEquals("2,1,2\n5,,4\n", plain());
    }

    @Test
    void a_header_without_records_is_an_extract_without_records() throws Exception {
        Extract extract = extract("a,b\n");
        assertEquals(0, extract.records());
        assertEquals(List.of("a", "b"), extract.headers());
    }

    @Test
    void unusable_headers_are_refused_in_words() {
        assertEquals(
                "f.csv, line 1: column 2 has no name in the header; give it one.",
                refusal("a,,c\n1,2,3\n".getBytes(StandardCharsets.UTF_8)));
        assertEquals(
                "f.csv, line 1: the header names the column A twice; rename one.",
                refusal("a,b,A \n1,2,3\n".getBytes(StandardCharsets.UTF_8)));
        assertEquals("f.csv holds no records, only blank lines.", refusal("\n\r\n\n".getBytes(StandardCharsets.UTF_8)));
        assertEquals(
                "f.csv, line 1: the header cannot be read: the quote that opens in line 1 is never closed.",
                refusal("a,\"b\n1,2\n".getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"a\": 1}", "[{\"a\": 1}]", "<?xml version='1.0'?>", "<!DOCTYPE html>", "%PDF-1.7 x", "PAR1abc"
            })
    void other_forms_are_not_recognised(String start) {
        assertFalse(importer.recognises(Path.of("x.csv"), start.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void text_is_recognised_and_binary_data_are_not() {
        assertTrue(importer.recognises(Path.of("x"), "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)));
        assertTrue(importer.recognises(Path.of("x"), "a,b\n1,2\n".getBytes(StandardCharsets.UTF_16LE)));
        assertFalse(importer.recognises(Path.of("x.csv"), new byte[0]));
        byte[] rubbish = new byte[4096];
        new java.util.Random(7).nextBytes(rubbish);
        assertFalse(importer.recognises(Path.of("x.csv"), rubbish));
        assertFalse(importer.recognises(Path.of("x.csv"), new byte[4096]));
    }

    @Test
    void what_the_user_says_of_the_file_counts_and_is_told() throws Exception {
        Path file = Files.writeString(temp.resolve("f.csv"), "Drug report\n\nid;x,y\n1;a,b\n2;c,d\n");
        Extract extract = importer.extract(
                new Source(file, Map.of("header line", "3", "delimiter", "semicolon"), Progress.NONE),
                temp.resolve("plain"));
        assertEquals(List.of("id", "x,y"), extract.headers());
        assertEquals(Map.of("charset", "UTF-8", "delimiter", "semicolon", "header line", "3"), extract.layout());
        assertEquals("4,1,\"a,b\"\n5,2,\"c,d\"\n", Files.readString(temp.resolve("plain")));
        Source again = new Source(file, extract.layout(), Progress.NONE);
        assertEquals(extract, importer.extract(again, temp.resolve("again")));
    }

    @ParameterizedTest
    @CsvSource({
        "sheet, x, 'f.csv cannot be read by \"sheet\": CSV files know charset, delimiter, header line and shape.'",
        "delimiter, ab, '\"ab\" is no delimiter: name comma, semicolon, tab, pipe, or one character.'",
        "header line, x, '\"x\" is not the number of a line, as in \"header line=4\".'",
        "header line, 9, 'f.csv has no line 9, where its header should be.'",
        "charset, latin-0, '\"latin-0\" is not the name of a character set, as in charset=Windows-1252.'"
    })
    void what_cannot_be_is_one_sentence(String choice, String value, String message) throws Exception {
        Path file = Files.writeString(temp.resolve("f.csv"), "a,b\n1,2\n");
        Source source = new Source(file, Map.of(choice, value), Progress.NONE);
        assertEquals(
                message,
                assertThrows(ImportException.class, () -> importer.extract(source, temp.resolve("plain")))
                        .getMessage());
    }

    @Test
    void a_square_matrix_becomes_its_links() throws Exception {
        Path file = Files.writeString(temp.resolve("f.csv"), ",A,\"B, x\",C\nA,0,2,\n\"B, x\",0.5,0,0.00\nC,,,0\n");
        Extract extract = importer.extract(Source.of(file), temp.resolve("plain"));
        assertEquals(List.of("from", "to", "weight"), extract.headers());
        assertEquals("2,\"A\",\"B, x\",\"2\"\n3,\"B, x\",\"A\",\"0.5\"\n", Files.readString(temp.resolve("plain")));
        assertEquals(
                "The file is a square matrix: 3 nodes, whose 2 links that are not zero are read as from, to and weight."
                        + " Without links are C.",
                extract.findings().get(0).text());
        assertEquals(2, extract.records());
    }

    @Test
    void a_table_with_an_empty_first_header_is_no_matrix() {
        String message = refusal("\"\",A,B\nA,0,2\nX,1,0\n".getBytes(StandardCharsets.UTF_8));
        assertTrue(message.contains("column 1 has no name in the header"), message);
    }

    @Test
    void a_character_set_that_is_named_is_used() throws Exception {
        Path file = Files.write(temp.resolve("f.csv"), "id,city\n1,\u017b\u00f3\u0142kiew\n".getBytes("windows-1250"));
        importer.extract(new Source(file, Map.of("charset", "windows-1250"), Progress.NONE), temp.resolve("plain"));
        assertEquals("2,1,\u017b\u00f3\u0142kiew\n", Files.readString(temp.resolve("plain")));
    }

    private Extract extract(String text) throws IOException, ImportException {
        return extract(text.getBytes(StandardCharsets.UTF_8));
    }

    private Extract extract(byte[] bytes) throws IOException, ImportException {
        Path file = Files.write(temp.resolve("f.csv"), bytes);
        Extract extract = importer.extract(Source.of(file), temp.resolve("plain"));
        assertFalse(Files.exists(temp.resolve("plain.utf8")));
        return extract;
    }

    private String refusal(byte[] bytes) {
        return assertThrows(ImportException.class, () -> extract(bytes)).getMessage();
    }

    private String plain() throws IOException {
        return Files.readString(temp.resolve("plain"));
    }

    private static List<String> problems(Extract extract) {
        return extract.problems().stream().map(Object::toString).toList();
    }

    private static byte[] bytes(String mark, String text, Charset charset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(java.util.HexFormat.of().parseHex(mark));
        bytes.writeBytes(text.getBytes(charset));
        return bytes.toByteArray();
    }
}
