package org.opbrief.pdf.page;

import java.awt.Color;
import java.awt.Font;
import java.awt.font.TextAttribute;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.AttributedCharacterIterator;
import java.text.AttributedCharacterIterator.Attribute;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRPrintHyperlink;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.export.AbstractTextRenderer;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;
import net.sf.jasperreports.engine.type.RotationEnum;
import net.sf.jasperreports.engine.util.JRStyledText;
import net.sf.jasperreports.engine.util.JRTextAttribute;
import net.sf.jasperreports.engine.util.StyledTextListWriter;
import org.opbrief.pdf.PdfException;
import org.opbrief.pdf.font.DocumentFont;
import org.opbrief.pdf.structure.Links;
import org.opbrief.pdf.structure.StructureElement;
import org.opbrief.pdf.structure.TextStructure;

/** Texts of several lines, with markup, tabs, indents, lists, rotated or justified: JasperReports lays them out. */
final class StyledTextPainter extends AbstractTextRenderer {
    private static final float SCRIPT_SCALE = 2 / 3f;
    private static final float SCRIPT_RISE = 0.375f;
    private static final float BULLET_GAP = 10;

    private final Canvas canvas;
    private final Characters characters;
    private final GlyphPainter glyphs;
    private final Links links;
    private TextStructure structure;

    StyledTextPainter(
            JasperReportsContext context, Canvas canvas, Characters characters, GlyphPainter glyphs, Links links) {
        super(context, false, true, true, false);
        this.canvas = canvas;
        this.characters = characters;
        this.glyphs = glyphs;
        this.links = links;
    }

    void paint(JRPrintText printText, JRStyledText styled, int offsetX, int offsetY, TextStructure lines)
            throws PdfException {
        structure = lines;
        initialize(printText, styled, offsetX, offsetY);
        try {
            render();
        } catch (Failure e) {
            throw e.exception();
        }
    }

    @Override
    protected StyledTextListWriter getListWriter() {
        return structure.hasLists() ? structure : null;
    }

    /** Draws a segment of a line; called by the layout. */
    @Override
    public void draw() {
        try {
            TabSegment segment = segments.get(segmentIndex);
            double baseline = y + topPadding + verticalAlignOffset + drawPosY;
            double start = x + drawPosX;
            if (bulletChunk != null) {
                bullet(start, baseline);
            }
            List<GlyphRun> runs = runs(segment.as);
            float stretch = stretch(segment, runs);
            if (needsSpace(segment) && !runs.isEmpty()) {
                GlyphRun last = runs.get(runs.size() - 1);
                runs.set(runs.size() - 1, withSpace(last));
            }
            parts(runs, start, baseline, stretch);
        } catch (PdfException e) {
            throw new Failure(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What belongs to a link apart from what does not. Turned text has no links in it. */
    private void parts(List<GlyphRun> runs, double start, double baseline, float stretch) throws IOException {
        double left = start;
        for (int from = 0, to; from < runs.size(); from = to) {
            JRPrintHyperlink link =
                    text.getRotation() == RotationEnum.NONE ? runs.get(from).link() : null;
            to = from + 1;
            while (to < runs.size()
                    && (text.getRotation() != RotationEnum.NONE || runs.get(to).link() == link)) {
                to++;
            }
            List<GlyphRun> part = runs.subList(from, to);
            double width = GlyphPainter.width(part, stretch);
            StructureElement owner = link == null ? null : structure.partElement(link);
            canvas.begin(owner == null ? structure.line() : owner);
            rotated(part, left, baseline, stretch);
            canvas.end();
            if (owner != null) {
                link(link, owner, part, new double[] {left, baseline, left + width});
            }
            left += width;
        }
    }

    /** @param line left, baseline and right */
    private void link(JRPrintHyperlink link, StructureElement owner, List<GlyphRun> runs, double[] line)
            throws IOException {
        double ascent = 0;
        double descent = 0;
        StringBuilder says = new StringBuilder();
        for (GlyphRun run : runs) {
            ascent = Math.max(ascent, run.font().metrics().ascent() * run.size());
            descent = Math.max(descent, run.font().metrics().descent() * run.size());
            says.append(run.text());
        }
        double y = canvas.height() - line[1];
        links.add(link, owner, says.toString().strip(), new double[] {line[0], y - descent, line[2], y + ascent});
    }

    private void bullet(double start, double baseline) throws PdfException {
        List<GlyphRun> runs = runs(bulletChunk);
        double width = runs.stream().mapToDouble(GlyphRun::width).sum();
        canvas.begin(structure.bullet());
        rotated(runs, start - BULLET_GAP - width, baseline, 0);
        canvas.end();
    }

    private void rotated(List<GlyphRun> runs, double start, double baseline, float stretch) {
        RotationEnum rotation = text.getRotation();
        if (rotation == RotationEnum.NONE) {
            glyphs.line(runs, start, baseline, stretch);
            return;
        }
        double angle =
                switch (rotation) {
                    case LEFT -> Math.PI / 2;
                    case RIGHT -> -Math.PI / 2;
                    default -> Math.PI;
                };
        canvas.save();
        canvas.transform(AffineTransform.getRotateInstance(angle, x, canvas.height() - y));
        glyphs.line(runs, start, baseline, stretch);
        canvas.restore();
    }

    /** A line that ends where the author ended it has no space to part it from the next when it is read out. */
    private boolean needsSpace(TabSegment segment) {
        boolean lastSegment = segmentIndex == segments.size() - 1;
        return lastSegment
                && !segment.text.endsWith(" ")
                && (segment.isLastLine && !isLastParagraph || segment.isLastLine && structure.isShared());
    }

    private static GlyphRun withSpace(GlyphRun run) {
        return run.font().has(' ')
                ? new GlyphRun(
                        run.text() + " ",
                        run.font(),
                        run.size(),
                        run.rise(),
                        run.color(),
                        null,
                        false,
                        false,
                        run.link())
                : run;
    }

    /** How much wider each space of a justified line is. */
    private float stretch(TabSegment segment, List<GlyphRun> runs) {
        if (text.getHorizontalTextAlign() != HorizontalTextAlignEnum.JUSTIFIED || segment.isLastLine) {
            return 0;
        }
        double width = 0;
        for (int i = 0; i < runs.size(); i++) {
            width += i == runs.size() - 1
                    ? runs.get(i).visibleWidth()
                    : runs.get(i).width();
        }
        long spaces = segment.text.stripTrailing().chars().filter(c -> c == ' ').count();
        return spaces == 0 ? 0 : (float) (segment.layout.getVisibleAdvance() - width) / spaces;
    }

    private List<GlyphRun> runs(AttributedString string) throws PdfException {
        AttributedCharacterIterator characterRuns = string.getIterator();
        List<GlyphRun> runs = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        for (int i = characterRuns.getBeginIndex(); i < characterRuns.getEndIndex(); i = characterRuns.getRunLimit()) {
            characterRuns.setIndex(i);
            int limit = characterRuns.getRunLimit();
            Map<Attribute, Object> style = characterRuns.getAttributes();
            run.setLength(0);
            for (int k = i; k < limit; k++) {
                run.append(characterRuns.setIndex(k));
            }
            addRuns(run.toString(), style, runs);
            characterRuns.setIndex(i);
        }
        return runs;
    }

    private void addRuns(String content, Map<Attribute, Object> style, List<GlyphRun> runs) throws PdfException {
        boolean bold = TextAttribute.WEIGHT_BOLD.equals(style.get(TextAttribute.WEIGHT));
        boolean italic = TextAttribute.POSTURE_OBLIQUE.equals(style.get(TextAttribute.POSTURE));
        Object family = style.get(TextAttribute.FAMILY);
        DocumentFont font = characters.font(family == null ? text.getFontName() : family.toString(), bold, italic);
        int script = style.get(TextAttribute.SUPERSCRIPT) instanceof Integer level ? Integer.signum(level) : 0;
        float size = size(style);
        float scaled = script == 0 ? size : size * SCRIPT_SCALE;
        Color color =
                style.get(TextAttribute.FOREGROUND) instanceof Color foreground ? foreground : text.getForecolor();
        Color background = style.get(TextAttribute.BACKGROUND) instanceof Color back ? back : null;
        JRPrintHyperlink link =
                style.get(JRTextAttribute.HYPERLINK) instanceof JRPrintHyperlink hyperlink && links.has(hyperlink)
                        ? hyperlink
                        : null;
        boolean underline = TextAttribute.UNDERLINE_ON.equals(style.get(TextAttribute.UNDERLINE));
        boolean strike = TextAttribute.STRIKETHROUGH_ON.equals(style.get(TextAttribute.STRIKETHROUGH));
        characters.split(
                content,
                font,
                bold,
                italic,
                piece -> runs.add(new GlyphRun(
                        piece.text(),
                        piece.font(),
                        scaled,
                        script * SCRIPT_RISE * size,
                        color,
                        background,
                        underline,
                        strike,
                        link)));
    }

    private float size(Map<Attribute, Object> style) {
        if (style.get(TextAttribute.SIZE) instanceof Number size) {
            return size.floatValue();
        }
        return style.get(TextAttribute.FONT) instanceof Font font ? font.getSize2D() : text.getFontSize();
    }
}
