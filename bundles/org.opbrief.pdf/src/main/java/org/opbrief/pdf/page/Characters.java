package org.opbrief.pdf.page;

import java.text.Bidi;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.opbrief.pdf.PdfException;
import org.opbrief.pdf.font.DocumentFont;
import org.opbrief.pdf.font.DocumentFonts;
import org.opbrief.pdf.structure.Place;

/** Finds a font for each character, and refuses what cannot be drawn rightly. */
final class Characters {
    /** From here on there are scripts that need more than one glyph after the other. */
    private static final char FIRST_COMPLEX = 0x590;

    private static final Set<Character.UnicodeScript> SHAPED = EnumSet.of(
            Character.UnicodeScript.DEVANAGARI,
            Character.UnicodeScript.BENGALI,
            Character.UnicodeScript.GURMUKHI,
            Character.UnicodeScript.GUJARATI,
            Character.UnicodeScript.ORIYA,
            Character.UnicodeScript.TAMIL,
            Character.UnicodeScript.TELUGU,
            Character.UnicodeScript.KANNADA,
            Character.UnicodeScript.MALAYALAM,
            Character.UnicodeScript.SINHALA,
            Character.UnicodeScript.KHMER,
            Character.UnicodeScript.MYANMAR,
            Character.UnicodeScript.TIBETAN);

    private final DocumentFonts fonts;
    private final Place place;

    Characters(DocumentFonts fonts, Place place) {
        this.fonts = fonts;
        this.place = place;
    }

    /** Whether all characters stand beside each other from left to right, and none is a control character. */
    static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= FIRST_COMPLEX) {
                return false;
            }
        }
        return true;
    }

    /** The font of a family that an element names. */
    DocumentFont font(String family, boolean bold, boolean italic) throws PdfException {
        Optional<DocumentFont> font = fonts.find(family, bold, italic);
        if (font.isEmpty()) {
            throw place.error("no font extension has the font '" + family + "', and a PDF/A file must embed its fonts;"
                    + " use one of " + String.join(", ", fonts.families()) + ".");
        }
        return font.get();
    }

    /** Refuses scripts that would come out wrong. */
    void check(String text) throws PdfException {
        if (Bidi.requiresBidi(text.toCharArray(), 0, text.length())) {
            throw place.error("text that runs from right to left is not supported.");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= FIRST_COMPLEX && SHAPED.contains(Character.UnicodeScript.of(c))) {
                throw place.error("text in the script " + Character.UnicodeScript.of(c)
                        + ", whose letters change their shape, is not supported.");
            }
        }
    }

    /** A piece of text and the font that has it. */
    record Piece(String text, DocumentFont font) {}

    /** Takes each character in turn; pieces come out as long as their font stays the same. */
    interface Sink {
        void piece(Piece piece) throws PdfException;
    }

    /** Splits a text by the fonts that have its characters, the wanted one first. */
    void split(String text, DocumentFont wanted, boolean bold, boolean italic, Sink sink) throws PdfException {
        StringBuilder piece = new StringBuilder();
        DocumentFont current = wanted;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            if (codePoint == '\t' || codePoint == '\n' || codePoint == '\r') {
                codePoint = ' ';
            }
            DocumentFont font = wanted.has(codePoint) ? wanted : fallback(text, codePoint, bold, italic);
            if (font == null) {
                continue;
            }
            if (font != current && piece.length() > 0) {
                sink.piece(new Piece(piece.toString(), current));
                piece.setLength(0);
            }
            current = font;
            piece.appendCodePoint(codePoint);
        }
        if (piece.length() > 0) {
            sink.piece(new Piece(piece.toString(), current));
        }
    }

    /** Null if the character shows nothing anyway. */
    private DocumentFont fallback(String text, int codePoint, boolean bold, boolean italic) throws PdfException {
        Optional<DocumentFont> font = fonts.fallback(codePoint, bold, italic);
        if (font.isPresent()) {
            return font.get();
        }
        if (isInvisible(codePoint)) {
            return null;
        }
        String name = Character.getName(codePoint);
        String shown = Character.isISOControl(codePoint) ? "" : "'" + Character.toString(codePoint) + "' ";
        throw place.error("no installed font has the character " + shown
                + String.format("(U+%04X%s)", codePoint, name == null ? "" : ", " + name)
                + " in '" + text.strip() + "'; add a font extension that has it, or replace the character.");
    }

    /** Joiners, direction marks, variation selectors, soft hyphens. */
    private static boolean isInvisible(int codePoint) {
        return Character.getType(codePoint) == Character.FORMAT || (codePoint >= 0xFE00 && codePoint <= 0xFE0F);
    }
}
