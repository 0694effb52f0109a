package org.opbrief.output.excel;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.opbrief.api.report.Briefing;
import org.opbrief.api.report.Marking;

/** A workbook in the making: what its sheets share. */
final class Book {
    /** Characters that Excel allows in a header or footer, codes included. */
    private static final int HEADER_LIMIT = 255;

    private final XSSFWorkbook workbook;
    private final Briefing briefing;
    private final Labels labels;
    private final Styles styles;
    private final Names names = new Names();
    private final Map<String, SheetRows> streamed = new LinkedHashMap<>();

    Book(XSSFWorkbook workbook, Briefing briefing) {
        this.workbook = workbook;
        this.briefing = briefing;
        this.labels = new Labels(briefing.language());
        this.styles = new Styles(
                workbook, briefing.edition().marking(), briefing.house().font().orElse(XSSFFont.DEFAULT_FONT_NAME));
    }

    XSSFWorkbook workbook() {
        return workbook;
    }

    Briefing briefing() {
        return briefing;
    }

    Labels labels() {
        return labels;
    }

    Styles styles() {
        return styles;
    }

    Names names() {
        return names;
    }

    /** What is written into sheets that POI has the frame of, by the name of their part. */
    Map<String, SheetRows> streamed() {
        return streamed;
    }

    Cells cells(XSSFSheet sheet) {
        return new Cells(sheet, styles, labels);
    }

    /** A new sheet, ready for the printer. */
    XSSFSheet sheet(String title) {
        XSSFSheet sheet = workbook.createSheet(names.sheet(title));
        sheet.setDisplayGridlines(false);
        print(sheet, briefing, labels);
        return sheet;
    }

    /** Streams these rows below the header of the sheet. */
    void stream(XSSFSheet sheet, SheetRows rows) {
        streamed.put(sheet.getPackagePart().getPartName().getName().substring(1), rows);
    }

    /** Repeats the header on each printed page and keeps it in sight. */
    static void header(XSSFSheet sheet, int row) {
        sheet.createFreezePane(0, row + 1);
        sheet.setRepeatingRows(new CellRangeAddress(row, row, -1, -1));
    }

    /** Landscape, as wide as a page, the marking at the top and bottom of each. */
    static void print(XSSFSheet sheet, Briefing briefing, Labels labels) {
        PrintSetup setup = sheet.getPrintSetup();
        setup.setPaperSize((short) (PaperSize.LETTER_PAPER.ordinal() + 1));
        setup.setLandscape(true);
        setup.setFitWidth((short) 1);
        setup.setFitHeight((short) 0);
        sheet.setFitToPage(true);
        sheet.setHorizontallyCenter(true);
        sheet.setMargin(PageMargin.LEFT, 0.5);
        sheet.setMargin(PageMargin.RIGHT, 0.5);
        sheet.setMargin(PageMargin.TOP, 0.8);
        sheet.setMargin(PageMargin.BOTTOM, 0.8);
        mark(sheet, briefing);
        int room = Math.max(0, HEADER_LIMIT - sheet.getFooter().getCenter().length() - 40);
        sheet.getFooter().setLeft("&9" + escaped(briefing.title(), room));
        sheet.getFooter().setRight("&9" + labels.get("page", "&P", "&N"));
    }

    /** The marking at the top and bottom of each printed page. */
    static void mark(XSSFSheet sheet, Briefing briefing) {
        String marking = marking(briefing.edition().marking());
        sheet.getHeader().setCenter(marking);
        sheet.getFooter().setCenter(marking);
    }

    private static String marking(Marking marking) {
        if (marking.text().isEmpty()) {
            return "";
        }
        return "&\"-,Bold\"&K" + marking.color().substring(1).toUpperCase(Locale.ROOT)
                + escaped(marking.text(), HEADER_LIMIT / 2);
    }

    /** The text in one line, of at most that many characters with its codes. */
    private static String escaped(String text, int length) {
        StringBuilder escaped = new StringBuilder();
        // a digit right after a font size would belong to it
        String line = (Character.isDigit(text.isEmpty() ? ' ' : text.charAt(0)) ? " " : "")
                + text.replaceAll("\\p{Cntrl}", " ");
        for (int i = 0; i < line.length(); i++) {
            String next = line.charAt(i) == '&' ? "&&" : String.valueOf(line.charAt(i));
            if (escaped.length() + next.length() > length) {
                break;
            }
            escaped.append(next);
        }
        return escaped.toString();
    }
}
