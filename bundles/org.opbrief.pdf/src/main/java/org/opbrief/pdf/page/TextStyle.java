package org.opbrief.pdf.page;

import java.awt.Color;
import net.sf.jasperreports.engine.JRLineBox;
import net.sf.jasperreports.engine.JRParagraph;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;
import net.sf.jasperreports.engine.type.ModeEnum;
import net.sf.jasperreports.engine.type.RotationEnum;
import net.sf.jasperreports.engine.type.RunDirectionEnum;
import net.sf.jasperreports.engine.type.VerticalTextAlignEnum;
import org.opbrief.pdf.PdfException;
import org.opbrief.pdf.font.DocumentFont;

/**
 * How texts of one template look. JasperReports asks the styles for each of these again and again, which would be half of
 * the time that a table takes.
 *
 * @param markup whether the text has any
 * @param straight whether lines run from left to right, unstretched and without indents
 * @param font null if the text has markup, which may name others
 * @param background null if it is transparent
 * @param horizontal 0 left, 0.5 centre, 1 right
 * @param vertical 0 top, 0.5 middle, 1 bottom
 */
record TextStyle(
        boolean markup,
        boolean straight,
        DocumentFont font,
        float size,
        Color color,
        boolean underline,
        boolean strikeThrough,
        Color background,
        Box box,
        float horizontal,
        float vertical,
        int topPadding,
        int leftPadding,
        int bottomPadding,
        int rightPadding) {

    static TextStyle of(JRPrintText text, Characters characters) throws PdfException {
        boolean markup = text.getMarkup() != null && !"none".equals(text.getMarkup());
        JRLineBox box = text.getLineBox();
        HorizontalTextAlignEnum align = text.getHorizontalTextAlign();
        return new TextStyle(
                markup,
                text.getRotation() == RotationEnum.NONE
                        && text.getRunDirection() != RunDirectionEnum.RTL
                        && align != HorizontalTextAlignEnum.JUSTIFIED
                        && !hasIndents(text.getParagraph()),
                markup ? null : characters.font(text.getFontName(), text.isBold(), text.isItalic()),
                text.getFontSize(),
                text.getForecolor(),
                text.isUnderline(),
                text.isStrikeThrough(),
                text.getMode() == ModeEnum.OPAQUE ? text.getBackcolor() : null,
                Box.of(box),
                align == HorizontalTextAlignEnum.RIGHT ? 1 : align == HorizontalTextAlignEnum.CENTER ? 0.5f : 0,
                vertical(text.getVerticalTextAlign()),
                box.getTopPadding(),
                box.getLeftPadding(),
                box.getBottomPadding(),
                box.getRightPadding());
    }

    private static float vertical(VerticalTextAlignEnum align) {
        return switch (align) {
            case BOTTOM -> 1;
            case MIDDLE -> 0.5f;
            case TOP, JUSTIFIED -> 0;
        };
    }

    private static boolean hasIndents(JRParagraph paragraph) {
        return paragraph.getFirstLineIndent() != 0
                || paragraph.getLeftIndent() != 0
                || paragraph.getRightIndent() != 0
                || paragraph.getSpacingBefore() != 0;
    }
}
