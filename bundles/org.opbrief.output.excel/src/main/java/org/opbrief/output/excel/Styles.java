package org.opbrief.output.excel;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.opbrief.api.report.Marking;

/** The cell styles of a workbook, each made once. */
final class Styles {
    static final String GENERAL = "General";
    /** A year or a number that is a name. */
    static final String WHOLE = "0";

    static final String DATE = "yyyy-mm-dd";

    private final XSSFWorkbook workbook;
    private final String family;
    private final int banner;
    private final int onBanner;
    private final Map<Face, XSSFFont> fonts = new EnumMap<>(Face.class);
    private final Map<Key, XSSFCellStyle> styles = new HashMap<>();

    private record Key(Face face, String format, boolean wrap, boolean quoted) {}

    /** @param family font of all cells but those with code */
    Styles(XSSFWorkbook workbook, Marking marking, String family) {
        this.workbook = workbook;
        this.family = family;
        this.banner = Integer.decode(marking.color());
        this.onBanner = Integer.decode(marking.ink());
    }

    XSSFCellStyle of(Face face) {
        return of(face, GENERAL);
    }

    XSSFCellStyle of(Face face, String format) {
        return style(new Key(face, format, false, false));
    }

    /** For text of several lines. */
    XSSFCellStyle wrapped(Face face) {
        return style(new Key(face, GENERAL, true, false));
    }

    /** The same style for text that Excel would take for a formula when someone edits it. */
    XSSFCellStyle quoted(XSSFCellStyle style) {
        for (Map.Entry<Key, XSSFCellStyle> entry : styles.entrySet()) {
            if (entry.getValue().getIndex() == style.getIndex()) {
                Key key = entry.getKey();
                return style(new Key(key.face(), key.format(), key.wrap(), true));
            }
        }
        throw new IllegalArgumentException("A style of another workbook");
    }

    static XSSFColor color(int rgb) {
        return new XSSFColor(new byte[] {(byte) 0xff, (byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb}, null);
    }

    private XSSFCellStyle style(Key key) {
        XSSFCellStyle known = styles.get(key);
        if (known != null) {
            return known;
        }
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(fonts.computeIfAbsent(key.face(), this::font));
        style.setAlignment(alignment(key));
        style.setVerticalAlignment(key.face().atTop() ? VerticalAlignment.TOP : VerticalAlignment.CENTER);
        if (key.face().ruled() || key.face().header()) {
            // else a number and the text to its right touch
            style.setIndention((short) 1);
        }
        style.setWrapText(key.wrap());
        if (key.quoted()) {
            style.setQuotePrefixed(true);
        }
        if (!key.format().equals(GENERAL)) {
            style.setDataFormat(workbook.createDataFormat().getFormat(key.format()));
        }
        if (key.face() == Face.BANNER || key.face().header()) {
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            style.setFillForegroundColor(color(key.face() == Face.BANNER ? banner : Face.NAVY));
        }
        if (key.face().ruled()) {
            style.setBorderBottom(BorderStyle.THIN);
            style.setBottomBorderColor(color(Face.HAIRLINE));
        }
        styles.put(key, style);
        return style;
    }

    /** Numbers to the right; names, years and days to the left. */
    private static HorizontalAlignment alignment(Key key) {
        if (!key.face().ruled()) {
            return key.face().alignment;
        }
        boolean name = key.format().equals(GENERAL)
                || key.format().equals(DATE)
                || key.format().equals(WHOLE);
        return name ? HorizontalAlignment.LEFT : HorizontalAlignment.RIGHT;
    }

    private XSSFFont font(Face face) {
        XSSFFont font = workbook.createFont();
        font.setFontName(face == Face.CODE ? "Consolas" : family);
        font.setFontHeightInPoints((short) face.points);
        font.setBold(face.bold);
        font.setColor(color(face == Face.BANNER ? onBanner : face.color));
        if (face == Face.LINK) {
            font.setUnderline(XSSFFont.U_SINGLE);
        }
        return font;
    }
}
