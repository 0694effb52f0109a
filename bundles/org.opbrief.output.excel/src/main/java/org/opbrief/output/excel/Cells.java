package org.opbrief.output.excel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.opbrief.api.statistics.Figure;

/** Writes the single cells of a sheet. Rows and columns count from 0. */
final class Cells {
    /** Width of a sheet's columns is given in this part of a character. */
    static final int CHARACTER = 256;

    private static final float HIGHEST = 409;

    private final XSSFSheet sheet;
    private final Styles styles;
    private final String cutRemark;

    Cells(XSSFSheet sheet, Styles styles, Labels labels) {
        this.sheet = sheet;
        this.styles = styles;
        this.cutRemark = labels.get("cut");
    }

    /** @param characters width of each column in digits of the standard font */
    void widths(int... characters) {
        for (int i = 0; i < characters.length; i++) {
            sheet.setColumnWidth(i, characters[i] * CHARACTER);
        }
    }

    void text(int row, int column, String text, Face face) {
        text(row, column, text, styles.of(face));
        if (face.points > Face.BODY.points) {
            sheet.getRow(row).setHeightInPoints(face.points * 1.5f);
        }
    }

    /** Text in several lines if it is longer than the column is wide. */
    void wrapped(int row, int column, String text, Face face) {
        text(row, column, text, styles.wrapped(face));
        grow(row, text, face, sheet.getColumnWidth(column) / CHARACTER - 2);
    }

    /** Makes the row as high as the text needs: not every program does so when it opens a workbook. */
    private void grow(int row, String text, Face face, int width) {
        // widths are counted in digits: prose has narrower letters, a fixed pitch wider ones
        float letters = face == Face.CODE ? 0.8f : 1.08f;
        float perLine = Math.max(5, width) * letters * Face.BODY.points / face.points;
        int lines = 0;
        for (String line : text.lines().toList()) {
            lines += 1 + (int) ((line.length() - 1) / perLine);
        }
        float points = Math.min(HIGHEST, Math.max(1, lines) * face.points * 1.32f + 1);
        if (points > sheet.getRow(row).getHeightInPoints()) {
            sheet.getRow(row).setHeightInPoints(points);
        }
    }

    private void text(int row, int column, String text, XSSFCellStyle style) {
        XSSFCell cell = cell(row, column);
        cell.setCellStyle(CellText.looksLikeFormula(text) ? styles.quoted(style) : style);
        if (!text.isEmpty()) {
            cell.setCellValue(CellText.escape(CellText.fit(text, cutRemark)));
        }
    }

    void number(int row, int column, double value, String format, Face face) {
        XSSFCell cell = cell(row, column);
        cell.setCellStyle(styles.of(face, format));
        cell.setCellValue(value);
    }

    void date(int row, int column, LocalDate date, Face face) {
        Optional<Long> serial = NumberText.serial(date);
        if (serial.isPresent()) {
            number(row, column, serial.get(), Styles.DATE, face);
        } else {
            text(row, column, date.toString(), face);
        }
    }

    /** The exact value of a figure, or of an alternative to it. */
    void value(int row, int column, Figure figure, BigDecimal value, Face face) {
        double number = Formats.stored(value, Optional.of(figure.unit())).doubleValue();
        number(row, column, number, Formats.of(figure.unit(), figure.decimals()), face);
    }

    void headers(int row, String... titles) {
        for (int i = 0; i < titles.length; i++) {
            wrapped(row, i, titles[i], Face.HEADER);
        }
    }

    /** Text over several columns and as many lines as it needs. */
    void paragraph(int row, int lastColumn, String text, Face face) {
        text(row, 0, text, styles.wrapped(face));
        if (lastColumn > 0) {
            sheet.addMergedRegion(new CellRangeAddress(row, row, 0, lastColumn));
        }
        int width = 0;
        for (int i = 0; i <= lastColumn; i++) {
            width += sheet.getColumnWidth(i) / CHARACTER;
        }
        grow(row, text, face, width);
    }

    XSSFCell cell(int row, int column) {
        XSSFRow known = sheet.getRow(row);
        XSSFRow line = known != null ? known : sheet.createRow(row);
        XSSFCell cell = line.getCell(column);
        return cell != null ? cell : line.createCell(column);
    }
}
