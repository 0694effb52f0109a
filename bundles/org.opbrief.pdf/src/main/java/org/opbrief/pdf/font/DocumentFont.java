package org.opbrief.pdf.font;

import java.io.IOException;
import java.util.BitSet;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A font as one document embeds it: the glyphs that were used. */
public final class DocumentFont {
    private final String resource;
    private final FontFile file;
    private final PDType0Font font;
    private final FontMetrics metrics;
    private final BitSet used = new BitSet();

    DocumentFont(PDDocument document, FontFile file, FontMetrics metrics, String resource) throws IOException {
        this.file = file;
        this.metrics = metrics;
        this.resource = resource;
        font = PDType0Font.load(document, file.font(), true);
        // PDFBox subsets the fonts that a content stream was seen to use
        try (PDPageContentStream content = new PDPageContentStream(document, new PDPage())) {
            content.setFont(font, 1);
        }
    }

    /** Its name among the resources of each page. */
    public String resource() {
        return resource;
    }

    public PDType0Font font() {
        return font;
    }

    public FontMetrics metrics() {
        return metrics;
    }

    public boolean has(int codePoint) {
        return file.glyph(codePoint) != 0;
    }

    public boolean hasAll(String text) {
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            if (file.glyph(codePoint) == 0) {
                return false;
            }
            i += Character.charCount(codePoint);
        }
        return true;
    }

    /** The glyph to draw for a character that the font has; it will be embedded. */
    public int glyph(int codePoint) {
        if (!used.get(codePoint)) {
            used.set(codePoint);
            font.addToSubset(codePoint);
        }
        return file.glyph(codePoint);
    }

    /** Advance width at font size 1. */
    public float width(int codePoint) {
        return file.width(file.glyph(codePoint));
    }

    /** Advance width at font size 1. */
    public float width(String text, int from, int to) {
        float width = 0;
        for (int i = from; i < to; ) {
            int codePoint = text.codePointAt(i);
            width += file.width(file.glyph(codePoint));
            i += Character.charCount(codePoint);
        }
        return width;
    }
}
