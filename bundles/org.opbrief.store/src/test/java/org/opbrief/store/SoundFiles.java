package org.opbrief.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.duckdb.DuckDBDriver;

/** Small files of seizures in every format that can be imported. */
final class SoundFiles {
    private static final List<String> HEADERS = List.of("seizure_id", "state", "seized", "drug", "mass_kg", "units");
    private static final int ROWS = 40;

    private SoundFiles() {}

    /** By name. */
    static Map<String, byte[]> all(Path scratch) throws IOException, SQLException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("comma.csv", csv(",", "\n", StandardCharsets.UTF_8));
        files.put("semicolon.csv", csv(";", "\r\n", Charset.forName("windows-1252")));
        files.put("tab.csv", csv("\t", "\n", StandardCharsets.UTF_16));
        files.put("book.xlsx", workbook(new XSSFWorkbook()));
        files.put("old.xls", workbook(new HSSFWorkbook()));
        files.put("array.json", bytes("[" + objects(",\n") + "]"));
        files.put("inside.json", bytes("{\"meta\":{\"n\":1},\"data\":{\"rows\":[" + objects(",") + "]}}"));
        files.put("lines.jsonl", bytes(objects("\n") + "\n"));
        files.put("map.geojson", bytes("{\"type\":\"FeatureCollection\",\"features\":[" + features() + "]}"));
        files.put("table.parquet", parquet(scratch.resolve("sound.parquet")));
        return files;
    }

    private static List<List<Object>> rows() {
        List<List<Object>> rows = new ArrayList<>();
        for (int row = 1; row <= ROWS; row++) {
            rows.add(List.of(
                    "S-" + row,
                    row % 3 == 0 ? "Zürich, \"north\"" : row % 3 == 1 ? "IA" : "two\nlines",
                    "2022-06-%02d".formatted(1 + row % 28),
                    row % 2 == 0 ? "fentanyl" : "meth",
                    row * 1.25,
                    row * 10));
        }
        return rows;
    }

    private static byte[] csv(String delimiter, String end, Charset charset) {
        String records = rows().stream()
                .map(row -> row.stream()
                        .map(value ->
                                value instanceof String ? '"' + value.toString().replace("\"", "\"\"") + '"' : value)
                        .map(Object::toString)
                        .collect(Collectors.joining(delimiter)))
                .collect(Collectors.joining(end));
        return (String.join(delimiter, HEADERS) + end + records + end).getBytes(charset);
    }

    private static byte[] workbook(Workbook workbook) throws IOException {
        try (Workbook book = workbook;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            CellStyle percent = book.createCellStyle();
            percent.setDataFormat(book.createDataFormat().getFormat("0.0%"));
            Sheet sheet = book.createSheet("Data");
            sheet.createRow(0).createCell(0).setCellValue("Seizures of a year");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 5));
            fill(sheet.createRow(2), HEADERS);
            for (List<Object> row : rows()) {
                fill(sheet.createRow(sheet.getLastRowNum() + 1), row);
            }
            sheet.getRow(5).getCell(4).setCellStyle(percent);
            sheet.getRow(6).createCell(5).setCellFormula("5*4");
            sheet.createRow(ROWS + 5).createCell(0).setCellValue("* provisional");
            book.createSheet("Hidden").createRow(0).createCell(0).setCellValue(1);
            book.setSheetHidden(1, true);
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            book.write(out);
            return out.toByteArray();
        }
    }

    private static void fill(Row row, List<?> values) {
        for (int column = 0; column < values.size(); column++) {
            if (values.get(column) instanceof Number number) {
                row.createCell(column).setCellValue(number.doubleValue());
            } else {
                row.createCell(column).setCellValue(values.get(column).toString());
            }
        }
    }

    private static String objects(String between) {
        return rows().stream().map(SoundFiles::object).collect(Collectors.joining(between));
    }

    private static String object(List<Object> row) {
        StringBuilder object = new StringBuilder();
        for (int column = 0; column < HEADERS.size(); column++) {
            object.append(column == 0 ? "{" : ",")
                    .append(text(HEADERS.get(column)))
                    .append(':');
            Object value = row.get(column);
            object.append(value instanceof String text ? text(text) : value);
        }
        return object + "}";
    }

    private static String text(String text) {
        return '"' + text.replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    private static String features() {
        return rows().stream()
                .map(row -> "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[-93.6,41.6]},"
                        + "\"properties\":" + object(row) + "}")
                .collect(Collectors.joining(",\n"));
    }

    private static byte[] parquet(Path file) throws IOException, SQLException {
        try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT 'S-' || i AS seizure_id, 'IA' AS state, DATE '2022-06-01' AS seized,"
                    + " 'fentanyl' AS drug, (i * 1.25)::DECIMAL(9,2) AS mass_kg, i AS units, {'a': i, 'b': [i]} AS more"
                    + " FROM range(1, " + (ROWS + 1) + ") r(i)) TO '" + file + "' (FORMAT parquet)");
        }
        return Files.readAllBytes(file);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
