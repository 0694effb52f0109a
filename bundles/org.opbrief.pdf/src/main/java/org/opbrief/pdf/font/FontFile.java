package org.opbrief.pdf.font;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** A parsed TrueType font with what a text needs at hand. Not thread-safe, as FontBox is not; one export at a time uses it. */
final class FontFile {
    private static final int UNKNOWN = -1;
    private static final int BLOCK = 256;

    private final TrueTypeFont font;
    private final CmapLookup characters;
    private final float unitsPerEm;

    /** Glyphs of the characters asked for so far, in blocks of 256 by code point. */
    private final Map<Integer, int[]> glyphs = new HashMap<>();

    private final int[] firstGlyphs = unknown();
    private final float[] widths;

    FontFile(InputStream in) throws IOException {
        font = new TTFParser().parse(new RandomAccessReadBuffer(in));
        // PDFBox would draw ligatures, which come out of the file as other characters than went in
        font.setEnableGsub(false);
        characters = font.getUnicodeCmapLookup();
        unitsPerEm = font.getUnitsPerEm();
        widths = new float[font.getNumberOfGlyphs()];
        for (int glyph = 0; glyph < widths.length; glyph++) {
            widths[glyph] = font.getAdvanceWidth(glyph) / unitsPerEm;
        }
    }

    TrueTypeFont font() {
        return font;
    }

    /** 0 if the font does not have the character. */
    int glyph(int codePoint) {
        int[] block = codePoint < BLOCK ? firstGlyphs : glyphs.computeIfAbsent(codePoint / BLOCK, key -> unknown());
        int glyph = block[codePoint % BLOCK];
        if (glyph == UNKNOWN) {
            glyph = characters.getGlyphId(codePoint);
            block[codePoint % BLOCK] = glyph;
        }
        return glyph;
    }

    /** Advance width of a glyph at font size 1. */
    float width(int glyph) {
        return widths[glyph];
    }

    private static int[] unknown() {
        int[] block = new int[BLOCK];
        Arrays.fill(block, UNKNOWN);
        return block;
    }
}
