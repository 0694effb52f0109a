package org.opbrief.api.pack;

/**
 * What is wrong in a file of a pack.
 *
 * @param file path in the pack, e.g. {@code OPBRIEF-INF/reports/operation/report.yaml}; empty for the pack as a whole
 * @param line from 1; 0 for the file as a whole
 * @param text what is wrong and what would be right
 */
public record PackProblem(String file, int line, String text) {

    /** {@code file, line n: text}. */
    @Override
    public String toString() {
        String place = line > 0 ? file + ", line " + line : file;
        return place.isEmpty() ? text : place + ": " + text;
    }
}
