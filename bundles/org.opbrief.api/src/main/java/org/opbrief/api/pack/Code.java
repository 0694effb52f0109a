package org.opbrief.api.pack;

/** How much of a pack is run as a program. */
public enum Code {
    /** Definitions and texts only. */
    NONE,
    /** Layouts with expressions, which are Java that the class filter of the PDF output confines. */
    EXPRESSIONS,
    /** Java classes, which can do whatever Opbrief can do. */
    JAVA
}
