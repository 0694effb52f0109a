package org.opbrief.pdf.page;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JRStyledTextAttributeSelector;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.fill.JRTemplateElement;
import net.sf.jasperreports.engine.fill.JRTemplatePrintText;
import net.sf.jasperreports.engine.type.RunDirectionEnum;
import net.sf.jasperreports.engine.util.JRStyledText;
import net.sf.jasperreports.engine.util.JRStyledTextUtil;
import org.opbrief.pdf.PdfException;
import org.opbrief.pdf.font.DocumentFont;
import org.opbrief.pdf.font.DocumentFonts;
import org.opbrief.pdf.font.FontMetrics;
import org.opbrief.pdf.structure.Links;
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

    /** By their templates. */
    private final Map<JRTemplateElement, TextStyle> styles = new IdentityHashMap<>();

    public TextPainter(JasperReportsContext context, Canvas canvas, DocumentFonts fonts, Links links, Place place) {
        this.canvas = canvas;
        this.place = place;
        characters = new Characters(fonts, place);
        glyphs = new GlyphPainter(canvas);
        styledTexts = JRStyledTextUtil.getInstance(context);
        attributes = JRStyledTextAttributeSelector.getAllSelector(context);
        noAttributes = JRStyledTextAttributeSelector.getNoneSelector(context);
        styled = new StyledTextPainter(context, canvas, characters, glyphs, links);
    }

    Characters characters() {
        return characters;
    }

    /** What the text says, without markup. */
    String plainText(JRPrintText text) throws PdfException {
        if (!style(text).markup()) {
            return text.getFullText() == null ? "" : text.getFullText();
        }
        JRStyledText styledText = styledTexts.getStyledText(text, noAttributes);
        return styledText == null ? "" : styledText.getText();
    }

    /** What all texts in the frame say, without markup. */
    String plainText(JRPrintFrame frame) throws PdfException {
        StringBuilder says = new StringBuilder();
        for (JRPrintElement child : frame.getElements()) {
            String words = "";
            if (child instanceof JRPrintText text) {
                words = plainText(text).strip();
            } else if (child instanceof JRPrintFrame inner) {
                words = plainText(inner);
            }
            says.append(says.isEmpty() || words.isEmpty() ? "" : " ").append(words);
        }
        return says.toString();
    }

    TextStyle style(JRPrintText text) throws PdfException {
        if (!(text instanceof JRTemplatePrintText filled)) {
            return TextStyle.of(text, characters);
        }
        JRTemplateElement template = filled.getTemplate();
        TextStyle known = styles.get(template);
        if (known == null) {
            known = TextStyle.of(text, characters);
            styles.put(template, known);
        }
        return known;
    }

    void paint(JRPrintText text, TextStyle style, int offsetX, int offsetY, TextStructure structure)
            throws PdfException {
        String content = text.getFullText();
        if (content == null || content.isEmpty() || paintLine(text, style, content, offsetX, offsetY, structure)) {
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
    private boolean paintLine(
            JRPrintText text, TextStyle style, String content, int offsetX, int offsetY, TextStructure structure) {
        DocumentFont font = style.font();
        if (style.markup() || !style.straight() || !Characters.isPlain(content) || !font.hasAll(content)) {
            return false;
        }
        float available = text.getWidth() - style.leftPadding() - style.rightPadding();
        int end = content.length();
        while (end > 0 && content.charAt(end - 1) == ' ') {
            end--;
        }
        float width = font.width(content, 0, end) * style.size();
        if (width > available - CERTAIN) {
            return false;
        }
        float room = text.getHeight() - style.topPadding() - style.bottomPadding() - text.getTextHeight();
        FontMetrics metrics = font.metrics();
        float ascent = (metrics.leading() + metrics.ascent()) * style.size();
        double x = offsetX + text.getX() + style.leftPadding() + style.horizontal() * (available - width);
        double y = offsetY + text.getY() + style.topPadding() + style.vertical() * room + ascent;
        canvas.begin(structure.line());
        glyphs.line(
                List.of(new GlyphRun(
                        structure.isShared() && end == content.length() ? content + " " : content,
                        font,
                        style.size(),
                        0,
                        style.color(),
                        null,
                        style.underline(),
                        style.strikeThrough(),
                        null)),
                x,
                y,
                0);
        canvas.end();
        return true;
    }
}
