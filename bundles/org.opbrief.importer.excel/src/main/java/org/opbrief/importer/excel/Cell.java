package org.opbrief.importer.excel;

/** What a cell holds. */
enum Cell {
    EMPTY,
    TEXT,
    NUMBER,
    /** A day or a time, as ISO 8601 has it. */
    DAY,
    BOOLEAN,
    /** An error of Excel, such as #N/A. */
    ERROR,
    /** A formula whose result is not in the file. */
    UNCALCULATED,
    /** A number in a date format that is no day. */
    NO_DAY;

    /** Whether a record with such a cell cannot be given truthfully. */
    boolean isFault() {
        return this == ERROR || this == UNCALCULATED || this == NO_DAY;
    }
}
