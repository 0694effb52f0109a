package org.opbrief.importer.excel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.data.Extract;
import org.opbrief.api.data.Finding;
import org.opbrief.api.data.Finding.Severity;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.Progress;
import org.opbrief.api.data.Source;

/** Makes workbooks and reads them; afterwards nothing but the plain file may be left. */
abstract class ExcelTestCase {
    static final String SHEET = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">";
    static final Object[] NOTHING = {};

    @TempDir
    Path temp;

    Path file;
    Path target;

    final ExcelImporter importer = new ExcelImporter();

    @BeforeEach
    void makeFolders() throws IOException {
        file = Files.createDirectory(temp.resolve("in")).resolve("book.xlsx");
        target = Files.createDirectory(temp.resolve("out")).resolve("plain.csv");
    }

    @AfterEach
    void nothingElseIsLeft() throws IOException {
        try (Stream<Path> left = Files.list(temp.resolve("out"))) {
            assertEquals(List.of(), left.filter(path -> !path.equals(target)).toList());
        }
    }

    /** Rows from the first on; a null leaves the cell out, an empty row the row. */
    static Sheet fill(Sheet sheet, Object[]... rows) {
        for (int index = 0; index < rows.length; index++) {
            if (rows[index].length > 0) {
                Row row = sheet.createRow(index);
                for (int column = 0; column < rows[index].length; column++) {
                    set(row, column, rows[index][column]);
                }
            }
        }
        return sheet;
    }

    private static void set(Row row, int column, Object value) {
        if (value instanceof Number number) {
            row.createCell(column).setCellValue(number.doubleValue());
        } else if (value instanceof Boolean bool) {
            row.createCell(column).setCellValue(bool);
        } else if (value != null) {
            row.createCell(column).setCellValue(value.toString());
        }
    }

    static Object[] row(Object... values) {
        return values;
    }

    static void style(Workbook book, Cell cell, String format) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        cell.setCellStyle(style);
    }

    static void indent(Workbook book, Cell cell, int by) {
        CellStyle style = book.createCellStyle();
        style.setIndention((short) by);
        cell.setCellStyle(style);
    }

    Extract extract(Workbook book) throws Exception {
        return extract(book, Map.of());
    }

    Extract extract(Workbook book, Map<String, String> layout) throws Exception {
        save(book);
        return extract(layout);
    }

    Extract extract(Map<String, String> layout) throws ImportException {
        return importer.extract(new Source(file, layout, Progress.NONE), target);
    }

    /** Of a workbook with one sheet that holds these rows. */
    Extract extract(Object[]... rows) throws Exception {
        try (Workbook book = new XSSFWorkbook()) {
            fill(book.createSheet("Data"), rows);
            return extract(book);
        }
    }

    void save(Workbook book) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            book.write(out);
        }
    }

    String refusal(Map<String, String> layout) {
        String message =
                assertThrows(ImportException.class, () -> extract(layout)).getMessage();
        assertEquals(false, Files.exists(target), "A plain file is left");
        return message;
    }

    String refusal() {
        return refusal(Map.of());
    }

    List<String> plain() throws IOException {
        return Files.readAllLines(target);
    }

    static List<String> texts(Extract extract, Severity severity) {
        return extract.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .map(Finding::text)
                .toList();
    }

    static List<String> problems(Extract extract) {
        return extract.problems().stream()
                .map(problem -> problem.at(extract.place()))
                .toList();
    }

    /** A workbook of bare parts with that sheet. */
    void write(String sheet, String... more) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument"
                            + ".spreadsheetml.sheet.main+xml\"/></Types>");
            put(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Data\" sheetId=\"1\" r:id=\"rId1\"/>"
                            + "</sheets></workbook>");
            String relations =
                    "<Relationships><Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                            + (String.join(" ", more).contains("sharedStrings")
                                    ? "<Relationship Id=\"rId2\" Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/>"
                                    : "")
                            + "</Relationships>";
            put(zip, "xl/_rels/workbook.xml.rels", relations);
            put(zip, "xl/worksheets/sheet1.xml", sheet);
            for (int index = 0; index < more.length; index += 2) {
                put(zip, more[index], more[index + 1]);
            }
        }
    }

    static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
