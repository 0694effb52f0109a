package org.opbrief.api.report;

/** What a section shows, as far as its report tells before it is run. */
public enum SectionKind {
    /** The figures that matter most. */
    HEADLINE,
    TEXT,
    /** Also of figures side by side. */
    TABLE,
    BAR_CHART,
    LINE_CHART,
    SOURCES
}
