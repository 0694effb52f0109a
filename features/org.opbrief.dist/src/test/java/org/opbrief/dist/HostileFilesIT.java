package org.opbrief.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that were made to do harm, and the product as it is shipped. */
class HostileFilesIT {
    private static final List<String> FORMULAS =
            List.of("=1+1", "=cmd|' /C calc'!A0", "+1", "-2+3", "@SUM(1)", "=HYPERLINK(\"http://example.org\")");

    @TempDir
    private static Path folder;

    private static Workspace workspace;

    @BeforeAll
    static void installAPack() throws Exception {
        workspace = Workspace.in(folder.resolve("W"));
        workspace.does("install", pack());
    }

    @Test
    void eachIsRefusedWithASentenceAndNothingIsLeft() throws Exception {
        refuses(
                "bomb.xlsx: its part xl/sharedStrings.xml swells to far more than a sheet can hold",
                archive("bomb.xlsx", "xl/sharedStrings.xml", " ".repeat(80 << 20)));
        refuses(
                "out.xlsx has a part named ../../evil.xml, which leads out of the file",
                archive("out.xlsx", "../../evil.xml", "evil"));
        refuses(
                "laughs.xlsx: its part xl/workbook.xml declares or uses entities of its own",
                archive(
                        "laughs.xlsx",
                        "xl/workbook.xml",
                        "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>"));
        refuses(
                "deep.json, line 1: the JSON is nested deeper than 100 levels",
                write("deep.json", "{\"a\":".repeat(100_000)));
        refuses("wide.csv, line 1: the header has more than 10,000 fields", write("wide.csv", "c,".repeat(100_000)));
        refuses("cut.parquet is a damaged or truncated Parquet file", write("cut.parquet", "PAR1 and no more"));
    }

    @Test
    void aLineOf200MegabytesIsOneRejectedRow() throws Exception {
        Path file = folder.resolve("line.csv");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write("visit_id,place,people\nV1,Omaha,1\n".getBytes(StandardCharsets.UTF_8));
            byte[] piece = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int megabyte = 0; megabyte < 200; megabyte++) {
                out.write(piece);
            }
            out.write("\nV2,\u001b[31mred,1\n".getBytes(StandardCharsets.UTF_8));
        }
        String said = workspace.does("import", file, "--as", "visit");
        workspace.does("data", "remove", "1");
        assertTrue(said.contains("line 3: is longer than 1 MiB"), said);
        assertTrue(said.contains("2 to be imported"), said);
        assertFalse(said.contains("\u001b"), said);
    }

    @Test
    void whatLooksLikeAFormulaIsTextInAllThatIsWritten() throws Exception {
        StringBuilder rows = new StringBuilder("visit_id,place,people\n");
        for (String formula : FORMULAS) {
            String quoted = '"' + formula.replace("\"", "\"\"") + '"';
            rows.append(quoted).append(',').append(quoted).append(",1\n");
        }
        workspace.does("import", write("visits.csv", rows.toString()), "--as", "visit");
        Path out = folder.resolve("out");
        workspace.does("run", "formulas", "--out", out);
        List<String> texts = new ArrayList<>();
        try (InputStream in = Files.newInputStream(out.resolve("formulas.xlsx"));
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        check(cell, texts);
                    }
                }
            }
        }
        assertTrue(texts.containsAll(FORMULAS), texts.toString());
        assertTrue(texts.contains("=1+1 by place"), texts.toString());
        String pages = Pdfs.text(out.resolve("formulas.pdf"));
        FORMULAS.forEach(formula -> assertTrue(pages.contains(formula), pages));
        String manifest = Files.readString(out.resolve("formulas.manifest.json"));
        assertTrue(manifest.contains("\"=1+1\""), manifest);
    }

    /** A text that begins so is one that a spreadsheet keeps as text when it is edited. */
    private static void check(Cell cell, List<String> texts) {
        assertFalse(cell.getCellType() == CellType.FORMULA, cell.getAddress() + " is a formula");
        if (cell.getCellType() == CellType.STRING && !cell.getStringCellValue().isEmpty()) {
            String text = cell.getStringCellValue();
            assertEquals(
                    "=+-@".indexOf(text.charAt(0)) >= 0, cell.getCellStyle().getQuotePrefixed(), text);
            texts.add(text);
        }
    }

    private static Path pack() throws IOException {
        return PackJar.visits("1.0.0").file("reports/formulas/report.yaml", """
                id: formulas
                title: "=1+1 of visits"
                parameters:
                  place: {label: "=Place", default: "=1+1"}
                queries:
                  all: {from: visit, by: place, measures: {people: sum(people)}}
                figures:
                  people: {label: "=People", of: all, column: people}
                sections:
                  - headline: [people]
                  - {title: "=1+1 by place", table: all}
                  - {title: Sources, sources: {}}
                """).write(folder.resolve("visits.jar"));
    }

    private void refuses(String words, Path file) throws Exception {
        Distribution.Result result = workspace.refuses(Pattern.quote(words), "import", file, "--as", "visit");
        assertEquals(
                List.of(),
                result.err()
                        .lines()
                        .filter(line -> !line.startsWith("opbrief: ")
                                && !line.startsWith("copying ")
                                && !line.startsWith("reading "))
                        .toList());
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path archive(String name, String part, String content) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(zip, "[Content_Types].xml", "<Types><Override ContentType=\"spreadsheetml.sheet.main+xml\"/></Types>");
            put(zip, part, content);
        }
        return file;
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
