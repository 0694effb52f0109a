package org.opbrief.pdf.page;

import java.awt.Color;
import net.sf.jasperreports.engine.JRPrintHyperlink;
import org.opbrief.pdf.font.DocumentFont;

/**
 * Characters of one font, size and colour.
 *
 * @param text has no character that the font lacks
 * @param rise of the baseline, in points: superscript above 0, subscript below
 * @param background null if there is none
 * @param link that these characters are a part of; null if there is none
 */
record GlyphRun(
        String text,
        DocumentFont font,
        float size,
        float rise,
        Color color,
        Color background,
        boolean underline,
        boolean strikeThrough,
        JRPrintHyperlink link) {

    float width() {
        return font.width(text, 0, text.length()) * size;
    }

    /** With the spaces at its end left out. */
    float visibleWidth() {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return font.width(text, 0, end) * size;
    }
}
