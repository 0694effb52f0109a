package org.opbrief.importer.json;

/**
 * What a record has under a key.
 *
 * @param text the value, if it has one
 */
record Cell(Kind kind, String text) {

    enum Kind {
        VALUE,
        /** null, or an array of none. */
        EMPTY,
        /** An array of plain values, which were joined. */
        JOINED,
        /** An object, whose keys have cells of their own. */
        OBJECT,
        /** What has no place in a table. */
        LEFT_OUT
    }

    static final Cell EMPTY = new Cell(Kind.EMPTY, "");
    static final Cell OBJECT = new Cell(Kind.OBJECT, "");
    static final Cell LEFT_OUT = new Cell(Kind.LEFT_OUT, "");

    static Cell of(String text) {
        return new Cell(Kind.VALUE, text);
    }

    static Cell joined(String text) {
        return new Cell(Kind.JOINED, text);
    }
}
