package org.opbrief.workbench.briefing;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import org.opbrief.api.output.Tracing.TracedFigure;

/** What a passport says, part by part. */
final class PassportText {

    /** @param lines at least one */
    record Part(String heading, List<String> lines) {}

    private PassportText() {}

    /** The exact number with its unit, e.g. {@code 43,960,412 pills}. */
    static String exact(TracedFigure figure) {
        NumberFormat format = NumberFormat.getNumberInstance();
        format.setMaximumFractionDigits(Math.max(0, figure.value().scale()));
        String number = format.format(figure.value());
        return switch (figure.unit()) {
            case "", "count" -> number;
            case "usd" -> "$" + number;
            case "percent" -> number + " %";
            default -> number + " " + figure.unit();
        };
    }

    /** Parts that have nothing to say are left out. */
    static List<Part> parts(TracedFigure figure) {
        List<Part> parts = new ArrayList<>();
        add(parts, "passport.method", List.of(figure.method()));
        if (figure.rows() > 0) {
            add(parts, "passport.count", List.of(Messages.of("passport.rows.count", figure.rows())));
        }
        add(parts, "passport.batches", figure.batches());
        add(parts, "passport.parameters", figure.parameters());
        add(parts, "passport.factors", List.of(figure.factors()));
        return parts;
    }

    private static void add(List<Part> parts, String heading, List<String> lines) {
        List<String> said = lines.stream().filter(line -> !line.isBlank()).toList();
        if (!said.isEmpty()) {
            parts.add(new Part(Messages.of(heading), said));
        }
    }
}
