package org.opbrief.output.excel;

import org.apache.poi.ss.usermodel.ClientAnchor.AnchorType;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFPicture;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.opbrief.api.report.House;
import org.opbrief.api.report.Seal;

/** The agency above the title: its seal, and its name beside it, in one row. */
final class Letterhead {
    private static final double SEAL_HEIGHT = 58;
    private static final double SEAL_WIDTH = 170;
    private static final double AROUND = 3;
    private static final double GAP = 10;
    /** A step of indention, in points. */
    private static final double INDENT = 6.75;
    /** Letters of the name in a line of the sheet without a seal, and what a point of a seal takes of them. */
    private static final double LETTERS = 130;

    private static final double LETTERS_A_POINT = 0.14;
    private static final double LINE = 19;

    private final Book book;
    private final XSSFSheet sheet;
    private final Cells cells;

    Letterhead(Book book, XSSFSheet sheet, Cells cells) {
        this.book = book;
        this.sheet = sheet;
        this.cells = cells;
    }

    /**
     * Adds it, if the agency has a name or a seal.
     *
     * @return the row that follows
     */
    int add(int row, int lastColumn) {
        House house = book.briefing().house();
        if (house.name().isBlank() && house.seal().isEmpty()) {
            return row;
        }
        double scale = house.seal()
                .map(seal -> Math.min(SEAL_WIDTH / seal.width(), SEAL_HEIGHT / seal.height()))
                .orElse(0.0);
        double width = house.seal().map(seal -> seal.width() * scale).orElse(0.0);
        double height = house.seal().map(seal -> seal.height() * scale).orElse(0.0);
        double lines = Math.ceil(house.name().length() / (LETTERS - width * LETTERS_A_POINT));
        cells.text(row, 0, house.name(), Face.AGENCY);
        double rowHeight = Math.max(height + 2 * AROUND, lines * LINE + 2 * AROUND);
        sheet.getRow(row).setHeightInPoints((float) rowHeight);
        XSSFCellStyle style = (XSSFCellStyle) cells.cell(row, 0).getCellStyle().copy();
        style.setWrapText(true);
        style.setIndention((short) (width == 0 ? 0 : Math.ceil((width + GAP) / INDENT)));
        cells.cell(row, 0).setCellStyle(style);
        sheet.addMergedRegion(new CellRangeAddress(row, row, 0, lastColumn));
        house.seal().ifPresent(seal -> picture(seal, row, (rowHeight - height) / 2, width, height));
        return row + 2;
    }

    private void picture(Seal seal, int row, double top, double width, double height) {
        int image = book.workbook().addPicture(seal.png(), Workbook.PICTURE_TYPE_PNG);
        XSSFClientAnchor anchor = new XSSFClientAnchor(
                0, Units.toEMU(top), Units.toEMU(width), Units.toEMU(top + height), 0, row, 0, row);
        anchor.setAnchorType(AnchorType.MOVE_DONT_RESIZE);
        XSSFPicture picture = sheet.createDrawingPatriarch().createPicture(anchor, image);
        picture.getCTPicture().getNvPicPr().getCNvPr().setDescr(description());
    }

    private String description() {
        String name = book.briefing().house().name();
        return name.isBlank() ? book.labels().get("seal") : book.labels().get("sealOf", name);
    }
}
