package org.opbrief.workbench.briefing;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The characters of a page in reading order, and where they stand. */
final class PageText {
    private final int page;
    private final String text;
    private final List<Rectangle2D> boxes;

    private PageText(int page, String text, List<Rectangle2D> boxes) {
        this.page = page;
        this.text = text;
        this.boxes = boxes;
    }

    /** @param page from 0 */
    static PageText of(PDDocument document, int page) throws IOException {
        Reader reader = new Reader();
        reader.setStartPage(page + 1);
        reader.setEndPage(page + 1);
        reader.writeText(document, Writer.nullWriter());
        return new PageText(page, reader.text.toString(), reader.boxes);
    }

    /** Finds a text without regard to case and to how it is broken over lines. */
    List<Hit> find(String wanted) {
        String pattern = fold(wanted.strip().replaceAll("\\s+", " "));
        List<Hit> hits = new ArrayList<>();
        if (pattern.isEmpty()) {
            return hits;
        }
        for (int at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + pattern.length())) {
            hits.add(new Hit(page, lines(at, at + pattern.length())));
        }
        return hits;
    }

    private List<Rectangle2D> lines(int from, int to) {
        List<Rectangle2D> lines = new ArrayList<>();
        Rectangle2D line = null;
        for (int i = from; i < to; i++) {
            Rectangle2D box = boxes.get(i);
            if (box.isEmpty()) {
                continue;
            }
            if (line != null && Math.abs(line.getCenterY() - box.getCenterY()) < line.getHeight() / 2) {
                line.add(box);
            } else {
                line = new Rectangle2D.Double();
                line.setRect(box);
                lines.add(line);
            }
        }
        return lines;
    }

    /** One character for one, so that places are kept. */
    private static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            String lower = String.valueOf(character).toLowerCase(Locale.ROOT);
            folded.append(
                    Character.isWhitespace(character) || character == '\u00a0'
                            ? ' '
                            : lower.length() == 1 ? lower.charAt(0) : character);
        }
        return folded.toString();
    }

    private static final class Reader extends PDFTextStripper {
        private static final Rectangle2D NOWHERE = new Rectangle2D.Double();
        private static final double ABOVE = 1.2;
        private static final double BELOW = 0.3;

        private final StringBuilder text = new StringBuilder();
        private final List<Rectangle2D> boxes = new ArrayList<>();

        @Override
        protected void writeString(String string, List<TextPosition> positions) {
            for (TextPosition position : positions) {
                double height = position.getHeightDir();
                Rectangle2D box = new Rectangle2D.Double(
                        position.getXDirAdj(),
                        position.getYDirAdj() - ABOVE * height,
                        position.getWidthDirAdj(),
                        (ABOVE + BELOW) * height);
                String characters = fold(position.getUnicode());
                for (int i = 0; i < characters.length(); i++) {
                    add(characters.charAt(i), box);
                }
            }
        }

        @Override
        protected void writeWordSeparator() {
            add(' ', NOWHERE);
        }

        @Override
        protected void writeLineSeparator() {
            add(' ', NOWHERE);
        }

        private void add(char character, Rectangle2D box) {
            boolean space = character == ' ';
            if (space && (text.isEmpty() || text.charAt(text.length() - 1) == ' ')) {
                return;
            }
            text.append(character);
            boxes.add(space ? NOWHERE : box);
        }
    }
}
