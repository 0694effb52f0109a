package org.opbrief.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.opbrief.api.data.Extract;
import org.opbrief.api.data.ImportRequest;
import org.opbrief.api.data.ImportResult;
import org.opbrief.api.data.Progress;
import org.opbrief.api.data.Source;
import org.opbrief.api.data.Store;
import org.opbrief.importer.excel.ExcelImporter;
import org.opbrief.mapping.WorkspaceMappings;
import org.opbrief.store.WorkspaceStores;

/** Reads a workbook of 12 columns: the importer alone, and a whole import. Arguments: rows (1000000), rounds (3). */
public final class ExcelImportBenchmark {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final int DAY_2018 = 43_101;

    private ExcelImportBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        Path folder = Files.createTempDirectory("opbrief-bench");
        try {
            Path file = folder.resolve("seizures.xlsx");
            write(file, rows);
            System.out.printf("%,d rows, %.1f MB%n", rows, Files.size(file) / 1e6);
            double[] extracts = new double[rounds];
            double[] imports = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                extracts[round] = extract(file, folder.resolve("plain.csv"), rows);
                imports[round] = importOf(file, folder.resolve("workspace" + round), rows);
                System.out.printf("extract %.2f s, import %.2f s%n", extracts[round], imports[round]);
            }
            System.out.printf(
                    "median: extract %,.0f rows a second, import %,.0f rows a second%n",
                    rows / median(extracts), rows / median(imports));
        } finally {
            delete(folder);
        }
    }

    private static double extract(Path file, Path plain, int rows) throws Exception {
        long start = System.nanoTime();
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Extract extract = new ExcelImporter().extract(Source.of(file), plain);
        double seconds = (System.nanoTime() - start) / 1e9;
        double busy = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9;
        System.out.printf("extract: %.2f s of CPU, %,.0f rows a second of it%n", busy, rows / busy);
        if (extract.records() != rows) {
            throw new IllegalStateException("Read " + extract.records() + ": " + extract.findings());
        }
        return seconds;
    }

    private static double importOf(Path file, Path folder, int rows) throws Exception {
        long start = System.nanoTime();
        try (Store store = new WorkspaceStores(new WorkspaceMappings(), List.of(new ExcelImporter())).open(folder)) {
            ImportResult result = store.importFile(
                    new ImportRequest(file, SeizureFile.dataSet(), LocalDate.of(2024, 1, 1), Set.of(), Progress.NONE));
            if (result.batch().rowsAccepted() != rows) {
                throw new IllegalStateException("Accepted " + result.batch().rowsAccepted() + ": " + result.problems());
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void write(Path file, int rows) throws IOException {
        Map<String, Integer> texts = new LinkedHashMap<>();
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setLevel(1);
            part(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override"
                            + " PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument"
                            + ".spreadsheetml.sheet.main+xml\"/></Types>");
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006"
                            + "/relationships\"><sheets><sheet name=\"Data\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id=\"r1\" Type=\"/worksheet\" Target=\"sheet1.xml\"/><Relationship"
                            + " Id=\"r2\" Type=\"/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"r3\""
                            + " Type=\"/styles\" Target=\"styles.xml\"/></Relationships>");
            part(
                    zip,
                    "xl/styles.xml",
                    "<styleSheet xmlns=\"" + MAIN + "\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"
                            + "</styleSheet>");
            sheet(zip, rows, texts);
            Writer out = begin(zip, "xl/sharedStrings.xml");
            out.write("<sst xmlns=\"" + MAIN + "\">");
            for (String text : texts.keySet()) {
                out.write("<si><t>" + text + "</t></si>");
            }
            end(zip, out, "</sst>");
        }
    }

    private static void sheet(ZipOutputStream zip, int rows, Map<String, Integer> texts) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        Writer out = begin(zip, "xl/sheet1.xml");
        out.write("<worksheet xmlns=\"" + MAIN + "\"><sheetData><row r=\"1\">");
        String names =
                "seizure_id,investigation_id,operation,division,state,seized,drug,form,mass_kg,units,latitude,share";
        char column = 'A';
        for (String name : names.split(",")) {
            text(out, column++, 1, name, texts);
        }
        out.write("</row>");
        for (int row = 2; row <= rows + 1; row++) {
            out.write("<row r=\"" + row + "\" spans=\"1:12\">");
            text(out, 'A', row, "SEIZURE-" + (10_000_000 + row), texts);
            text(out, 'B', row, "INV-" + (1_000_000 + random.nextInt(100_000)), texts);
            text(out, 'C', row, "Operation Last Mile", texts);
            text(out, 'D', row, SeizureFile.DIVISIONS.get(random.nextInt(SeizureFile.DIVISIONS.size())), texts);
            text(out, 'E', row, SeizureFile.STATES.get(random.nextInt(SeizureFile.STATES.size())), texts);
            number(out, 'F', row, " s=\"1\"", DAY_2018 + random.nextInt(2190));
            text(out, 'G', row, SeizureFile.DRUGS.get(random.nextInt(SeizureFile.DRUGS.size())), texts);
            text(out, 'H', row, SeizureFile.FORMS.get(random.nextInt(SeizureFile.FORMS.size())), texts);
            number(out, 'I', row, "", random.nextInt(200_000) / 1000.0);
            number(out, 'J', row, "", random.nextInt(20_000));
            number(out, 'K', row, "", 25 + random.nextDouble() * 20);
            number(out, 'L', row, "", random.nextInt(1_000) / 999.0);
            out.write("</row>");
        }
        end(zip, out, "</sheetData></worksheet>");
    }

    private static void text(Writer out, char column, int row, String text, Map<String, Integer> texts)
            throws IOException {
        int number = texts.computeIfAbsent(text, key -> texts.size());
        out.write("<c r=\"" + column + row + "\" t=\"s\"><v>" + number + "</v></c>");
    }

    private static void number(Writer out, char column, int row, String style, double value) throws IOException {
        String number = value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
        out.write("<c r=\"" + column + row + "\"" + style + "><v>" + number + "</v></c>");
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        end(zip, begin(zip, name), content);
    }

    private static Writer begin(ZipOutputStream zip, String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        return new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16);
    }

    private static void end(ZipOutputStream zip, Writer out, String last) throws IOException {
        out.write(last);
        out.flush();
        zip.closeEntry();
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> entries = Files.walk(root)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }
}
