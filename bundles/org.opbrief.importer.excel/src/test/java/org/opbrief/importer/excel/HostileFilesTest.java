package org.opbrief.importer.excel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opbrief.api.data.Extract;
import org.opbrief.api.data.Finding.Severity;

/** Whatever the file is, it costs one sentence. */
class HostileFilesTest extends ExcelTestCase {
    private static final String HEADER =
            "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>id</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>n</t></is></c></row>";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<row r='5'/><row r='3'/> | row 3 stands after row 5",
                "<row r='1048577'/> | it has a row 1048577, and sheets have at most 1048576",
                "<row r='x'/> | a row after row 1 has the number \"x\"",
                "<row r='2'><c r='XFE2'><v>1</v></c></row> | cell XFE2 is beyond the last column that sheets have, XFD",
                "<row r='2'><c r='A3'><v>1</v></c></row> | row 2 has a cell that is named \"A3\"",
                "<row r='2'><c r='B2'><v>1</v></c><c r='A2'><v>1</v></c></row> | row 2 has column A after or twice as column B",
                "<row r='2'><c r='A2'><v>1x</v></c></row> | cell A2 has \"1x\" for a number",
                "<row r='2'><c r='A2'><v>1E999</v></c></row> | cell A2 has \"1E999\" for a number",
                "<row r='2'><c r='A2'><v>NaN</v></c></row> | cell A2 has \"NaN\" for a number",
                "<row r='2'><c r='A2' t='s'><v>7</v></c></row> | cell A2 names the text number 7 of 0 texts",
                "<row r='2'><c r='A2' t='s'><v>-1</v></c></row> | cell A2 names the text number -1 of 0 texts"
            })
    void what_no_sheet_can_hold_is_refused(String rows, String reason) throws Exception {
        write(SHEET + "<sheetData>" + HEADER + rows.replace('\'', '"') + "</sheetData></worksheet>");
        assertEquals("book.xlsx, sheet Data: " + reason + "; the file is damaged, save it anew in Excel.", refusal());
    }

    @Test
    void a_hundred_thousand_columns_are_refused() throws Exception {
        write(SHEET + "<sheetData><row r=\"1\">" + "<c><v>1</v></c>".repeat(100_000)
                + "</row></sheetData></worksheet>");
        assertEquals(
                "book.xlsx, sheet Data: row 1 has more than 16384 columns; the file is damaged, save it anew in Excel.",
                refusal());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY a \"b\">]>",
                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\">",
                "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;\">]>"
            })
    void declarations_of_entities_are_refused(String doctype) throws Exception {
        write(doctype + SHEET + "<sheetData>" + HEADER + "</sheetData></worksheet>");
        assertEquals(
                "book.xlsx: its part xl/worksheets/sheet1.xml declares or uses entities of its own (DOCTYPE), which no"
                        + " workbook does; it is not read.",
                refusal());
        write(SHEET + "<sheetData/></worksheet>", "xl/sharedStrings.xml", doctype + "<sst><si><t>&a;</t></si></sst>");
        assertTrue(refusal().contains("sharedStrings.xml declares or uses entities"), refusal());
    }

    @Test
    void malformed_xml_is_refused_with_its_place() throws Exception {
        write(SHEET + "<sheetData>" + HEADER + "<row></sheetData>");
        assertTrue(
                refusal()
                        .matches("book\\.xlsx: its part xl/worksheets/sheet1\\.xml is damaged at line 1, character \\d+"
                                + " \\(no well-formed XML\\); save it anew in Excel\\."),
                refusal());
    }

    @Test
    void a_part_that_swells_is_refused() throws Exception {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(zip, "[Content_Types].xml", "<Types>spreadsheetml.sheet.main</Types>");
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] blanks = new byte[1 << 20];
            Arrays.fill(blanks, (byte) ' ');
            for (int megabyte = 0; megabyte < 100; megabyte++) {
                zip.write(blanks);
            }
            zip.closeEntry();
        }
        assertEquals(
                "book.xlsx: its part xl/worksheets/sheet1.xml swells to far more than a sheet can hold when it is unpacked;"
                        + " it is not read.",
                refusal());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil.xml", "xl/../../evil.xml", "/etc/evil.xml", "..\\evil.xml", "C:\\evil.xml"})
    void parts_that_lead_out_of_the_file_are_refused(String path) throws Exception {
        write(SHEET + "<sheetData>" + HEADER + "</sheetData></worksheet>", path, "x");
        assertEquals(
                "book.xlsx has a part named " + path + ", which leads out of the file; that is no workbook to trust.",
                refusal());
    }

    @Test
    void links_and_macros_are_told_and_left_alone() throws Exception {
        write(
                SHEET + "<sheetData>" + HEADER + "<row><c><v>1</v></c></row></sheetData></worksheet>",
                "xl/externalLinks/externalLink1.xml",
                "<externalLink/>",
                "xl/vbaProject.bin",
                "x");
        Extract extract = extract(Map.of());
        assertEquals(
                List.of(
                        "The workbook has macros; they were neither read nor run.",
                        "The workbook has links to other files; they were not followed, and values are those that it was saved"
                                + " with."),
                texts(extract, Severity.NOTE));
    }

    @Test
    void cut_off_workbooks_are_refused() throws Exception {
        try (Workbook book = new XSSFWorkbook()) {
            fill(book.createSheet(), row("id", "n"), row("a", 1));
            save(book);
        }
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 100));
        assertTrue(recognised());
        assertEquals(
                "book.xlsx is cut off or damaged: it begins like an Office document and has no directory of its parts; fetch it"
                        + " again.",
                refusal());
        try (Workbook book = new HSSFWorkbook()) {
            fill(book.createSheet(), row("id", "n"), row("a", 1));
            save(book);
        }
        byte[] old = Files.readAllBytes(file);
        for (int length : new int[] {600, 2_000, old.length / 2, old.length - 1_000}) {
            Files.write(file, Arrays.copyOf(old, length));
            assertTrue(refusal().startsWith("book.xlsx "), refusal());
        }
    }

    @Test
    void damaged_old_workbooks_cost_one_sentence() throws Exception {
        try (Workbook book = new HSSFWorkbook()) {
            fill(book.createSheet(), row("id", "n"), row("a", 1), row("b", 2));
            save(book);
        }
        byte[] whole = Files.readAllBytes(file);
        java.util.Random random = new java.util.Random(7);
        for (int round = 0; round < 200; round++) {
            byte[] bytes = whole.clone();
            for (int change = 0; change < 10; change++) {
                bytes[512 + random.nextInt(bytes.length - 512)] = (byte) random.nextInt();
            }
            Files.write(file, bytes);
            try {
                extract(Map.of());
            } catch (org.opbrief.api.data.ImportException e) {
                assertTrue(e.getMessage().startsWith("book.xlsx"), e.getMessage());
                assertFalse(e.getMessage().contains("null"), e.getMessage());
            }
        }
    }

    @Test
    void protected_workbooks_are_refused() throws Exception {
        String refusal = "book.xlsx is protected by a password; open it in Excel, save it without one and import that.";
        try (Workbook book = new XSSFWorkbook();
                POIFSFileSystem files = new POIFSFileSystem()) {
            fill(book.createSheet(), row("id", "n"), row("a", 1));
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream out = encryptor.getDataStream(files)) {
                book.write(out);
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                files.writeFilesystem(out);
            }
        }
        assertTrue(recognised());
        assertEquals(refusal, refusal());
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        try (Workbook book = new HSSFWorkbook()) {
            fill(book.createSheet(), row("id", "n"), row("a", 1));
            save(book);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        assertEquals(refusal, refusal());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml | is a Word document",
                "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml | is a presentation",
                "application/vnd.ms-excel.sheet.binary.macroEnabled.main | is a binary workbook (.xlsb)"
            })
    void other_documents_are_named(String type, String what) throws Exception {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(zip, "[Content_Types].xml", "<Types><Override ContentType=\"" + type + "\"/></Types>");
        }
        assertTrue(recognised());
        assertTrue(refusal().startsWith("book.xlsx " + what), refusal());
    }

    @Test
    void open_document_files_are_named_and_other_archives_are_left_to_others() throws Exception {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(zip, "mimetype", "application/vnd.oasis.opendocument.spreadsheet");
        }
        assertTrue(recognised());
        assertEquals("book.xlsx is an OpenDocument file; save it as .xlsx and import that.", refusal());
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(zip, "data.csv", "a,b\n");
        }
        assertFalse(recognised());
        assertEquals("book.xlsx is no workbook.", refusal());
        Files.write(file, "id,n\n1,2\n".getBytes(StandardCharsets.UTF_8));
        assertFalse(recognised());
    }

    @Test
    void many_shared_texts_go_to_a_file_that_is_deleted() throws Exception {
        int count = 60_000;
        String text = "ü" + "x".repeat(600);
        StringBuilder texts = new StringBuilder("<sst><si><t>id</t></si><si><t>n</t></si>");
        StringBuilder rows =
                new StringBuilder(SHEET + "<sheetData><row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>");
        for (int index = 2; index < count; index++) {
            texts.append("<si><t>").append(text).append(index).append("</t></si>");
            rows.append("<row><c t=\"s\"><v>").append(count + 1 - index).append("</v></c><c><v>1</v></c></row>");
        }
        write(rows + "</sheetData></worksheet>", "xl/sharedStrings.xml", texts + "</sst>");
        Extract extract = extract(Map.of());
        assertEquals(count - 2, extract.records());
        List<String> plain = plain();
        assertEquals("2," + text + "59999,1", plain.get(0));
        assertEquals("59999," + text + "2,1", plain.get(count - 3));
    }

    private boolean recognised() throws IOException {
        return importer.recognises(file, Files.readAllBytes(file));
    }
}
