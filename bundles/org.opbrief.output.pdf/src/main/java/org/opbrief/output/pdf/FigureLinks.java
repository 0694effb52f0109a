package org.opbrief.output.pdf;

import org.opbrief.api.report.Briefing;
import org.opbrief.api.report.Section;

/**
 * Links from each place that tells a figure to the line that says how it was computed. The line is the anchor {@code
 * figure.<id>}, which is a named destination of the file, so that a program finds figures on a page by its links.
 */
final class FigureLinks {
    private static final String PREFIX = "figure.";

    private final boolean told;

    /** A briefing without a section of sources has nothing to lead to, and no links. */
    FigureLinks(Briefing briefing) {
        told = briefing.sections().stream().anyMatch(Section.Sources.class::isInstance);
    }

    /** Name of the anchor of a figure. */
    static String anchor(String figure) {
        return PREFIX + figure;
    }

    /** Name of the anchor that a figure leads to; empty if there is none. */
    String link(String figure) {
        return told ? anchor(figure) : "";
    }
}
