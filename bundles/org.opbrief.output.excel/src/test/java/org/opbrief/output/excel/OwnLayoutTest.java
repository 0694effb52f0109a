package org.opbrief.output.excel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.output.OutputException;

class OwnLayoutTest {
    @TempDir
    Path temp;

    private Path layout(String name, String formula) throws Exception {
        Path file = temp.resolve("layout.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet sheet = workbook.createSheet("Page");
            sheet.createRow(0).createCell(0).setCellValue("Pills");
            sheet.getRow(0).createCell(2).setCellFormula("B1*2");
            var named = workbook.createName();
            named.setNameName(name);
            named.setRefersToFormula(formula);
            var title = workbook.createName();
            title.setNameName("other");
            title.setRefersToFormula("Page!$D$9");
            try (var out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        }
        return file;
    }

    private Path write(Path layout) throws Exception {
        Path file = temp.resolve("filled.xlsx");
        new ExcelFormat().write(Samples.briefing(), Optional.of(layout.toUri().toURL()), file);
        return file;
    }

    private String refusal(Path layout) {
        return assertThrows(OutputException.class, () -> write(layout)).getMessage();
    }

    @Test
    void namedCellsGetTheFiguresAndThePageTheMarking() throws Exception {
        try (XSSFWorkbook workbook =
                new XSSFWorkbook(write(layout("pills", "Page!$B$1")).toFile())) {
            XSSFSheet sheet = workbook.getSheet("Page");
            assertEquals(43_985_321, sheet.getRow(0).getCell(1).getNumericCellValue());
            assertEquals("B1*2", sheet.getRow(0).getCell(2).getCellFormula());
            assertEquals(
                    "&\"-,Bold\"&K8A1C1CLAW ENFORCEMENT SENSITIVE",
                    sheet.getHeader().getCenter());
            assertEquals(true, workbook.getForceFormulaRecalculation());
            assertEquals(1, workbook.getNumberOfSheets());
        }
    }

    @Test
    void aLayoutThatCannotBeFilledIsRefusedInWords() throws Exception {
        assertEquals(
                "The layout.xlsx of the report \"operation\" has no named cell to fill; name cells after these: title,"
                        + " subtitle, edition, as_of, investigations, pills, powder, currency, meth_change, q1, doses.",
                refusal(layout("pilz", "Page!$B$1")));
        assertEquals(
                "The name \"pills\" in the layout.xlsx of the report \"operation\" is not that of a single cell:"
                        + " Page!$B$1:$B$2.",
                refusal(layout("pills", "Page!$B$1:$B$2")));
        assertEquals(
                "The layout.xlsx of the report \"operation\" is no Excel workbook; save it as .xlsx.",
                refusal(Files.writeString(temp.resolve("text.xlsx"), "this is text")));
    }
}
