package org.opbrief.importer.excel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opbrief.api.data.Extract;
import org.opbrief.api.data.Finding.Severity;

class CellValuesTest extends ExcelTestCase {

    @ParameterizedTest
    @CsvSource({
        "5, 5",
        "-5.5, -5.5",
        "0.30000000000000004, 0.3",
        "1.1000000000000001, 1.1",
        "1E-3, 0.001",
        "1.5e+20, 150000000000000000000",
        "1234567.89, 1234567.89",
        "12.50, 12.5",
        "007, 7",
        "-0, 0",
        "100, 100",
        "1.0, 1",
        ".5, 0.5",
        "0.05, 0.05",
        "33.333333333333336, 33.3333333333333",
        "123456789012345, 123456789012345"
    })
    void numbers_are_plain_and_without_noise(String stored, String given) {
        assertEquals(given, Values.plain(stored));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void values_are_given_as_they_are_meant(boolean xlsx) throws Exception {
        try (Workbook book = xlsx ? new XSSFWorkbook() : new HSSFWorkbook()) {
            Sheet sheet = fill(
                    book.createSheet("Data"),
                    row("id", "day", "time", "clock", "share", "fips", "yes", "text"),
                    row("007", 45047, 45047.5, 0.75, 0.125, 1003, true, "=1+1, \"quoted\"\nline"),
                    row("@x", 61, 59, 0.5, 1, 7, false, "-3"));
            for (int row = 1; row < 3; row++) {
                style(book, sheet.getRow(row).getCell(1), "m/d/yy");
                style(book, sheet.getRow(row).getCell(2), "yyyy-mm-dd hh:mm");
                style(book, sheet.getRow(row).getCell(3), "h:mm");
                style(book, sheet.getRow(row).getCell(4), "0.0%");
                style(book, sheet.getRow(row).getCell(5), "00000");
            }
            Extract extract = extract(book);
            assertEquals(2, extract.records());
            assertEquals(
                    List.of(
                            "2,007,2023-05-01,2023-05-01T12:00:00,18:00:00,0.125,01003,TRUE,\"=1+1, \"\"quoted\"\"",
                            "line\"",
                            "3,@x,1900-03-01,1900-02-28,12:00:00,1,00007,FALSE,-3"),
                    plain());
            assertEquals(
                    List.of("Column share has percentages; they are given as ratios, 0.5 for 50%."),
                    texts(extract, Severity.NOTE));
        }
    }

    @Test
    void days_count_from_1904_where_the_workbook_says_so() throws Exception {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            book.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
            Sheet sheet = fill(book.createSheet(), row("id", "day"), row("a", 43585), row("b", 0));
            style(book, sheet.getRow(1).getCell(1), "yyyy-mm-dd");
            style(book, sheet.getRow(2).getCell(1), "yyyy-mm-dd");
            extract(book);
            assertEquals(List.of("2,a,2023-05-01", "3,b,1904-01-01"), plain());
        }
    }

    @Test
    void the_29th_of_february_1900_was_no_day() throws Exception {
        try (Workbook book = new XSSFWorkbook()) {
            Sheet sheet = fill(book.createSheet(), row("id", "day"), row("a", 60), row("b", -1), row("c", 61));
            for (int row = 1; row < 4; row++) {
                style(book, sheet.getRow(row).getCell(1), "yyyy-mm-dd");
            }
            Extract extract = extract(book);
            assertEquals(List.of("4,c,1900-03-01"), plain());
            assertEquals(
                    List.of(
                            "row 2, column day, value \"1900-02-29\": is shown as a day, and there is no such day",
                            "row 3, column day, value \"-1\": is shown as a day, and there is no such day"),
                    problems(extract));
        }
    }

    @Test
    void formulas_give_the_values_that_the_file_has() throws Exception {
        write(SHEET + "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>id</t></is></c>"
                + "<c r=\"B1\" t=\"inlineStr\"><is><r><t>am</t></r><r><t>ount</t></r><rPh><t>x</t></rPh></is></c></row>"
                + "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>\"a\"</f><v>a</v></c><c r=\"B2\"><f>1+1</f><v>2</v></c></row>"
                + "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>b</t></is></c><c r=\"B3\"><f>1+2</f></c></row>"
                + "<row r=\"4\"><c r=\"A4\" t=\"inlineStr\"><is><t>c_x000D_</t></is></c><c r=\"B4\" t=\"e\"><f>NA()</f>"
                + "<v>#N/A</v></c></row></sheetData></worksheet>");
        Extract extract = extract(Map.of());
        assertEquals(List.of("id", "amount"), extract.headers());
        assertEquals(List.of("2,a,2"), plain());
        assertEquals(
                List.of(
                        "row 3, column amount: is a formula whose result is not in the file",
                        "row 4, column amount, value \"#N/A\": is an error that Excel shows instead of a value"),
                problems(extract));
        assertEquals(
                List.of(
                        "In 1 row (3) a formula has no result in the file; these rows are rejected. Open the workbook in Excel,"
                                + " save it and import it again.",
                        "In 1 row (4) a cell shows an error or a day that never was; these rows are rejected."),
                texts(extract, Severity.WARNING));
    }

    @Test
    void formulas_and_errors_of_old_workbooks_too() throws Exception {
        try (Workbook book = new HSSFWorkbook()) {
            Sheet sheet = fill(book.createSheet("Old"), row("id", "amount", "text"), row("a"), row("b", 1));
            sheet.getRow(1).createCell(1).setCellFormula("2*21");
            sheet.getRow(1).createCell(2).setCellFormula("\"x\"&\"y\"");
            sheet.getRow(2).createCell(2).setCellFormula("NA()");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            Extract extract = extract(book);
            assertEquals("Excel 97–2003 workbook, sheet Old, 3 columns", extract.form());
            assertEquals(List.of("2,a,42,xy"), plain());
            assertEquals(
                    List.of("row 3, column text, value \"#N/A\": is an error that Excel shows instead of a value"),
                    problems(extract));
        }
    }
}
