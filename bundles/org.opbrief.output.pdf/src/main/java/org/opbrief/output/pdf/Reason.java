package org.opbrief.output.pdf;

/** Why JasperReports did not do it, in one line. */
final class Reason {
    private static final int LONGEST = 300;

    private Reason() {}

    /** The innermost message: the outer ones only say where it passed. */
    static String of(Throwable problem) {
        String message = "";
        for (Throwable one = problem; one != null; one = one.getCause()) {
            if (one.getMessage() != null && !one.getMessage().isBlank()) {
                message = one.getMessage();
            }
        }
        String line = (message.isEmpty() ? problem.getClass().getSimpleName() : message)
                .strip()
                .replaceAll("\\s+", " ");
        String cut = line.length() > LONGEST ? line.substring(0, LONGEST) + "\u2026" : line;
        return cut.matches(".*[.!?\u2026]") ? cut : cut + ".";
    }
}
