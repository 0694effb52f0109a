package org.opbrief.output.excel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.Unit;
import org.opbrief.api.output.OutputException;
import org.opbrief.api.statistics.Table;

/**
 * A table on a sheet as Excel's own kind of table: with filters, a header and a name. It has no row of totals, since a
 * table does not say of which of its measures the sum is true: an average, a count of different values, or the first
 * ten of many have none.
 *
 * @param headerRow from 0
 */
record TableBlock(XSSFSheet sheet, Table table, int headerRow) {
    private static final int NARROWEST = 9;
    private static final int WIDEST = 60;
    private static final int HEADER_WIDEST = 22;
    /** Room for the button of the filter. */
    private static final int BUTTON = 4;

    /**
     * Makes the header and the table, and has the rows streamed.
     *
     * @param id of the table, which names it
     */
    void place(Book book, String id, String title) throws OutputException {
        int columns = table.columns().size();
        int most = SpreadsheetVersion.EXCEL2007.getLastRowIndex() - headerRow;
        if (table.rowCount() > most || columns > SpreadsheetVersion.EXCEL2007.getMaxColumns()) {
            throw new OutputException("The table \"" + title + "\" has " + table.rowCount() + " rows and " + columns
                    + " columns, but a sheet holds no more than " + most + " rows and "
                    + SpreadsheetVersion.EXCEL2007.getMaxColumns()
                    + " columns; limit its query, or leave out the format xlsx.");
        }
        Cells cells = book.cells(sheet);
        List<String> headers = headers();
        int[] widths = new int[columns];
        int lines = 1;
        for (int i = 0; i < columns; i++) {
            Table.Column column = table.columns().get(i);
            String header = headers.get(i);
            int longest = longest(i);
            int shown = Math.max(longest + 3, Math.min(HEADER_WIDEST, header.length()) + BUTTON);
            widths[i] = Math.min(WIDEST, Math.max(NARROWEST, shown));
            lines = Math.max(lines, (header.length() + BUTTON - 1) / widths[i] + 1);
            cells.wrapped(headerRow, i, header, Formats.isQuantity(column) ? Face.HEADER_NUMBER : Face.HEADER);
        }
        cells.widths(widths);
        sheet.getRow(headerRow).setHeightInPoints(Math.min(6, lines) * 15f + 6);

        book.stream(
                sheet,
                new SheetRows(
                        table,
                        headerRow + 1,
                        columnStyles(book.styles(), widths),
                        book.labels().get("cut")));
        register(book, id, columns);
    }

    private void register(Book book, String id, int columns) {
        int last = headerRow + Math.max(1, table.rowCount());
        XSSFTable made = sheet.createTable(new AreaReference(
                new CellReference(headerRow, 0), new CellReference(last, columns - 1), SpreadsheetVersion.EXCEL2007));
        String name = book.names().name(id);
        made.setName(name);
        made.setDisplayName(name);
        made.updateHeaders();
        made.getCTTable().addNewAutoFilter().setRef(made.getCTTable().getRef());
        made.getCTTable().addNewTableStyleInfo();
        made.setStyleName("TableStyleLight1");
        made.getCTTable().getTableStyleInfo().setShowRowStripes(true);
    }

    /** Titles of the columns, which Excel wants to be different without regard to case. */
    private List<String> headers() {
        List<String> headers = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Table.Column column : table.columns()) {
            String plain = column.title().replaceAll("\\p{Cntrl}", " ").strip();
            String base = plain.isEmpty() ? column.name() : plain;
            String header = base;
            for (int i = 2; !taken.add(header.toLowerCase(Locale.ROOT)); i++) {
                header = base + " " + i;
            }
            headers.add(header);
        }
        return headers;
    }

    private List<SheetRows.ColumnStyle> columnStyles(Styles styles, int[] widths) {
        List<SheetRows.ColumnStyle> all = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            Table.Column column = table.columns().get(i);
            XSSFCellStyle text = widths[i] == WIDEST ? styles.wrapped(Face.BODY) : styles.of(Face.BODY);
            XSSFCellStyle plain = column.type() == ColumnType.TEXT ? text : styles.of(Face.BODY, Formats.of(column));
            all.add(new SheetRows.ColumnStyle(
                    plain.getIndex(), text.getIndex(), styles.quoted(text).getIndex()));
        }
        return all;
    }

    /** Characters of the longest value as it is shown. */
    private int longest(int index) {
        Table.Column column = table.columns().get(index);
        return switch (column.type()) {
            case DATE -> 10;
            case BOOLEAN -> 5;
            case TEXT -> longestText(index);
            case INTEGER, DECIMAL -> longestNumber(index, column);
        };
    }

    private int longestText(int index) {
        int longest = 0;
        for (int row = 0; row < table.rowCount() && longest < WIDEST; row++) {
            longest = Math.max(
                    longest,
                    table.cell(row, index).map(text -> text.toString().length()).orElse(0));
        }
        return longest;
    }

    private int longestNumber(int index, Table.Column column) {
        BigDecimal largest = BigDecimal.ZERO;
        boolean negative = false;
        for (int row = 0; row < table.rowCount(); row++) {
            Object value = table.cell(row, index).orElse(0L);
            BigDecimal number = value instanceof Long whole ? BigDecimal.valueOf(whole) : (BigDecimal) value;
            negative |= number.signum() < 0;
            largest = largest.max(number.abs());
        }
        boolean ratio = column.unit()
                .map(unit -> unit.dimension() == Unit.Dimension.RATIO)
                .orElse(false);
        if (ratio) {
            largest = Formats.stored(largest, column.unit()).movePointRight(2);
        }
        int digits = Math.max(1, largest.setScale(0, RoundingMode.UP).precision());
        int separators = Formats.isQuantity(column) ? (digits - 1) / 3 : 0;
        int decimals = column.type() == ColumnType.DECIMAL ? column.decimals() + 1 : 0;
        int unit = column.unit().map(one -> one.symbol().length() + 1).orElse(0);
        return digits + separators + decimals + unit + (negative ? 1 : 0);
    }
}
