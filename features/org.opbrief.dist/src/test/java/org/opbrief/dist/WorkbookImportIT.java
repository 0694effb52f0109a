package org.opbrief.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workbook is imported into a data set of a shipped pack. */
class WorkbookImportIT {

    @TempDir
    Path folder;

    @Test
    void aWorkbookWithATitleAndANoteIsImportedAndItsRowsAreNumberedAsInTheSheet() throws Exception {
        Path file = folder.resolve("firearms.xlsx");
        write(
                file,
                row(1, "Firearms seized")
                        + row(3, "exhibit_id,investigation_id,operation,division,state,seized,kind,quantity".split(","))
                        + row(4, "F-1", "I-1", "Operation Last Mile", "Omaha", "NE", "2022-06-01", "pistol", "2")
                        + row(5, "F-2", "I-2", "", "Omaha", "IA", "2022-06-02", "banana", "1")
                        + row(7, "Source: own figures"));
        Distribution.Result result = Distribution.get()
                .run("--workspace", folder.resolve("W"), "import", file, "--as", "firearm", "--as-of", "2023-05-01");
        assertEquals(0, result.exitCode(), result.err());
        assertTrue(
                result.out().contains("Excel workbook, sheet Data, 8 columns; header row 3, rows 4-5"), result.out());
        assertTrue(result.out().contains("row 5, column kind, value \"banana\""), result.out());
        assertTrue(result.out().contains("imported as batch 1"), result.out());
    }

    private static String row(int number, String... texts) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (String text : texts) {
            row.append("<c t=\"inlineStr\"><is><t>").append(text).append("</t></is></c>");
        }
        return row + "</row>";
    }

    private static void write(Path file, String rows) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(zip, "[Content_Types].xml", "<Types><Override ContentType=\"spreadsheetml.sheet.main+xml\"/></Types>");
            put(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Data\" r:id=\"r1\"/></sheets></workbook>");
            put(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id=\"r1\" Type=\"/worksheet\" Target=\"sheet1.xml\"/></Relationships>");
            put(zip, "xl/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
        }
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
