package org.opbrief.output.pdf;

import java.awt.Color;

/** Measures and colours of the house style, in points. They hold their contrast in grey, too. */
final class Look {
    static final int PAGE_WIDTH = 612;
    static final int PAGE_HEIGHT = 792;
    static final int SIDE = 46;
    static final int TOP = 22;
    static final int BOTTOM = 20;
    static final int WIDTH = PAGE_WIDTH - 2 * SIDE;

    /** Height for content on a page without banners. */
    static final int ROOM = PAGE_HEIGHT - TOP - BOTTOM - 14 - 30;

    static final String FONT = "DejaVu Sans Condensed";

    static final Color INK = new Color(0x1f2933);
    static final Color NAVY = new Color(0x17304f);
    static final Color BLUE = new Color(0x2f6299);
    static final Color GREY = new Color(0x52606d);
    static final Color HAIRLINE = new Color(0xc5ced8);
    static final Color ZEBRA = new Color(0xf4f6f9);
    static final Color PANEL = new Color(0xeef2f7);
    static final Color AMBER = new Color(0x8a5a00);

    private Look() {}
}
