package org.opbrief.pdf.font;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;

/**
 * The measures by which JasperReports laid out a text, at font size 1, downwards positive from the baseline.
 *
 * @param strikeOffset negative, as it is above the baseline
 */
public record FontMetrics(
        float ascent,
        float descent,
        float leading,
        float underlineOffset,
        float underlineThickness,
        float strikeOffset,
        float strikeThickness) {

    /** AWT rounds some measures at small sizes. */
    private static final float PROBE_SIZE = 1000;

    static FontMetrics of(Font font) {
        LineMetrics measured =
                font.deriveFont(PROBE_SIZE).getLineMetrics("Ag", new FontRenderContext(null, true, true));
        return new FontMetrics(
                measured.getAscent() / PROBE_SIZE,
                measured.getDescent() / PROBE_SIZE,
                measured.getLeading() / PROBE_SIZE,
                measured.getUnderlineOffset() / PROBE_SIZE,
                measured.getUnderlineThickness() / PROBE_SIZE,
                measured.getStrikethroughOffset() / PROBE_SIZE,
                measured.getStrikethroughThickness() / PROBE_SIZE);
    }
}
