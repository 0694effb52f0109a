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
}
