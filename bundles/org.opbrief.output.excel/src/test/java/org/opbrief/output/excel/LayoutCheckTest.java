package org.opbrief.output.excel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.junit.jupiter.api.Test;
import org.opbrief.api.pack.PackFiles;
import org.opbrief.api.pack.PackProblem;
import org.opbrief.api.pack.ReportOutline;
import org.opbrief.api.report.ReportInfo;

class LayoutCheckTest {

    private static final ReportOutline REPORT = new ReportOutline(
            new ReportInfo("operation", "Operation", "", List.of(), List.of(), List.of(), List.of("en")),
            "reports/operation/",
            List.of("pills", "arrests"),
            List.of());

    @FunctionalInterface
    private interface Change {
        void make(XSSFWorkbook workbook) throws Exception;
    }

    private static byte[] workbook(String name, String formula, Change change) throws Exception {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.createSheet("Page").createRow(0).createCell(0).setCellValue("Pills");
            var named = workbook.createName();
            named.setNameName(name);
            named.setRefersToFormula(formula);
            change.make(workbook);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static List<String> problems(String file, byte[] content) {
        return new LayoutCheck((pack, others) -> List.of(REPORT))
                .check(new OneFile(Map.of("reports/operation/" + file, content)), List.of()).stream()
                        .map(PackProblem::toString)
                        .map(text -> text.replace("OPBRIEF-INF/reports/operation/", ""))
                        .toList();
    }

    private static List<String> problems(String name, String formula, Change change) throws Exception {
        return problems("layout.xlsx", workbook(name, formula, change));
    }

    @Test
    void aWorkbookWithACellToFillIsAccepted() throws Exception {
        assertEquals(List.of(), problems("pills", "Page!$B$1", workbook -> {}));
        assertEquals(List.of(), problems("as_of", "Page!$B$1", workbook -> {
            var link = workbook.getCreationHelper().createHyperlink(org.apache.poi.common.usermodel.HyperlinkType.URL);
            link.setAddress("https://example.org/");
            workbook.getSheetAt(0).getRow(0).getCell(0).setHyperlink(link);
        }));
    }

    @Test
    void aWorkbookWithoutACellToFillIsTold() throws Exception {
        assertEquals(
                List.of("layout.xlsx: has no named cell to fill; 'pils' is not known. Did you mean \"pills\"?"),
                problems("pils", "Page!$B$1", workbook -> {}));
        assertEquals(
                List.of("layout.xlsx: has no named cell to fill; name cells after figures (pills and arrests) or title,"
                        + " subtitle, edition, as_of"),
                problems("something", "Page!$B$1", workbook -> {}));
        assertEquals(
                List.of("layout.xlsx: the name 'pills' is not that of a single cell: Page!$B$1:$B$2"),
                problems("pills", "Page!$B$1:$B$2", workbook -> {}));
    }

    @Test
    void macrosAndWhatLeadsElsewhereAreRefused() throws Exception {
        assertEquals(
                List.of("layout.xlsx: has macros, which nobody wants to open; save it as .xlsx without them"),
                problems("pills", "Page!$B$1", workbook -> workbook.setWorkbookType(XSSFWorkbookType.XLSM)));
        assertEquals(
                List.of("layout.xlsx: reads another workbook; break the link in Excel (Data, Edit Links)"),
                problems("pills", "Page!$B$1", workbook -> {
                    try (XSSFWorkbook other = new XSSFWorkbook()) {
                        other.createSheet("Other").createRow(0).createCell(0).setCellValue(1);
                        workbook.linkExternalWorkbook("other.xlsx", other);
                    }
                }));
        assertEquals(
                List.of("layout.xlsx: takes something from https://example.org/seal.png; put it into the workbook"),
                problems("pills", "Page!$B$1", workbook -> workbook.getSheetAt(0)
                        .getPackagePart()
                        .addRelationship(
                                PackagingURIHelper.toURI("https://example.org/seal.png"),
                                TargetMode.EXTERNAL,
                                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image")));
    }

    @Test
    void whatIsNoWorkbookIsTold() {
        assertEquals(
                List.of("layout.xlsx: is no Excel workbook; save it as .xlsx"),
                problems("layout.xlsx", "this is text".getBytes(StandardCharsets.UTF_8)));
        assertEquals(
                List.of("layout.xlsm: is read by nothing; save it as layout.xlsx"),
                problems("layout.xlsm", new byte[0]));
    }

    private record OneFile(Map<String, byte[]> content) implements PackFiles {

        @Override
        public String name() {
            return "example";
        }

        @Override
        public String version() {
            return "1.0.0";
        }

        @Override
        public Collection<String> files() {
            return content.keySet();
        }

        @Override
        public byte[] read(String file) {
            return content.get(file);
        }

        @Override
        public Optional<URL> locate(String file) {
            return Optional.empty();
        }
    }
}
