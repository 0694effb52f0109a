package org.opbrief.output.excel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.Unit;
import org.opbrief.api.output.OutputException;
import org.opbrief.api.report.Briefing;
import org.opbrief.api.report.Section;
import org.opbrief.api.statistics.Answer;
import org.opbrief.api.statistics.Table;

class ExcelFormatTest {
    @TempDir
    private static Path temp;

    /** The sample, written once: most tests only look at it. */
    private static Path file;

    @BeforeAll
    static void writeSample() throws Exception {
        file = write(Samples.briefing());
    }

    private static Path write(Briefing briefing) throws Exception {
        Path file = Files.createTempFile(temp, "b", ".xlsx");
        Files.delete(file);
        new ExcelFormat().write(briefing, Optional.empty(), file);
        return file;
    }

    private static XSSFWorkbook sample() throws Exception {
        return read(file);
    }

    // from a stream: a workbook that was opened as a file is written back when it is closed
    private static XSSFWorkbook read(Path workbook) throws IOException {
        try (InputStream in = Files.newInputStream(workbook)) {
            return new XSSFWorkbook(in);
        }
    }

    private static XSSFWorkbook workbook(Briefing briefing) throws Exception {
        return read(write(briefing));
    }

    private static XSSFCell cell(XSSFSheet sheet, String reference) {
        CellReference at = new CellReference(reference);
        return sheet.getRow(at.getRow()).getCell(at.getCol());
    }

    private static XSSFCell named(XSSFWorkbook workbook, String name) {
        CellReference at = new CellReference(workbook.getName(name).getRefersToFormula());
        return workbook.getSheet(at.getSheetName()).getRow(at.getRow()).getCell(at.getCol());
    }

    @Test
    void theSameBriefingGivesTheSameBytesWithoutAnyTime() throws Exception {
        assertEquals(-1, Files.mismatch(file, write(Samples.briefing())));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            zip.stream().forEach(entry -> assertEquals(LocalDateTime.of(1980, 1, 1, 0, 0), entry.getTimeLocal()));
        }
        try (XSSFWorkbook workbook = sample()) {
            var core = workbook.getProperties().getCoreProperties();
            assertEquals("2023-05-01T00:00:00Z", core.getCreated().toInstant().toString());
            assertEquals("2023-05-01T00:00:00Z", core.getModified().toInstant().toString());
            assertEquals("Operation Last Mile", core.getTitle());
            assertEquals("Nationwide results & figures", core.getSubject());
        }
    }

    @Test
    void allPartsAreValidAndFitTogether() throws Exception {
        Table empty = new Table(Samples.byDrug().columns(), List.of());
        for (Path one : List.of(file, write(Samples.of()), write(Samples.of(Samples.table("none", empty))))) {
            Package written = new Package(one);
            assertEquals(List.of(), written.invalid());
            assertEquals(List.of(), written.lint());
        }
    }

    @Test
    void aFaultWouldBeFound() throws Exception {
        Path faulty = temp.resolve("faulty.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet sheet = workbook.createSheet();
            sheet.createRow(0).createCell(0).setCellValue("a");
            sheet.getCTWorksheet().addNewPageSetup().setCopies(-1);
            try (var out = Files.newOutputStream(faulty)) {
                workbook.write(out);
            }
        }
        assertFalse(new Package(faulty).invalid().isEmpty());
    }

    @Test
    void sheetsStandInTheOrderOfTheSections() throws Exception {
        try (XSSFWorkbook workbook = sample()) {
            List<String> names = new ArrayList<>();
            for (Sheet sheet : workbook) {
                names.add(sheet.getSheetName());
            }
            assertEquals(
                    List.of(
                            "Summary",
                            "Drugs seized in the operation",
                            "Methamphetamine by year (2)",
                            "Methamphetamine by year",
                            "Fentanyl by division and form",
                            "Sources",
                            "Method"),
                    names);
        }
    }

    @Test
    void eachFigureHasItsExactValueUnitAndNamedCell() throws Exception {
        try (XSSFWorkbook workbook = sample()) {
            assertEquals(43_985_321, named(workbook, "pills").getNumericCellValue());
            assertEquals(
                    "#,##0\" pills\"", named(workbook, "pills").getCellStyle().getDataFormatString());
            assertEquals(6512.345678901234567, named(workbook, "powder").getNumericCellValue());
            assertEquals(
                    "#,##0.0\" lb\"", named(workbook, "powder").getCellStyle().getDataFormatString());
            assertEquals(100_512_336.17, named(workbook, "currency").getNumericCellValue());
            assertEquals("$#,##0", named(workbook, "currency").getCellStyle().getDataFormatString());
            assertEquals(0.5506, named(workbook, "meth_change").getNumericCellValue());
            assertEquals("0%", named(workbook, "meth_change").getCellStyle().getDataFormatString());
            // q1 alone would be a cell
            assertEquals(12, named(workbook, "_q1").getNumericCellValue());
        }
    }

    @Test
    void theSummarySaysWhatTheBriefingIs() throws Exception {
        Map<String, String> cells = new Package(file).cells("xl/worksheets/sheet1.xml");
        assertEquals("LAW ENFORCEMENT SENSITIVE", cells.get("A1"));
        assertEquals("Operation Last Mile", cells.get("A3"));
        assertEquals("Nationwide results & figures", cells.get("A4"));
        assertEquals("45047.0", cells.get("B6"));
        assertEquals("Internal", cells.get("B7"));
        assertTrue(cells.containsValue("nearly 44 million"));
        assertTrue(cells.containsValue("Estimate"));
        assertTrue(cells.containsValue("1.928732114567E8"));
        assertTrue(cells.containsValue("2.301123456E8"));
        assertTrue(cells.containsValue("Fentanyl doses, late 2022 (alternative)"));
        assertTrue(cells.containsValue("2022-09-01 to 2022-12-31"));
    }

    @Test
    void aTableIsOneOfExcelsWithTypedCells() throws Exception {
        try (XSSFWorkbook workbook = sample()) {
            XSSFTable table = workbook.getTable("by_drug");
            assertEquals("A4:H8", table.getArea().formatAsString());
            assertEquals("A4:H8", table.getCTTable().getAutoFilter().getRef());
            XSSFSheet sheet = table.getXSSFSheet();
            assertEquals(4, sheet.getPaneInformation().getHorizontalSplitTopRow());
            assertEquals("4:4", sheet.getRepeatingRows().formatAsString().replace("$", ""));
            assertEquals("Fentanyl", cell(sheet, "A5").getStringCellValue());
            assertEquals(2411, cell(sheet, "C5").getNumericCellValue());
            assertEquals(CellType.BLANK, cell(sheet, "D5").getCellType());
            assertEquals(6512.345678901234567890123, cell(sheet, "D6").getNumericCellValue());
            assertEquals("#,##0.00\" lb\"", cell(sheet, "D6").getCellStyle().getDataFormatString());
            assertEquals("$#,##0", cell(sheet, "F5").getCellStyle().getDataFormatString());
            assertEquals(0.551, cell(sheet, "G5").getNumericCellValue());
            assertEquals("0.0%", cell(sheet, "G5").getCellStyle().getDataFormatString());
            assertEquals(LocalDateTime.of(2022, 5, 2, 0, 0), cell(sheet, "H5").getLocalDateTimeCellValue());
            assertEquals("1899-01-01", cell(sheet, "H7").getStringCellValue());
            assertEquals("A1:H8", sheet.getCTWorksheet().getDimension().getRef());
            // names that look like cells are not allowed for tables
            assertEquals("Methamphetamine by year", workbook.getTable("_T1").getSheetName());
            assertEquals(
                    "0",
                    cell(workbook.getTable("_T1").getXSSFSheet(), "A5")
                            .getCellStyle()
                            .getDataFormatString());
        }
    }

    @Test
    void textThatLooksLikeAFormulaStaysText() throws Exception {
        try (XSSFWorkbook workbook = sample()) {
            XSSFSheet sheet = workbook.getTable("by_drug").getXSSFSheet();
            XSSFCell cell = cell(sheet, "A7");
            assertEquals(CellType.STRING, cell.getCellType());
            assertEquals("=cmd|'/c calc'!A0", cell.getStringCellValue());
            assertTrue(cell.getCellStyle().getQuotePrefixed());
            assertFalse(cell(sheet, "A5").getCellStyle().getQuotePrefixed());
            assertEquals("<&>\u0001_x0041_", cell(sheet, "B7").getStringCellValue());
        }
    }

    @Test
    void aChartRefersToItsTableAndSaysWhatItShows() throws Exception {
        try (XSSFWorkbook workbook = sample()) {
            XSSFSheet sheet = workbook.getSheet("Methamphetamine by year (2)");
            XSSFChart chart = sheet.getDrawingPatriarch().getCharts().get(0);
            var series = chart.getCTChart().getPlotArea().getLineChartArray(0).getSerArray(0);
            assertEquals(
                    "'Methamphetamine by year'!$B$5:$B$9",
                    series.getVal().getNumRef().getF());
            assertEquals(
                    "'Methamphetamine by year'!$A$5:$A$9",
                    series.getCat().getStrRef().getF());
            assertEquals(
                    "91207.5",
                    series.getVal().getNumRef().getNumCache().getPtArray(4).getV());
            assertEquals("Methamphetamine by year", chart.getTitleText().getString());
        }
        String drawing = new Package(file).text("xl/drawings/drawing1.xml");
        assertTrue(
                drawing.contains("descr=\"A line that rises from 58,820 pounds in 2018 to 91,208 in 2022.\""), drawing);
    }

    @Test
    void aSplitChartHasATableOfItsOwnWithAColumnForEachSeries() throws Exception {
        try (XSSFWorkbook workbook = sample()) {
            XSSFTable table = workbook.getTable("by_division");
            assertEquals("A29:C38", table.getArea().formatAsString());
            XSSFSheet sheet = table.getXSSFSheet();
            assertEquals("Powder", cell(sheet, "C29").getStringCellValue());
            assertEquals("Rocky Mountain", cell(sheet, "A34").getStringCellValue());
            assertEquals(4_000_000, cell(sheet, "B34").getNumericCellValue());
            assertEquals(CellType.BLANK, cell(sheet, "C34").getCellType());
            XSSFChart chart = sheet.getDrawingPatriarch().getCharts().get(0);
            var bars = chart.getCTChart().getPlotArea().getBarChartArray(0);
            assertEquals(2, bars.sizeOfSerArray());
            assertEquals(
                    "'Fentanyl by division and form'!$C$30:$C$38",
                    bars.getSerArray(1).getVal().getNumRef().getF());
            assertEquals("bar", bars.getBarDir().getVal().toString());
        }
    }

    @Test
    void everyPrintedSheetCarriesTheMarkingAndItsPageNumber() throws Exception {
        try (XSSFWorkbook workbook = sample()) {
            for (Sheet each : workbook) {
                XSSFSheet sheet = (XSSFSheet) each;
                assertEquals(
                        "&\"-,Bold\"&K8A1C1CLAW ENFORCEMENT SENSITIVE",
                        sheet.getHeader().getCenter());
                assertEquals(sheet.getHeader().getCenter(), sheet.getFooter().getCenter());
                assertEquals("&9Page &P of &N", sheet.getFooter().getRight());
                assertTrue(sheet.getPrintSetup().getLandscape());
                assertEquals(1, sheet.getPrintSetup().getFitWidth());
                assertEquals(
                        sheet == workbook.getSheetAt(0) ? 1 : 0,
                        sheet.getPrintSetup().getFitHeight());
            }
        }
        try (XSSFWorkbook workbook = workbook(Samples.of())) {
            assertEquals("", workbook.getSheetAt(0).getHeader().getCenter());
            assertEquals("&9Few && small", workbook.getSheetAt(0).getFooter().getLeft());
        }
    }

    @Test
    void sourcesAndMethodsAreComplete() throws Exception {
        try (XSSFWorkbook workbook = sample()) {
            XSSFSheet sources = workbook.getSheet("Sources");
            assertEquals("seizures.csv", cell(sources, "A5").getStringCellValue());
            assertEquals(40_120, cell(sources, "E5").getNumericCellValue());
            assertEquals(Samples.SEIZURES.sha256(), cell(sources, "I5").getStringCellValue());
            assertEquals(
                    "pill_share 0.60\npowder_purity 0.113\nlethal_dose_mg 2",
                    cell(sources, "H9").getStringCellValue());
            XSSFSheet method = workbook.getSheet("Method");
            assertEquals("pills", cell(method, "B5").getStringCellValue());
            assertEquals("operation = Operation Last Mile", cell(method, "D5").getStringCellValue());
            assertTrue(cell(method, "G5").getStringCellValue().startsWith("select sum(\"units\") as \"pills\"\nfrom"));
            assertTrue(cell(method, "C10")
                    .getStringCellValue()
                    .endsWith("\nRests on: pills, powder\nFactor set: Fentanyl doses, 2023"));
        }
    }

    @Test
    void fixedWordsAreInTheLanguageOfTheBriefing() throws Exception {
        try (XSSFWorkbook workbook = workbook(Samples.in(Locale.forLanguageTag("es")))) {
            assertEquals("Resumen", workbook.getSheetAt(0).getSheetName());
            assertEquals("Fuentes", workbook.getSheetAt(5).getSheetName());
            assertEquals(
                    "&9P\u00e1gina &P de &N", workbook.getSheetAt(0).getFooter().getRight());
        }
        try (XSSFWorkbook workbook = workbook(Samples.in(Locale.forLanguageTag("fi")))) {
            assertEquals("Summary", workbook.getSheetAt(0).getSheetName());
        }
    }

    @Test
    void headersThatDifferOnlyInCaseAreNumbered() throws Exception {
        Table table = new Table(
                List.of(Samples.text("a", "Drug"), Samples.text("b", "DRUG"), Samples.text("c", " ")),
                List.of(List.of("x", "y", "z")));
        try (XSSFWorkbook workbook = workbook(Samples.of(Samples.table("t", table), Samples.table("T", table)))) {
            XSSFSheet sheet = workbook.getTable("t").getXSSFSheet();
            assertEquals("DRUG 2", cell(sheet, "B4").getStringCellValue());
            assertEquals("c", cell(sheet, "C4").getStringCellValue());
            assertEquals("T_2", workbook.getTable("T_2").getName());
        }
    }

    @Test
    void longTextIsCutWithARemarkAndLongWholeNumbersAreKeptAsText() throws Exception {
        Table table = new Table(
                List.of(
                        Samples.text("a", "Text"),
                        new Table.Column("n", "Number", ColumnType.INTEGER, Optional.empty(), 0, false),
                        new Table.Column("y", "Yes", ColumnType.BOOLEAN, Optional.empty(), 0, false)),
                List.of(List.of("x".repeat(40_000), 9_007_199_254_740_993L, true)));
        try (XSSFWorkbook workbook = workbook(Samples.of(Samples.table("t", table)))) {
            XSSFSheet sheet = workbook.getTable("t").getXSSFSheet();
            String text = cell(sheet, "A5").getStringCellValue();
            assertEquals(32_767, text.length());
            assertTrue(text.endsWith("x\u2026 (cut: a cell holds no more)"));
            assertEquals("9007199254740993", cell(sheet, "B5").getStringCellValue());
            assertTrue(cell(sheet, "C5").getBooleanCellValue());
        }
    }

    @Test
    void aTableThatIsLongerThanASheetIsRefused() {
        Table table = new Table(
                List.of(Samples.measure("n", "N", ColumnType.INTEGER, Unit.COUNT, 0)),
                java.util.Collections.nCopies(1_048_573, List.of(1L)));
        Section section = new Section.TableSection("t", "Rows", new Answer(table, Samples.passport("all", "s")), "");
        assertEquals(
                "The table \"Rows\" has 1048573 rows and 1 columns, but a sheet holds no more than 1048572 rows and"
                        + " 16384 columns; limit its query, or leave out the format xlsx.",
                assertThrows(OutputException.class, () -> write(Samples.of(section)))
                        .getMessage());
    }

    @Test
    void twoHundredThousandRowsNeedLittleMemory() throws Exception {
        Path large = temp.resolve("large.xlsx");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeTable.class.getName(),
                        large.toString(),
                        "200000")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), said);
        Map<String, String> cells = new Package(large).cells("xl/worksheets/sheet2.xml");
        assertEquals("Division 7", cells.get("A12"));
        assertEquals("row 199999", cells.get("B200004"));
        assertEquals("199999.125", cells.get("C200004"));
    }
}
