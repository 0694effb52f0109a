package org.opbrief.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rejected rows leave, are corrected in an editor or a spreadsheet, and come again for the same batch. */
class RejectsIT {
    private static final String HEADER = "exhibit_id,investigation_id,operation,division,state,seized,kind,quantity";

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void importWithRejects() throws Exception {
        workspace = Workspace.in(folder.resolve("workspace"));
        Path file = workspace.csv(
                "firearms.csv",
                HEADER,
                "F-1,I-1,\"Last",
                "Mile\",Omaha,NE,2022-06-01,pistol,1",
                "F-2,=1+1,-x,Omaha,NE,2022-06-02,pistol,zwei",
                "F-3,@I,+Mile,Omaha,IA,2022-06-42,rifle,30",
                "F-1,I-4,,Omaha,IA,2022-06-04,rifle,500");
        String told = workspace.does("import", file, "--as", "firearm", "--as-of", "2023-05-01");
        assertTrue(told.contains("firearms.csv, line 4, column quantity, value \"zwei\""), told);
        assertTrue(told.contains("1 row imported as batch 1. Rejected: 3;"), told);
    }

    @Test
    void corrected_rows_of_a_csv_file_count_until_their_batch_is_removed() throws Exception {
        Path fixed = folder.resolve("fixed.csv");
        workspace.does("data", "rejects", "1", "--out", fixed);
        assertEquals(
                List.of(
                        "\uFEFFrejected line,rejected column,rejected value,reason of rejection," + HEADER,
                        "4,quantity,zwei,is not a whole number like 1234,F-2,'=1+1,'-x,Omaha,NE,2022-06-02,pistol,zwei",
                        "5,seized,2022-06-42,is a day that the calendar does not have,"
                                + "F-3,'@I,'+Mile,Omaha,IA,2022-06-42,rifle,30",
                        "6,exhibit_id,F-1,is already in line 2,F-1,I-4,,Omaha,IA,2022-06-04,rifle,500"),
                Files.readAllLines(fixed));
        workspace.refuses("is there already", "data", "rejects", "1", "--out", fixed);

        replace(fixed, "pistol,zwei", "pistol,2");
        replace(fixed, "IA,2022-06-42", "IA,2022-06-12");
        String told = workspace.does("import", fixed, "--corrects", "1");
        assertTrue(told.contains("fixed.csv as firearm (Firearms), as of 2023-05-01\n"), told);
        assertTrue(told.contains("2 rows imported as batch 2, which corrects batch 1."), told);
        String rejects = workspace.does("data", "rejects", "1");
        assertTrue(rejects.contains("2 were corrected; still rejected: 1\n"), rejects);
        assertTrue(rejects.endsWith("line 6, column exhibit_id, value \"F-1\": is already in line 2\n"), rejects);
        String batches = workspace.does("data", "batches");
        assertTrue(batches.contains("firearms.csv (2 of its rejected rows corrected)"), batches);
        assertTrue(batches.contains("fixed.csv (corrects 1)"), batches);
        String rows = rows();
        assertTrue(rows.contains("\nfixed.csv, line 2 for line 4 of firearms.csv, 2: 4,quantity,zwei,"), rows);
        assertTrue(rows.contains("\nfixed.csv, line 3 for line 5 of firearms.csv, 30: 5,seized,"), rows);
        assertTrue(rows.contains("greatest_quantity: 3 rows, largest 30: agrees with the figure."), rows);

        replace(fixed, "rifle,500", "rifle,501");
        workspace.refuses("No row of the file corrects a rejected row of batch 1", "import", fixed, "--corrects", "1");
        workspace.refuses("remove that one first", "data", "remove", "1");
        workspace.does("data", "remove", "2");
        assertEquals(3, workspace.does("data", "rejects", "1").lines().count());
        rows = rows();
        assertTrue(rows.contains("greatest_quantity: 1 row, largest 1: agrees with the figure."), rows);
    }

    @Test
    void corrected_rows_of_a_workbook_are_texts_that_nothing_changes() throws Exception {
        Path fixed = folder.resolve("fixed.xlsx");
        workspace.does("data", "rejects", "1", "--out", fixed);
        try (InputStream in = Files.newInputStream(fixed);
                Workbook workbook = new XSSFWorkbook(in)) {
            for (Row row : workbook.getSheetAt(0)) {
                for (Cell cell : row) {
                    assertEquals(CellType.STRING, cell.getCellType());
                    assertEquals("@", cell.getCellStyle().getDataFormatString());
                }
            }
            Row second = workbook.getSheetAt(0).getRow(1);
            assertEquals("=1+1", second.getCell(5).getStringCellValue());
            second.createCell(11).setCellValue(2);
            workbook.getSheetAt(0).getRow(2).createCell(9).setCellValue("2022-06-12");
            try (OutputStream out = Files.newOutputStream(fixed)) {
                workbook.write(out);
            }
        }
        String told = workspace.does("import", fixed, "--corrects", "1");
        assertTrue(told.contains("2 rows imported as batch 2, which corrects batch 1."), told);
        String rows = rows();
        assertTrue(
                rows.contains("\nfixed.xlsx, sheet Rows, row 2 for line 4 of firearms.csv, 2: rejected line=4;"
                        + " rejected column=quantity; rejected value=zwei;"),
                rows);
        assertTrue(rows.contains("; investigation_id==1+1; operation=-x; division=Omaha;"), rows);
        assertTrue(rows.contains("greatest_quantity: 3 rows, largest 30: agrees with the figure."), rows);
    }

    /** The rows of a figure of a report on the data set. */
    private String rows() throws Exception {
        Path out = folder.resolve("out");
        workspace.does("run", "table", "-p", "dataset=firearm", "--format", "xlsx", "--out", out);
        return workspace.does("trace", out.resolve("firearm.manifest.json"), "greatest_quantity", "--rows");
    }

    private static void replace(Path file, String before, String after) throws IOException {
        String text = Files.readString(file);
        assertTrue(text.contains(before), text);
        Files.writeString(file, text.replace(before, after));
    }
}
