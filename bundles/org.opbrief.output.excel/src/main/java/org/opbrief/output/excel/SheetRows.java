package org.opbrief.output.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.poi.ss.util.CellReference;
import org.opbrief.api.statistics.Table;

/**
 * The rows of a table as the XML of a sheet, written without holding them.
 *
 * @param firstRow row of the first record, from 0
 * @param styles of the columns
 */
record SheetRows(Table table, int firstRow, List<ColumnStyle> styles, String cutRemark) {
    static final String NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    static final int CHUNK = 1 << 15;

    /**
     * Numbers of cell styles.
     *
     * @param text for texts where the column has something else
     * @param quoted for texts that look like a formula
     */
    record ColumnStyle(int plain, int text, int quoted) {}

    /** Row after the last record, from 0; an empty table has one empty record. */
    int endRow() {
        return firstRow + Math.max(1, table.rowCount());
    }

    void write(OutputStream out, SharedStrings strings) throws IOException {
        String[] letters = new String[table.columns().size()];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = CellReference.convertNumToColString(i);
        }
        StringBuilder xml = new StringBuilder(CHUNK + 4096);
        for (int row = 0; row < endRow() - firstRow; row++) {
            int number = firstRow + row + 1;
            xml.append("<row r=\"").append(number).append("\">");
            for (int i = 0; i < letters.length; i++) {
                Optional<Object> value = row < table.rowCount() ? table.cell(row, i) : Optional.empty();
                xml.append("<c r=\"").append(letters[i]).append(number).append('"');
                appendCell(xml, i, value, strings);
            }
            xml.append("</row>");
            if (xml.length() > CHUNK) {
                out.write(xml.toString().getBytes(StandardCharsets.UTF_8));
                xml.setLength(0);
            }
        }
        out.write(xml.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void appendCell(StringBuilder xml, int column, Optional<Object> cell, SharedStrings strings) {
        ColumnStyle style = styles.get(column);
        if (cell.isEmpty()) {
            xml.append(" s=\"").append(style.plain()).append("\"/>");
            return;
        }
        Object value = cell.get();
        if (value instanceof Long whole && NumberText.isExact(whole)) {
            appendNumber(xml, style, stored(column, BigDecimal.valueOf(whole)));
        } else if (value instanceof BigDecimal number) {
            appendNumber(xml, style, stored(column, number));
        } else if (value instanceof Boolean yes) {
            xml.append(" s=\"").append(style.plain()).append("\" t=\"b\"><v>");
            xml.append(yes ? '1' : '0').append("</v></c>");
        } else if (value instanceof LocalDate date && NumberText.serial(date).isPresent()) {
            appendNumber(xml, style, BigDecimal.valueOf(NumberText.serial(date).get()));
        } else {
            appendText(xml, style, value.toString(), strings);
        }
    }

    private BigDecimal stored(int column, BigDecimal value) {
        return Formats.stored(value, table.columns().get(column).unit());
    }

    private static void appendNumber(StringBuilder xml, ColumnStyle style, BigDecimal value) {
        xml.append(" s=\"").append(style.plain()).append("\"><v>");
        xml.append(NumberText.of(value)).append("</v></c>");
    }

    private void appendText(StringBuilder xml, ColumnStyle style, String value, SharedStrings strings) {
        int number = CellText.looksLikeFormula(value) ? style.quoted() : style.text();
        String text = CellText.escape(CellText.fit(value, cutRemark));
        OptionalInt index = strings.index(text);
        xml.append(" s=\"").append(number);
        if (index.isPresent()) {
            xml.append("\" t=\"s\"><v>").append(index.getAsInt()).append("</v></c>");
        } else {
            xml.append("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
            appendText(xml, text);
            xml.append("</t></is></c>");
        }
    }

    /** The text with what XML has for its own characters. */
    static void appendText(StringBuilder xml, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                default -> xml.append(c);
            }
        }
    }
}
