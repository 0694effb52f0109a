package org.opbrief.output.excel;

import org.apache.poi.ss.usermodel.HorizontalAlignment;

/** The looks of cells. Colours are {@code 0xRRGGBB}. */
enum Face {
    BANNER(11, true, 0xffffff, HorizontalAlignment.CENTER),
    AGENCY(14, true, Face.NAVY, HorizontalAlignment.LEFT),
    TITLE(18, true, Face.NAVY, HorizontalAlignment.LEFT),
    SUBTITLE(12, false, Face.GREY, HorizontalAlignment.LEFT),
    HEADING(13, true, Face.NAVY, HorizontalAlignment.LEFT),
    HEADER(11, true, 0xffffff, HorizontalAlignment.LEFT),
    HEADER_NUMBER(11, true, 0xffffff, HorizontalAlignment.RIGHT),
    LABEL(11, false, Face.GREY, HorizontalAlignment.LEFT),
    BODY(11, false, Face.INK, HorizontalAlignment.GENERAL),
    STRONG(11, true, Face.INK, HorizontalAlignment.GENERAL),
    DETAIL(10, false, Face.INK, HorizontalAlignment.GENERAL),
    PLAIN(11, false, Face.INK, HorizontalAlignment.LEFT),
    NOTE(10, false, Face.GREY, HorizontalAlignment.LEFT),
    MARK(11, false, Face.AMBER, HorizontalAlignment.LEFT),
    LINK(11, false, Face.BLUE, HorizontalAlignment.LEFT),
    CODE(9, false, Face.INK, HorizontalAlignment.LEFT);

    static final int INK = 0x1f2933;
    static final int NAVY = 0x17304f;
    static final int BLUE = 0x2f6299;
    static final int GREY = 0x52606d;
    static final int AMBER = 0x8a5a00;
    static final int HAIRLINE = 0xc5ced8;

    final int points;
    final boolean bold;
    final int color;
    final HorizontalAlignment alignment;

    Face(int points, boolean bold, int color, HorizontalAlignment alignment) {
        this.points = points;
        this.bold = bold;
        this.color = color;
        this.alignment = alignment;
    }

    /** Whether cells of this look stand in a grid. */
    boolean ruled() {
        return this == BODY || this == STRONG || this == DETAIL || this == MARK || this == CODE;
    }

    /** Whether the neighbours of such cells may be many lines high. */
    boolean atTop() {
        return this == DETAIL || this == CODE || this == NOTE;
    }

    boolean header() {
        return this == HEADER || this == HEADER_NUMBER;
    }
}
