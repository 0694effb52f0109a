package org.opbrief.api.report;

/**
 * How a document may be handled.
 *
 * @param text the banner at the top and bottom of every page and sheet; empty for none
 * @param color of the banner, as {@code #rrggbb}
 */
public record Marking(String text, String color) {

    /** How a colour is written. */
    public static final String COLOR = "#[0-9a-fA-F]{6}";

    public static final Marking NONE = new Marking("", "#000000");

    public Marking {
        if (!color.matches(COLOR)) {
            throw new IllegalArgumentException("A colour is written #rrggbb: " + color);
        }
    }

    /** The colour of the text on it: black or white, whichever is read better, as {@code #rrggbb}. */
    public String ink() {
        int rgb = Integer.parseInt(color.substring(1), 16);
        double luminance =
                0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
        return luminance > 0.18 ? "#000000" : "#ffffff";
    }

    /** A channel of sRGB as WCAG 2 has it for the relative luminance. */
    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
