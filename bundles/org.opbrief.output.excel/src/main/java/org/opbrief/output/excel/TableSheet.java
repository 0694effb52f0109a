package org.opbrief.output.excel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.Unit;
import org.opbrief.api.report.Briefing;
import org.opbrief.api.statistics.Table;

/** A sheet with one table that Excel knows as such: filters, a frozen header, number formats with units. */
final class TableSheet {

    private static final int WIDEST = 60;

    private final Briefing briefing;
    private final Styles styles;

    TableSheet(Briefing briefing, Styles styles) {
        this.briefing = briefing;
        this.styles = styles;
    }

    XSSFSheet write(XSSFWorkbook workbook, String name, String id, Table table, String note) {
        XSSFSheet sheet = workbook.createSheet(name);
        List<String> headers = headers(table);
        for (int column = 0; column < headers.size(); column++) {
            Cells.text(sheet, 0, column, headers.get(column), styles.header());
            sheet.setColumnWidth(column, width(table, column, headers.get(column)) * 256);
        }
        for (int row = 0; row < table.rowCount(); row++) {
            for (int column = 0; column < headers.size(); column++) {
                Optional<Object> value = table.cell(row, column);
                if (value.isPresent()) {
                    cell(sheet, row + 1, column, table.columns().get(column), value.get());
                }
            }
        }
        if (table.rowCount() > 0) {
            asTable(sheet, id, headers.size(), table.rowCount());
        }
        if (!note.isEmpty()) {
            Cells.text(sheet, table.rowCount() + 2, 0, note, styles.text());
        }
        sheet.createFreezePane(0, 1);
        sheet.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
        Cells.print(sheet, briefing, headers.size() > 5);
        return sheet;
    }

    private static void asTable(XSSFSheet sheet, String id, int columns, int rows) {
        AreaReference area = new AreaReference(
                new CellReference(0, 0), new CellReference(rows, columns - 1), SpreadsheetVersion.EXCEL2007);
        XSSFTable table = sheet.createTable(area);
        // a name that no cell has: "t" and an underscore come first
        table.setName("t_" + id);
        table.setDisplayName("t_" + id);
        table.getCTTable().addNewAutoFilter().setRef(area.formatAsString());
        table.getCTTable().addNewTableStyleInfo();
        table.setStyleName("TableStyleLight1");
        table.getCTTable().getTableStyleInfo().setShowRowStripes(true);
        table.updateHeaders();
    }

    private void cell(XSSFSheet sheet, int row, int column, Table.Column of, Object value) {
        if (value instanceof Long number) {
            Cells.number(sheet, row, column, BigDecimal.valueOf(number), style(of));
        } else if (value instanceof BigDecimal number) {
            Cells.number(sheet, row, column, number, style(of));
        } else if (value instanceof LocalDate date) {
            Cells.date(sheet, row, column, date, styles.date());
        } else if (value instanceof Boolean flag) {
            Cells.text(sheet, row, column, flag ? "yes" : "no", styles.text());
        } else {
            Cells.text(sheet, row, column, value.toString(), styles.text());
        }
    }

    private XSSFCellStyle style(Table.Column column) {
        boolean year = !column.measure() && column.type() == ColumnType.INTEGER;
        return year ? styles.plainNumber() : styles.number(column.unit(), column.decimals());
    }

    /** Titles with units, unique without regard to case, as a table of Excel wants them. */
    private static List<String> headers(Table table) {
        List<String> headers = new ArrayList<>();
        Set<String> given = new HashSet<>();
        for (Table.Column column : table.columns()) {
            String base = header(column);
            String header = base;
            for (int i = 2; !given.add(header.toLowerCase(Locale.ROOT)); i++) {
                header = base + " " + i;
            }
            headers.add(header);
        }
        return headers;
    }

    static String header(Table.Column column) {
        boolean named = column.unit()
                .filter(unit -> unit.dimension() == Unit.Dimension.MASS || unit.dimension() == Unit.Dimension.MONEY)
                .isPresent();
        String title = column.title().isBlank() ? column.name() : column.title();
        return named ? title + " (" + column.unit().orElseThrow().symbol() + ")" : title;
    }

    /** Characters that the widest of the first thousand values takes, and the filter's arrow. */
    private static int width(Table table, int column, String header) {
        int widest = header.length() + 4;
        for (int row = 0; row < Math.min(table.rowCount(), 1000); row++) {
            Object value = table.cell(row, column).orElse("");
            int length = value instanceof BigDecimal number
                    ? number.toBigInteger().toString().length() * 4 / 3
                            + table.columns().get(column).decimals()
                            + 6
                    : value.toString().length() + 4;
            widest = Math.max(widest, length);
        }
        return Math.min(widest, WIDEST);
    }
}
