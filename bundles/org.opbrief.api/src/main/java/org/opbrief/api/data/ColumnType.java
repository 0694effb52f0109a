package org.opbrief.api.data;

/** What the values of a column are. */
public enum ColumnType {
    TEXT,
    /** A whole number from -2^63 to 2^63-1. */
    INTEGER,
    /** A decimal number, kept exactly to the column's scale. */
    DECIMAL,
    /** A calendar day. */
    DATE,
    BOOLEAN
}
