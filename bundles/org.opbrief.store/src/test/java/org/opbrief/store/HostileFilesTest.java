package org.opbrief.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.ImportResult;
import org.opbrief.api.data.Importer;
import org.opbrief.importer.csv.CsvImporter;
import org.opbrief.importer.excel.ExcelImporter;
import org.opbrief.importer.json.JsonImporter;
import org.opbrief.importer.parquet.ParquetImporter;

/** Files that were made to do harm, offered to a workspace as a user would. */
class HostileFilesTest extends StoreTestCase {
    private static final String RECORD = "S-1,IA,2022-06-01,fentanyl,1,10\n";
    private static final String ROWS = row("seizure_id", "state", "seized", "drug", "mass_kg", "units")
            + row("S-1", "IA", "2022-06-01", "methamphetamine", "1", "1");

    private static final String TEXTS =
            "<Relationship Id=\"rId2\" Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/>";

    private boolean kept;

    @Override
    List<Importer> importers() {
        return List.of(new CsvImporter(), new ExcelImporter(), new JsonImporter(), new ParquetImporter());
    }

    @AfterEach
    void nothing_is_left() throws Exception {
        assertFalse(Files.exists(folder().resolve(".staging")));
        assertEquals(kept ? 1 : 0, store.batches().size());
        assertEquals(kept ? 1 : 0, sources().size());
    }

    @Test
    void an_archive_that_swells_beyond_measure() throws Exception {
        Path file = book(sheet(ROWS + " ".repeat(1 << 20)), "xl/media/image1.png", "x");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(zip, "[Content_Types].xml", "spreadsheetml.sheet.main");
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            byte[] blanks = new byte[1 << 20];
            Arrays.fill(blanks, (byte) ' ');
            for (int megabyte = 0; megabyte < 80; megabyte++) {
                zip.write(blanks);
            }
            zip.closeEntry();
        }
        assertTrue(Files.size(file) < 100_000);
        assertEquals(
                "book.xlsx: its part xl/sharedStrings.xml swells to far more than a sheet can hold when it is unpacked; it is"
                        + " not read.",
                refusal(file));
    }

    @Test
    void an_archive_of_many_parts_that_swell_together() throws Exception {
        String[] more = new String[200];
        for (int part = 0; part < more.length; part += 2) {
            more[part] = "xl/part" + part + ".xml";
            more[part + 1] = " ".repeat(1 << 20);
        }
        assertEquals(
                "book.xlsx: its parts swell to far more than a workbook holds when they are unpacked; it is not read.",
                refusal(book(sheet(ROWS), more)));
    }

    @Test
    void an_archive_that_says_it_is_small_and_is_not() throws Exception {
        Path file = book(sheet(ROWS + " ".repeat(70 << 20)));
        declare(file, "xl/worksheets/sheet1.xml", 5_000);
        assertTrue(
                refusal(file).matches("book\\.xlsx (is damaged|cannot be read): [^;]+; fetch it again\\."),
                refusal(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x>",
                "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">",
                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
            })
    void entities_of_its_own(String doctype) throws Exception {
        String refusal = refusal(book(doctype + sheet(ROWS)));
        assertEquals(
                "book.xlsx: its part xl/worksheets/sheet1.xml declares or uses entities of its own (DOCTYPE), which no"
                        + " workbook does; it is not read.",
                refusal);
    }

    @Test
    void a_billion_laughs() throws Exception {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE lolz [<!ENTITY l0 \"lol\">");
        for (int level = 1; level < 10; level++) {
            laughs.append("<!ENTITY l").append(level).append(" \"");
            laughs.append(("&l" + (level - 1) + ";").repeat(10)).append("\">");
        }
        String texts = laughs + "]><sst><si><t>&l9;</t></si></sst>";
        assertEquals(
                "book.xlsx: its part xl/sharedStrings.xml declares or uses entities of its own (DOCTYPE), which no workbook"
                        + " does; it is not read.",
                refusal(book(sheet(ROWS), "xl/sharedStrings.xml", texts)));
    }

    @Test
    void a_link_to_another_workbook_is_told_and_not_followed() throws Exception {
        Path other = temp.resolve("other.xlsx");
        Path file = book(
                sheet(ROWS.replace(
                        "<c t=\"inlineStr\"><is><t>IA</t></is></c>", "<c t=\"str\"><f>[1]Data!A1</f><v>NE</v></c>")),
                "xl/externalLinks/externalLink1.xml",
                "<externalLink><externalBook r:id=\"rId1\"/></externalLink>",
                "xl/externalLinks/_rels/externalLink1.xml.rels",
                "<Relationships><Relationship Id=\"rId1\" Type=\"x/externalLinkPath\" TargetMode=\"External\" Target=\""
                        + other.toUri() + "\"/></Relationships>");
        Files.createDirectory(other);
        ImportResult result = load(Sets.seizure(), file);
        kept = true;
        assertEquals(List.of("S-1|NE"), rows("SELECT seizure_id, state FROM seizure"));
        assertEquals(
                List.of(
                        "The workbook has links to other files; they were not followed, and values are those that it was"
                                + " saved with."),
                result.notes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../evil.xml", "xl/../../../evil.xml", "/tmp/evil.xml", "..\\evil.xml", "C:/evil.xml"})
    void a_path_that_climbs_out_of_the_archive(String path) throws Exception {
        assertEquals(
                "book.xlsx has a part named " + path + ", which leads out of the file; that is no workbook to trust.",
                refusal(book(sheet(ROWS), path, "evil")));
    }

    @Test
    void a_line_of_200_megabytes() throws Exception {
        Path file = temp.resolve("line.csv");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(HEADER.getBytes(StandardCharsets.UTF_8));
            byte[] piece = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int megabyte = 0; megabyte < 200; megabyte++) {
                out.write(piece);
            }
            out.write(("\n" + RECORD).getBytes(StandardCharsets.UTF_8));
        }
        ImportResult result = load(Sets.seizure(), file);
        kept = true;
        assertEquals(
                List.of("line 2: is longer than 1 MiB"),
                result.problems().stream().map(Object::toString).toList());
        assertEquals(List.of("3|S-1"), rows("SELECT _line, seizure_id FROM seizure"));
        assertEquals(
                SourceCursor.LONGEST, store.sourceRecord(1, 2).orElseThrow().length());
    }

    @Test
    void a_line_of_200_megabytes_for_a_header() throws Exception {
        Path file = temp.resolve("header.csv");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            byte[] commas = ",".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int megabyte = 0; megabyte < 200; megabyte++) {
                out.write(commas);
            }
        }
        assertEquals("header.csv, line 1: the header has more than 10,000 fields.", refusal(file));
    }

    @Test
    void a_hundred_thousand_columns() throws Exception {
        String names = String.join(",", Collections.nCopies(100_000, "c"));
        assertEquals(
                "wide.csv, line 1: the header has more than 10,000 fields.",
                refusal(file("wide.csv", names + "\n" + names + "\n")));
        String fewer = String.join(",", Collections.nCopies(5_000, "c"));
        assertEquals(
                "wide.csv has 5,000 columns; at most 4,096 can be imported.",
                refusal(file("wide.csv", fewer + "\n" + fewer + "\n")));
        assertEquals(
                "book.xlsx, sheet Data: row 1 has more than 16384 columns; the file is damaged, save it anew in Excel.",
                refusal(book(sheet("<row>" + "<c><v>1</v></c>".repeat(100_000) + "</row>"))));
        StringBuilder object = new StringBuilder("[{\"k\":1");
        for (int key = 0; key < 100_000; key++) {
            object.append(",\"k").append(key).append("\":1");
        }
        assertEquals(
                "wide.json holds no record that can be read; record 1: has more than 4,096 keys.",
                refusal(file("wide.json", object + "}]")));
    }

    @Test
    void as_many_columns_as_are_read() throws Exception {
        StringBuilder header = new StringBuilder("seizure_id,state,seized,drug,mass_kg,units");
        for (int column = 6; column < 4_096; column++) {
            header.append(",column ").append(column);
        }
        String empty = ",".repeat(4_090);
        ImportResult result = load(
                Sets.seizure(),
                file(
                        "wide.csv",
                        header + "\n" + RECORD.strip() + empty + "\n"
                                + RECORD.replace("S-1", "S-2").strip() + empty + "\n"));
        kept = true;
        assertEquals(2, result.batch().rowsAccepted());
        assertEquals(
                List.of("The columns "
                        + IntStream.range(6, 36)
                                .mapToObj(column -> "column " + column)
                                .collect(Collectors.joining(", "))
                        + " and 4,060 more of wide.csv are not part of the data set seizure and left out."),
                result.notes());
    }

    @Test
    void bytes_that_are_zero() throws Exception {
        ImportResult result = load(
                Sets.seizure(),
                file("nul.csv", HEADER + RECORD + RECORD.replace("S-1", "S\0-2") + RECORD.replace("S-1", "S-3")));
        kept = true;
        assertEquals(
                List.of("line 3: holds a NUL character"),
                result.problems().stream().map(Object::toString).toList());
        assertEquals(List.of("S-1", "S-3"), rows("SELECT seizure_id FROM seizure ORDER BY 1"));
        Path zeros = Files.write(temp.resolve("zeros.csv"), new byte[100_000]);
        assertEquals(
                zeros
                        + " cannot be imported: it holds binary data of an unknown form; known are csv, excel, json, parquet.",
                refusal(zeros));
    }

    @Test
    void a_quote_that_is_never_closed_tells_its_line() throws Exception {
        StringBuilder text = new StringBuilder(HEADER + RECORD + "S-2,\"IA,2022-06-01,fentanyl,1,10\n");
        for (int row = 3; row < 20_000; row++) {
            text.append("S-").append(row).append(",IA,2022-06-01,fentanyl,1,10\n");
        }
        ImportResult result = load(Sets.seizure(), file("quote.csv", text.toString()));
        kept = true;
        assertEquals(
                List.of("line 3: the quote that opens in line 3 is never closed"),
                result.problems().stream().map(Object::toString).toList());
        assertEquals(19_998, result.batch().rowsAccepted());
    }

    @Test
    void json_100_000_levels_deep() throws Exception {
        String deep = "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000);
        assertEquals("deep.json, line 1: the JSON is nested deeper than 100 levels.", refusal(file("deep.json", deep)));
        assertEquals(
                "deep.json, line 1: the JSON is nested deeper than 100 levels.",
                refusal(file("deep.json", "[" + deep + "]")));
    }

    @Test
    void parquet_that_is_cut_off() throws Exception {
        byte[] whole = SoundFiles.all(temp).get("table.parquet");
        for (int length : new int[] {5, 100, whole.length / 2, whole.length - 1}) {
            Path file = Files.write(temp.resolve("table.parquet"), Arrays.copyOf(whole, length));
            assertTrue(
                    refusal(file)
                            .matches(
                                    "table\\.parquet is a damaged or truncated Parquet file, or uses what cannot be read"
                                            + " here \\([^)]+\\); get it anew\\."),
                    refusal(file));
        }
    }

    @Test
    void what_a_terminal_would_obey_is_shown_and_not_sent() throws Exception {
        ImportResult result = load(
                Sets.seizure(),
                file("colours.csv", HEADER + RECORD + RECORD.replace("fentanyl", "\u001b[2J\u202eice")));
        kept = true;
        assertEquals(
                List.of("line 3, column drug, value \"\\u001b[2J\\u202eice\": is not one of fentanyl, methamphetamine,"
                        + " other"),
                result.problems().stream().map(Object::toString).toList());
    }

    private String refusal(Path file) {
        return assertThrows(ImportException.class, () -> load(Sets.seizure(), file))
                .getMessage();
    }

    private static String row(String... texts) {
        StringBuilder row = new StringBuilder("<row>");
        for (String text : texts) {
            row.append("<c t=\"inlineStr\"><is><t>").append(text).append("</t></is></c>");
        }
        return row + "</row>";
    }

    private static String sheet(String rows) {
        return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
    }

    /** A workbook of bare parts. */
    private Path book(String sheet, String... more) throws IOException {
        Path file = temp.resolve("book.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(zip, "[Content_Types].xml", "<Types><Override ContentType=\"spreadsheetml.sheet.main+xml\"/></Types>");
            put(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Data\" r:id=\"rId1\"/></sheets></workbook>");
            put(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                            + (List.of(more).contains("xl/sharedStrings.xml") ? TEXTS : "") + "</Relationships>");
            put(zip, "xl/worksheets/sheet1.xml", sheet);
            for (int index = 0; index < more.length; index += 2) {
                put(zip, more[index], more[index + 1]);
            }
        }
        return file;
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** Lets the archive's directory say that a part has so many bytes when it is unpacked. */
    private static void declare(Path file, String part, int bytes) throws IOException {
        byte[] all = Files.readAllBytes(file);
        byte[] name = part.getBytes(StandardCharsets.US_ASCII);
        for (int at = all.length - 46 - name.length; at >= 0; at--) {
            boolean entry = all[at] == 'P' && all[at + 1] == 'K' && all[at + 2] == 1 && all[at + 3] == 2;
            if (entry && Arrays.equals(name, Arrays.copyOfRange(all, at + 46, at + 46 + name.length))) {
                try (RandomAccessFile writer = new RandomAccessFile(file.toFile(), "rw")) {
                    writer.seek(at + 24);
                    writer.writeInt(Integer.reverseBytes(bytes));
                }
                return;
            }
        }
        throw new IOException("There is no part " + part);
    }
}
