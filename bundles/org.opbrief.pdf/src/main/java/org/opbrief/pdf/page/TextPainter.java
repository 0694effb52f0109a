package org.opbrief.pdf.page;

import java.util.List;
import net.sf.jasperreports.engine.JRLineBox;
import net.sf.jasperreports.engine.JRParagraph;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JRStyledTextAttributeSelector;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;
import net.sf.jasperreports.engine.type.RotationEnum;
import net.sf.jasperreports.engine.type.RunDirectionEnum;
import net.sf.jasperreports.engine.util.JRStyledText;
import net.sf.jasperreports.engine.util.JRStyledTextUtil;
import org.opbrief.pdf.PdfException;
import org.opbrief.pdf.font.DocumentFont;
import org.opbrief.pdf.font.DocumentFonts;
import org.opbrief.pdf.font.FontMetrics;
import org.opbrief.pdf.structure.Place;
import org.opbrief.pdf.structure.TextStructure;

/**
 * Texts. One plain line, which is what tables are made of, is placed here; all else is laid out by JasperReports itself, so
 * that lines break where they did when the report was filled.
 */
public final class TextPainter {
    /** What a line must leave free, so that JasperReports did surely not break it. */
    private static final float CERTAIN = 0.5f;

    private final Canvas canvas;
    private final Place place;
    private final Characters characters;
    private final GlyphPainter glyphs;
    private final JRStyledTextUtil styledTexts;
    private final JRStyledTextAttributeSelector attributes;
    private final JRStyledTextAttributeSelector noAttributes;
    private final StyledTextPainter styled;

    public TextPainter(JasperReportsContext context, Canvas canvas, DocumentFonts fonts, Place place) {
        this.canvas = canvas;
        this.place = place;
        characters = new Characters(fonts, place);
        glyphs = new GlyphPainter(canvas);
        styledTexts = JRStyledTextUtil.getInstance(context);
        attributes = JRStyledTextAttributeSelector.getAllSelector(context);
        noAttributes = JRStyledTextAttributeSelector.getNoneSelector(context);
        styled = new StyledTextPainter(context, canvas, characters, glyphs);
    }

    Characters characters() {
        return characters;
    }

    /** What the text says, without markup. */
    String plainText(JRPrintText text) {
        if (isPlain(text)) {
            return text.getFullText() == null ? "" : text.getFullText();
        }
        JRStyledText styledText = styledTexts.getStyledText(text, noAttributes);
        return styledText == null ? "" : styledText.getText();
    }

    void paint(JRPrintText text, int offsetX, int offsetY, TextStructure structure) throws PdfException {
        String content = text.getFullText();
        if (content == null || content.isEmpty() || paintLine(text, content, offsetX, offsetY, structure)) {
            return;
        }
        if (text.getRunDirection() == RunDirectionEnum.RTL) {
            throw place.error("text that runs from right to left is not supported.");
        }
        JRStyledText styledText = styledTexts.getStyledText(text, attributes);
        if (styledText == null || styledText.length() == 0) {
            return;
        }
        characters.check(styledText.getText());
        styled.paint(text, styledText, offsetX, offsetY, structure);
    }

    /** False if the text is more than a plain line. */
    private boolean paintLine(JRPrintText text, String content, int offsetX, int offsetY, TextStructure structure)
            throws PdfException {
        if (!isPlain(text)
                || text.getRotation() != RotationEnum.NONE
                || text.getRunDirection() == RunDirectionEnum.RTL
                || text.getHorizontalTextAlign() == HorizontalTextAlignEnum.JUSTIFIED
                || !Characters.isPlain(content)
                || hasIndents(text.getParagraph())) {
            return false;
        }
        DocumentFont font = characters.font(text.getFontName(), text.isBold(), text.isItalic());
        if (!font.hasAll(content)) {
            return false;
        }
        String shown = structure.isShared() && !content.endsWith(" ") ? content + " " : content;
        GlyphRun run = new GlyphRun(
                shown,
                font,
                text.getFontSize(),
                0,
                text.getForecolor(),
                null,
                text.isUnderline(),
                text.isStrikeThrough());
        JRLineBox box = text.getLineBox();
        float available = text.getWidth() - box.getLeftPadding() - box.getRightPadding();
        float width = run.visibleWidth();
        if (width > available - CERTAIN) {
            return false;
        }
        double x = offsetX + text.getX() + box.getLeftPadding();
        HorizontalTextAlignEnum align = text.getHorizontalTextAlign();
        if (align == HorizontalTextAlignEnum.RIGHT) {
            x += available - width;
        } else if (align == HorizontalTextAlignEnum.CENTER) {
            x += (available - width) / 2;
        }
        FontMetrics metrics = font.metrics();
        float ascent = (metrics.leading() + metrics.ascent()) * run.size();
        double y = offsetY + text.getY() + box.getTopPadding() + verticalOffset(text, box) + ascent;
        canvas.begin(structure.line());
        glyphs.line(List.of(run), x, y, 0);
        canvas.end();
        return true;
    }

    private static float verticalOffset(JRPrintText text, JRLineBox box) {
        float free = text.getHeight() - box.getTopPadding() - box.getBottomPadding() - text.getTextHeight();
        return switch (text.getVerticalTextAlign()) {
            case BOTTOM -> free;
            case MIDDLE -> free / 2;
            case TOP, JUSTIFIED -> 0;
        };
    }

    private static boolean isPlain(JRPrintText text) {
        return text.getMarkup() == null || "none".equals(text.getMarkup());
    }

    private static boolean hasIndents(JRParagraph paragraph) {
        return paragraph.getFirstLineIndent() != 0
                || paragraph.getLeftIndent() != 0
                || paragraph.getRightIndent() != 0
                || paragraph.getSpacingBefore() != 0;
    }
}
