package org.opbrief.importer.excel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opbrief.api.data.Extract;
import org.opbrief.api.data.Finding.Severity;

class MergedCellsTest extends ExcelTestCase {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void labels_are_given_to_all_rows_of_their_merge_and_it_is_told(boolean xlsx) throws Exception {
        try (Workbook book = xlsx ? new XSSFWorkbook() : new HSSFWorkbook()) {
            Sheet sheet = fill(
                    book.createSheet("Data"),
                    row("Seizures of two years"),
                    row("Division", "Year", "State", "Cases"),
                    row("Omaha", 2022, "IA", 5),
                    row(null, null, "NE", 7),
                    row(null, 2023, "IA", 8),
                    row("Dallas", 2022, "TX", 9));
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 3));
            sheet.addMergedRegion(new CellRangeAddress(2, 4, 0, 0));
            sheet.addMergedRegion(new CellRangeAddress(2, 3, 1, 1));
            Extract extract = extract(book);
            assertEquals(List.of("Division", "Year", "State", "Cases"), extract.headers());
            assertEquals(
                    List.of("3,Omaha,2022,IA,5", "4,Omaha,2022,NE,7", "5,Omaha,2023,IA,8", "6,Dallas,2022,TX,9"),
                    plain());
            assertEquals(
                    List.of(
                            "Column Division has cells that are merged over several rows; what they hold was given to each"
                                    + " of them, 2 more rows.",
                            "Column Year has cells that are merged over several rows; what they hold was given to each of"
                                    + " them, 1 more row."),
                    texts(extract, Severity.NOTE));
        }
    }

    @Test
    void a_number_in_a_merge_is_not_multiplied() throws Exception {
        try (Workbook book = new XSSFWorkbook()) {
            Sheet sheet = fill(
                    book.createSheet("Data"),
                    row("Exhibit", "Drug", "Weight"),
                    row("E-1", "heroin", 12.5),
                    row("E-2", "cocaine", null),
                    row("E-3", "other", 3));
            sheet.addMergedRegion(new CellRangeAddress(1, 2, 2, 2));
            Extract extract = extract(book);
            assertEquals(List.of("2,E-1,heroin,12.5", "3,E-2,cocaine,", "4,E-3,other,3"), plain());
            assertEquals(
                    List.of(
                            "Column Weight has numbers in cells that are merged over several rows; they stand in the first"
                                    + " row only, since a sum would count them again, and 1 more row is empty."),
                    texts(extract, Severity.WARNING));
        }
    }

    @Test
    void merges_that_are_none_are_left_alone() throws Exception {
        write(SHEET + "<sheetData><row><c t=\"str\"><v>id</v></c><c t=\"str\"><v>n</v></c></row>"
                + "<row><c t=\"str\"><v>a</v></c><c><v>1</v></c></row><row><c/><c><v>2</v></c></row></sheetData>"
                + "<mergeCells><mergeCell ref=\"A2:A9999999\"/><mergeCell ref=\"A0:\"/><mergeCell ref=\"B9:A1\"/><mergeCell/>"
                + "<mergeCell ref=\"ZZZ1:ZZZ99\"/></mergeCells></worksheet>");
        extract(java.util.Map.of());
        assertEquals(List.of("2,a,1", "3,a,2"), plain());
    }
}
