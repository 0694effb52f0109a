package org.opbrief.output.excel;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.opbrief.api.data.Unit;

/** The looks of cells, each made once. */
final class Styles {

    private static final byte[] INK = {(byte) 0xff, 0x1f, 0x2a, 0x3c};

    private final XSSFWorkbook workbook;
    private final Map<String, XSSFCellStyle> made = new HashMap<>();

    Styles(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    /** Plain text. What begins like a formula stays text when the cell is edited. */
    XSSFCellStyle text() {
        return made.computeIfAbsent("text", key -> {
            XSSFCellStyle style = workbook.createCellStyle();
            style.setQuotePrefixed(true);
            style.setVerticalAlignment(VerticalAlignment.TOP);
            return style;
        });
    }

    XSSFCellStyle wrapped() {
        return made.computeIfAbsent("wrapped", key -> {
            XSSFCellStyle style = workbook.createCellStyle();
            style.setQuotePrefixed(true);
            style.setWrapText(true);
            style.setVerticalAlignment(VerticalAlignment.TOP);
            return style;
        });
    }

    XSSFCellStyle title() {
        return made.computeIfAbsent("title", key -> font(20, true, null));
    }

    XSSFCellStyle subtitle() {
        return made.computeIfAbsent("subtitle", key -> font(12, false, null));
    }

    XSSFCellStyle heading() {
        return made.computeIfAbsent("heading", key -> font(13, true, null));
    }

    XSSFCellStyle banner(String color) {
        return made.computeIfAbsent("banner" + color, key -> {
            XSSFCellStyle style = font(11, true, new byte[] {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff});
            int rgb = Integer.parseInt(color.substring(1), 16);
            style.setFillForegroundColor(
                    new XSSFColor(new byte[] {(byte) 0xff, (byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb}, null));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            style.setAlignment(HorizontalAlignment.CENTER);
            return style;
        });
    }

    XSSFCellStyle header() {
        return made.computeIfAbsent("header", key -> {
            XSSFCellStyle style = font(11, true, new byte[] {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff});
            style.setFillForegroundColor(new XSSFColor(INK, null));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            style.setBorderBottom(BorderStyle.THIN);
            style.setWrapText(true);
            return style;
        });
    }

    /** A number with its unit, thousands separated. */
    XSSFCellStyle number(Optional<Unit> unit, int decimals) {
        return format(numberFormat(unit, decimals));
    }

    XSSFCellStyle date() {
        return format("yyyy\\-mm\\-dd");
    }

    /** A whole number without separators, such as a year. */
    XSSFCellStyle plainNumber() {
        return format("0");
    }

    static String numberFormat(Optional<Unit> unit, int decimals) {
        String digits = decimals == 0 ? "" : "." + "0".repeat(decimals);
        if (unit.isEmpty()) {
            return "#,##0" + digits;
        }
        Unit of = unit.get();
        return switch (of.dimension()) {
            case MONEY -> "\"" + of.symbol() + "\"#,##0" + digits;
            case RATIO -> of.equals(Unit.PERCENT) ? "#,##0" + digits + "\"%\"" : "0.0%";
            case COUNT -> "#,##0" + digits;
            case MASS -> "#,##0" + digits + "\" " + of.symbol() + "\"";
        };
    }

    private XSSFCellStyle format(String format) {
        return made.computeIfAbsent(format, key -> {
            XSSFCellStyle style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat(format));
            style.setVerticalAlignment(VerticalAlignment.TOP);
            return style;
        });
    }

    private XSSFCellStyle font(int points, boolean bold, byte[] color) {
        XSSFFont font = workbook.createFont();
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        if (color != null) {
            font.setColor(new XSSFColor(color, null));
        }
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setQuotePrefixed(true);
        return style;
    }
}
