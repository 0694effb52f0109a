package org.opbrief.importer.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.opbrief.api.data.TableFormat;
import org.osgi.service.component.annotations.Component;

/** Writes workbooks whose cells are all text, so that Excel neither calculates nor changes what is in them. */
@Component
public final class ExcelFormat implements TableFormat {
    private static final SpreadsheetVersion LIMITS = SpreadsheetVersion.EXCEL2007;

    @Override
    public String ending() {
        return "xlsx";
    }

    @Override
    public Rows begin(Path target, List<String> headers) throws IOException {
        Cells cells = new Cells(target, headers.size());
        cells.add(headers, cells.bold);
        return cells;
    }

    private static final class Cells implements Rows {
        private static final int HELD = 100;
        private static final int WIDTH = 20 * 256;
        private static final Pattern NO_XML = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");
        private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

        private final Path target;
        private final SXSSFWorkbook workbook = new SXSSFWorkbook(HELD);
        private final SXSSFSheet sheet = workbook.createSheet("Rows");
        private final CellStyle plain = workbook.createCellStyle();
        private final CellStyle bold = workbook.createCellStyle();
        private int rows;

        Cells(Path target, int columns) {
            this.target = target;
            workbook.setCompressTempFiles(true);
            short text = workbook.createDataFormat().getFormat("@");
            plain.setDataFormat(text);
            bold.setDataFormat(text);
            Font font = workbook.createFont();
            font.setBold(true);
            bold.setFont(font);
            sheet.createFreezePane(0, 1);
            for (int column = 0; column < columns; column++) {
                sheet.setDefaultColumnStyle(column, plain);
                sheet.setColumnWidth(column, WIDTH);
            }
        }

        @Override
        public void add(List<String> fields) throws IOException {
            add(fields, plain);
        }

        private void add(List<String> fields, CellStyle style) throws IOException {
            if (rows == LIMITS.getMaxRows() || fields.size() > LIMITS.getMaxColumns()) {
                throw new IOException("a sheet has room for " + (LIMITS.getMaxRows() - 1) + " rows and "
                        + LIMITS.getMaxColumns() + " columns; write a .csv");
            }
            Row row = sheet.createRow(rows++);
            for (int column = 0; column < fields.size(); column++) {
                Cell cell = row.createCell(column);
                cell.setCellStyle(style);
                cell.setCellValue(text(fields.get(column)));
            }
        }

        /** Characters that a workbook writes in another way stand in it so that they are read as they were. */
        private String text(String field) throws IOException {
            String text = ESCAPE.matcher(field).replaceAll("_x005F_");
            text = NO_XML.matcher(text)
                    .replaceAll(found -> "_x%04X_".formatted((int) found.group().charAt(0)));
            if (text.length() > LIMITS.getMaxTextLength()) {
                throw new IOException("a cell has room for " + LIMITS.getMaxTextLength() + " characters and row " + rows
                        + " has a longer text; write a .csv");
            }
            return text;
        }

        @Override
        public void close() throws IOException {
            try (workbook;
                    OutputStream out = Files.newOutputStream(target)) {
                workbook.write(out);
            }
        }
    }
}
