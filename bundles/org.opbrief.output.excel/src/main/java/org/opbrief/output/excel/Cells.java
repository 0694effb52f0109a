package org.opbrief.output.excel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.opbrief.api.report.Briefing;

/** Writes cells and sets sheets up for printing. */
final class Cells {

    private static final int LONGEST = 32_767;
    private static final Pattern ESCAPE = Pattern.compile("_x[0-9A-Fa-f]{4}_");

    private Cells() {}

    static Row row(XSSFSheet sheet, int row) {
        Row existing = sheet.getRow(row);
        return existing == null ? sheet.createRow(row) : existing;
    }

    static void text(XSSFSheet sheet, int row, int column, String text, XSSFCellStyle style) {
        Cell cell = row(sheet, row).createCell(column);
        cell.setCellValue(escaped(text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text));
        cell.setCellStyle(style);
    }

    static void number(XSSFSheet sheet, int row, int column, BigDecimal value, XSSFCellStyle style) {
        Cell cell = row(sheet, row).createCell(column);
        cell.setCellValue(value.doubleValue());
        cell.setCellStyle(style);
    }

    static void date(XSSFSheet sheet, int row, int column, LocalDate value, XSSFCellStyle style) {
        Cell cell = row(sheet, row).createCell(column);
        cell.setCellValue(value);
        cell.setCellStyle(style);
    }

    /** Widths in characters. */
    static void widths(XSSFSheet sheet, int... characters) {
        for (int i = 0; i < characters.length; i++) {
            sheet.setColumnWidth(i, characters[i] * 256);
        }
    }

    /** Marking at the top and bottom of printed pages, their number, the width of one page. */
    static void print(XSSFSheet sheet, Briefing briefing, boolean landscape) {
        String marking = briefing.edition().marking().text().replace("&", "&&");
        sheet.getHeader().setCenter(marking);
        sheet.getFooter().setCenter(marking);
        sheet.getFooter().setRight("&P / &N");
        sheet.getFooter().setLeft(briefing.title().replace("&", "&&"));
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.getPrintSetup().setLandscape(landscape);
    }

    /** What XML cannot hold is written as Excel does: _x0007_; such text itself is kept apart from it. */
    private static String escaped(String text) {
        String kept = ESCAPE.matcher(text).replaceAll(found -> Matcher.quoteReplacement("_x005F" + found.group()));
        StringBuilder escaped = new StringBuilder(kept.length());
        kept.codePoints().forEach(c -> {
            boolean control = c < 0x20 && c != '\t' && c != '\n' && c != '\r' || c == 0xfffe || c == 0xffff;
            if (control) {
                escaped.append(String.format("_x%04X_", c));
            } else {
                escaped.appendCodePoint(c >= 0xd800 && c <= 0xdfff ? 0xfffd : c);
            }
        });
        return escaped.toString();
    }
}
