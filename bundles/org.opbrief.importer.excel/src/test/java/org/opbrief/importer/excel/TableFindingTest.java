package org.opbrief.importer.excel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opbrief.api.data.Extract;
import org.opbrief.api.data.Finding.Severity;
import org.opbrief.api.data.Place;
import org.opbrief.api.data.Source;

class TableFindingTest extends ExcelTestCase {

    @Test
    void titles_above_and_notes_below_are_no_records() throws Exception {
        Extract extract = extract(
                row("Seizures of the year 2023"),
                NOTHING,
                row("Division", "Day", "Cases"),
                row("Omaha", "May", 5),
                NOTHING,
                row("Dallas", "June", 7),
                row("Denver", "July", 8),
                NOTHING,
                row("* provisional"),
                row("Source: own figures"));
        assertEquals(List.of("Division", "Day", "Cases"), extract.headers());
        assertEquals(Place.ROW, extract.place());
        assertEquals(Map.of("sheet", "Data", "header row", "3", "rows", "4-7"), extract.layout());
        assertEquals(List.of("4,Omaha,May,5", "6,Dallas,June,7", "7,Denver,July,8"), plain());
        assertEquals(
                List.of(
                        "2 rows (9–10) below the table hold notes; they are not taken for records.",
                        "1 empty row between the records was left out."),
                texts(extract, Severity.NOTE));
        assertEquals(List.of(), texts(extract, Severity.WARNING));
    }

    @Test
    void two_rows_of_headers_are_joined() throws Exception {
        try (Workbook book = new XSSFWorkbook()) {
            Sheet sheet = fill(
                    book.createSheet("Data"),
                    row("Report"),
                    row("Key", "State", "Cases", null, null, "Cleared"),
                    row(null, null, "all", "of these\ntried", "rate", "number", "rate"),
                    row("a", "Iowa", 5, 1, 20, 4, 80),
                    row("b", "Ohio", 6, 2, 30, 5, 83));
            sheet.addMergedRegion(new CellRangeAddress(1, 1, 2, 4));
            Extract extract = extract(book);
            assertEquals(
                    List.of(
                            "Key",
                            "State",
                            "Cases - all",
                            "Cases - of these tried",
                            "Cases - rate",
                            "Cleared - number",
                            "Cleared - rate"),
                    extract.headers());
            assertEquals("2-3", extract.layout().get("header row"));
            assertEquals(extract, extract(extract.layout()));
        }
    }

    @Test
    void years_under_a_common_name_are_headers() throws Exception {
        Extract extract =
                extract(row("State", "Cases"), row(null, 2021, 2022, 2023), row("Iowa", 5, 6, 7), row("Ohio", 8, 9, 1));
        assertEquals(List.of("State", "Cases - 2021", "Cases - 2022", "Cases - 2023"), extract.headers());
        assertEquals(List.of("3,Iowa,5,6,7", "4,Ohio,8,9,1"), plain());
    }

    @Test
    void names_are_cleaned_and_made_unique() throws Exception {
        Extract extract = extract(
                row(
                        "Straf-\ntat",
                        "Zahl\nder Fälle",
                        "Tat\u00adver\u00addächtige",
                        "Baden-\nWürttemberg",
                        "Rate",
                        "rate"),
                row("Mord", 1, 2, 3, 4, 5, 6));
        assertEquals(
                List.of(
                        "Straftat",
                        "Zahl der Fälle",
                        "Tatverdächtige",
                        "Baden- Württemberg",
                        "Rate",
                        "rate (2)",
                        "rate (3)"),
                extract.headers());
        assertEquals(
                List.of(
                        "The header has rate more than once; that of column F is called rate (2).",
                        "Column G has no header of its own; it is called rate (3)."),
                texts(extract, Severity.NOTE));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_visible_sheet_with_the_largest_table_is_read_and_others_are_told(boolean xlsx) throws Exception {
        try (Workbook book = xlsx ? new XSSFWorkbook() : new HSSFWorkbook()) {
            fill(book.createSheet("About"), row("All you need to know"), row("of these figures"));
            fill(book.createSheet("Data"), row("id", "n"), row("a", 1), row("b", 2));
            fill(book.createSheet("Secret"), row("id", "n"), row("x", 1), row("y", 2), row("z", 3), row("u", 4));
            book.setSheetVisibility(2, SheetVisibility.VERY_HIDDEN);
            Extract extract = extract(book);
            assertEquals("Data", extract.layout().get("sheet"));
            assertEquals(
                    List.of(
                            "The workbook has other sheets, which were not read: About; to read another one, choose its name:"
                                    + " sheet=NAME.",
                            "The workbook has hidden sheets, which were not read: Secret."),
                    texts(extract, Severity.NOTE));
            assertEquals(4, extract(Map.of("sheet", "secret")).records());
            Files.delete(target);
            assertEquals("book.xlsx has no sheet Date; it has About, Data, Secret.", refusal(Map.of("sheet", "Date")));
        }
    }

    @Test
    void a_chosen_header_row_wins() throws Exception {
        try (Workbook book = new XSSFWorkbook()) {
            fill(book.createSheet("Data"), row("a", "b"), row("c", "d"), row("e", "f"));
            assertEquals(List.of("c", "d"), extract(book, Map.of("header", "2")).headers());
            assertEquals(List.of("3,e,f"), plain());
            Files.delete(target);
            assertEquals(
                    "book.xlsx, sheet Data: it has nothing in row 9 or below it; choose another header row.",
                    refusal(Map.of("header", "9")));
            assertEquals(
                    "book.xlsx: header is \"x\"; give the number of a row, or two that follow each other, e.g. 4 or 4-5.",
                    refusal(Map.of("header", "x")));
        }
    }

    @Test
    void repeated_headers_and_hidden_rows_and_columns_are_told() throws Exception {
        try (Workbook book = new XSSFWorkbook()) {
            Sheet sheet = fill(book.createSheet("Data"), row("id", "n"), row("a", 1), row("id", "n"), row("b", 2));
            sheet.getRow(3).setZeroHeight(true);
            sheet.setColumnHidden(1, true);
            Extract extract = extract(book);
            assertEquals(List.of("2,a,1", "4,b,2"), plain());
            assertEquals(
                    List.of(
                            "1 row (3) repeats the header; it is not taken for a record.",
                            "1 row (4) is hidden in the sheet; it was read like the others.",
                            "Column n is hidden in the sheet; it was read like the others."),
                    texts(extract, Severity.NOTE));
        }
    }

    @Test
    void titles_of_panels_under_each_other_are_no_records() throws Exception {
        Extract extract = extract(
                row("State", "n", "m"),
                row("Iowa", 1, 4),
                row("Ohio", 2, 5),
                NOTHING,
                row("Dallas division"),
                row("State", "n", "m"),
                row("Texas", 3, 9),
                row("Utah", 3, 9));
        assertEquals(List.of("2,Iowa,1,4", "3,Ohio,2,5", "7,Texas,3,9", "8,Utah,3,9"), plain());
        assertEquals(
                List.of(
                        "1 row (5) above a repeated header holds a title; what it says of the rows below is in no column."),
                texts(extract, Severity.WARNING));
        assertEquals(
                List.of(
                        "1 row (6) repeats the header; it is not taken for a record.",
                        "1 empty row between the records was left out."),
                texts(extract, Severity.NOTE));
    }

    @Test
    void another_table_below_is_told_and_left() throws Exception {
        Extract extract = extract(
                row("State", "n", "m"),
                row("Iowa", 1, 4),
                row("Ohio", 2, 5),
                row("Utah", 7, 6),
                NOTHING,
                row("City", "persons", "cars"),
                row("Ames", 3, 9));
        assertEquals(3, extract.records());
        assertEquals(
                List.of(
                        "Row 6 begins another table below; only rows 2-4 were read. To read the other one, choose its header"
                                + " row: header=6."),
                texts(extract, Severity.WARNING));
        assertEquals(
                List.of("City", "persons", "cars"),
                extract(Map.of("header", "6")).headers());
    }

    @Test
    void tables_side_by_side_are_refused() throws Exception {
        try (Workbook book = new XSSFWorkbook()) {
            fill(book.createSheet("Data"), row("State", "n", null, "State", "n"), row("Iowa", 1, null, "Ohio", 2));
            save(book);
            assertEquals(
                    "book.xlsx, sheet Data: it has 2 tables with the same columns side by side; put them under each other and"
                            + " import it again.",
                    refusal());
        }
    }

    @Test
    void a_total_at_the_end_is_proven_by_its_numbers() throws Exception {
        Extract extract = extract(
                row("State", "n", "rate", "m"),
                row("Iowa", 1, 0.5, 10),
                row("Ohio", 2, 0.25, 20.5),
                row("Utah", 3, 0.1, 30),
                row("USA", 6, 0.3, 60.5));
        assertEquals(
                List.of(
                        "One row (\"USA\" in column State) is the sum of all others, e.g. row 5 has n 6, and so have the 3"
                                + " others together; a plain sum counts everything twice, so leave these rows out or use only them."),
                texts(extract, Severity.WARNING));
    }

    @Test
    void one_small_number_that_is_a_sum_by_chance_is_no_total() throws Exception {
        Extract extract = extract(row("id", "n"), row("F-1", 2), row("F-2", 1), row("F-3", 1));
        assertEquals(List.of(), texts(extract, Severity.WARNING));
        extract = extract(row("id", "n"), row("F-2", 1), row("F-3", 1), row("Gesamt", 2));
        assertTrue(texts(extract, Severity.WARNING).get(0).startsWith("One row (\"Gesamt\" in column id) is the sum"));
    }

    @Test
    void totals_are_told_by_their_label_where_numbers_prove_nothing() throws Exception {
        Extract extract = extract(
                row("State", "n", "m"), row("Iowa", 1, 5), row("Total", 9, 5), row("Ohio", 2, 6), row("total", 9, 5));
        assertEquals(
                List.of(
                        "By their label (\"Total\") 2 rows (3, 5) hold totals of others; a plain sum would count twice what they"
                                + " add up, so leave them out or use only them."),
                texts(extract, Severity.WARNING));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void parents_and_children_in_one_column_are_told(boolean byFormat) throws Exception {
        try (Workbook book = new XSSFWorkbook()) {
            String blanks = byFormat ? "" : "   ";
            Sheet sheet = fill(
                    book.createSheet("Data"),
                    row("Offence", "Cases"),
                    row("Theft", 26_000),
                    row(blanks + "of bicycles", 20_000),
                    row(blanks + "of cars", 6_000),
                    row("Fraud", 936),
                    row(blanks + "by card", 900),
                    row(blanks + "other", 36),
                    row("Arson", 3));
            for (int row : byFormat ? new int[] {2, 3, 5, 6} : new int[0]) {
                indent(book, sheet.getRow(row).getCell(0), 1);
            }
            Extract extract = extract(book);
            assertEquals(
                    List.of(
                            "Column Offence holds parents and children: by their indent 4 rows stand under 2 others, of which 2"
                                    + " have in Cases the sum of what stands under them; summing would count 26,936 twice, so keep one"
                                    + " level."),
                    texts(extract, Severity.WARNING));
        }
    }

    @Test
    void values_beside_the_table_are_problems() throws Exception {
        Object[][] rows = new Object[150][];
        rows[0] = row("id", "n");
        for (int index = 1; index < rows.length; index++) {
            rows[index] = index == 140 ? row("a", 1, null, "aside") : row("a", index);
        }
        assertEquals(
                List.of("row 141, value \"aside\": stands in column D, which has no header"), problems(extract(rows)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_look_at_the_beginning_reads_no_further(boolean xlsx) throws Exception {
        try (Workbook book = xlsx ? new XSSFWorkbook() : new HSSFWorkbook()) {
            Object[][] rows = new Object[30_000][];
            rows[0] = row("id", "n");
            for (int index = 1; index < rows.length; index++) {
                rows[index] = row("a", index);
            }
            fill(book.createSheet("Data"), rows);
            save(book);
        }
        double[] furthest = {0};
        Source source = new Source(file, Map.of(), (step, share) -> furthest[0] = Math.max(furthest[0], share));
        Extract extract = importer.extract(source.beginning(200), target);
        assertEquals(200, extract.records());
        assertEquals("201,a,200", plain().get(199));
        assertTrue(furthest[0] < 0.2, furthest[0] + " was read");
    }

    @Test
    void a_cancelled_reading_leaves_nothing() throws Exception {
        try (Workbook book = new XSSFWorkbook()) {
            Sheet sheet = book.createSheet("Data");
            Object[][] rows = new Object[3_000][];
            rows[0] = row("id", "n");
            for (int index = 1; index < rows.length; index++) {
                rows[index] = row("a", index);
            }
            fill(sheet, rows);
            save(book);
        }
        Source source = new Source(file, Map.of(), (step, share) -> {
            assertEquals("reading book.xlsx", step);
            if (share > 0.5) {
                throw new CancellationException();
            }
        });
        assertThrows(CancellationException.class, () -> importer.extract(source, target));
        assertTrue(Files.notExists(target));
    }
}
