package org.opbrief.pdf.page;

import java.util.List;
import org.opbrief.pdf.file.Bytes;
import org.opbrief.pdf.font.FontMetrics;

/** Writes glyphs, and the lines and backgrounds that go with them. */
final class GlyphPainter {
    private final Canvas canvas;

    GlyphPainter(Canvas canvas) {
        this.canvas = canvas;
    }

    /**
     * A line of text from a point of its baseline on.
     *
     * @param y from the top of the page
     * @param stretch what each space is wider than in the font, in points
     */
    void line(List<GlyphRun> runs, double x, double y, float stretch) {
        backgrounds(runs, x, y, stretch);
        canvas.operator("BT ");
        canvas.point(x, y, "Td ");
        for (GlyphRun run : runs) {
            canvas.fill(run.color());
            canvas.font(run.font(), run.size());
            if (run.rise() != 0) {
                canvas.content().number(run.rise()).ascii("Ts ");
            }
            show(run, stretch);
            if (run.rise() != 0) {
                canvas.operator("0 Ts ");
            }
        }
        canvas.operator("ET\n");
        decorations(runs, x, y, stretch);
    }

    static double width(List<GlyphRun> runs, float stretch) {
        return runs.stream().mapToDouble(run -> width(run, stretch)).sum();
    }

    private void show(GlyphRun run, float stretch) {
        Bytes content = canvas.content();
        String text = run.text();
        content.ascii(stretch == 0 ? "<" : "[<");
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            content.hex4(run.font().glyph(codePoint));
            if (stretch != 0 && codePoint == ' ') {
                content.ascii(">").number(-stretch * 1000 / run.size()).ascii("<");
            }
        }
        content.ascii(stretch == 0 ? ">Tj " : ">]TJ ");
    }

    private void backgrounds(List<GlyphRun> runs, double x, double y, float stretch) {
        double left = x;
        for (GlyphRun run : runs) {
            double width = width(run, stretch);
            if (run.background() != null) {
                FontMetrics metrics = run.font().metrics();
                canvas.fill(run.background());
                float ascent = metrics.ascent() * run.size();
                canvas.rectangle(left, y - ascent, width, ascent + metrics.descent() * run.size());
                canvas.operator("f ");
            }
            left += width;
        }
    }

    private void decorations(List<GlyphRun> runs, double x, double y, float stretch) {
        double left = x;
        for (GlyphRun run : runs) {
            double width = width(run, stretch);
            FontMetrics metrics = run.font().metrics();
            double baseline = y - run.rise();
            if (run.underline()) {
                float thickness = metrics.underlineThickness() * run.size();
                bar(run, left, baseline + metrics.underlineOffset() * run.size(), width, thickness);
            }
            if (run.strikeThrough()) {
                float thickness = metrics.strikeThickness() * run.size();
                bar(run, left, baseline + metrics.strikeOffset() * run.size() - thickness / 2, width, thickness);
            }
            left += width;
        }
    }

    private void bar(GlyphRun run, double x, double y, double width, double thickness) {
        canvas.fill(run.color());
        canvas.rectangle(x, y, width, thickness);
        canvas.operator("f\n");
    }

    private static double width(GlyphRun run, float stretch) {
        if (stretch == 0) {
            return run.width();
        }
        return run.width() + stretch * run.text().chars().filter(c -> c == ' ').count();
    }
}
