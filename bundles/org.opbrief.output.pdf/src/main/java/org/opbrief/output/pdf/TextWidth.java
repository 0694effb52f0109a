package org.opbrief.output.pdf;

import java.awt.Font;
import java.util.HashMap;
import java.util.Map;

/** Widths of texts in one font. Characters are measured once: a table has many cells and few characters. */
final class TextWidth {
    private final Font font;
    private final Map<Character, Double> advances = new HashMap<>();

    TextWidth(Font font) {
        this.font = font;
    }

    /** In points. */
    double of(String text) {
        double width = 0;
        for (int i = 0; i < text.length(); i++) {
            width += advances.computeIfAbsent(text.charAt(i), this::advance);
        }
        return width;
    }

    /** Of the widest word, in points. */
    double ofLongestWord(String text) {
        double longest = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || Character.isWhitespace(text.charAt(i))) {
                longest = Math.max(longest, of(text.substring(start, i)));
                start = i + 1;
            }
        }
        return longest;
    }

    /** How many lines the text takes if it is wrapped between words. */
    int lines(String text, double room) {
        int lines = 1;
        double used = 0;
        double space = of(" ");
        for (String word : text.split("\\s+")) {
            double more = of(word);
            if (used > 0 && used + space + more > room) {
                lines++;
                used = 0;
            }
            // a word that is wider than the line is broken by force
            int broken = (int) (more / room);
            lines += broken;
            used = broken > 0 ? more - broken * room : (used > 0 ? used + space : 0) + more;
        }
        return lines;
    }

    /** As much of the text as there is room for. */
    String fit(String text, double room) {
        if (of(text) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 1 && of(text.substring(0, end) + "\u2026") > room) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + "\u2026";
    }

    private double advance(char character) {
        return font.createGlyphVector(HouseContext.PRINT, new char[] {character})
                .getGlyphMetrics(0)
                .getAdvanceX();
    }
}
