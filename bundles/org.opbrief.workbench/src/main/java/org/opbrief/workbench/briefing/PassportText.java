package org.opbrief.workbench.briefing;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opbrief.api.data.Unit;
import org.opbrief.api.output.Tracing.SourceRow;
import org.opbrief.api.output.Tracing.TracedFigure;

/** What a passport says, part by part. */
final class PassportText {
    private static final int MOST_DIGITS = 6;
    private static final int SHORTENED = 3;
    private static final Pattern BATCH = Pattern.compile("(.*): (\\d{1,18})");

    /** @param lines at least one */
    record Part(String heading, List<String> lines) {}

    private PassportText() {}

    /** The number with its unit, e.g. {@code Exactly 43,960,412 pills}; a conversion's endless digits are cut short. */
    static String exact(TracedFigure figure) {
        int scale = Math.max(0, figure.value().stripTrailingZeros().scale());
        boolean shortened = scale > MOST_DIGITS;
        NumberFormat format = NumberFormat.getNumberInstance();
        format.setMaximumFractionDigits(shortened ? SHORTENED : scale);
        String number = number(figure, format.format(figure.value()));
        return shortened ? Messages.of("passport.rounded", number, SHORTENED) : Messages.of("passport.exact", number);
    }

    private static String number(TracedFigure figure, String number) {
        Optional<Unit> unit = Unit.of(figure.unit());
        if (unit.isEmpty()) {
            return (number + " " + figure.unit()).strip();
        }
        return unit.get().dimension() == Unit.Dimension.MONEY
                ? unit.get().symbol() + number
                : (number + " " + unit.get().plural()).strip();
    }

    /** What a row adds; one if the figure is a count. */
    static String added(SourceRow row) {
        if (row.value().isEmpty()) {
            return "1";
        }
        return row.value().contains(".") ? row.value().replaceAll("\\.?0+$", "") : row.value();
    }

    /** Parts that have nothing to say are left out. */
    static List<Part> parts(TracedFigure figure) {
        List<Part> parts = new ArrayList<>();
        add(parts, "passport.method", List.of(figure.method()));
        if (figure.rows() > 0) {
            add(parts, "passport.count", List.of(Messages.of("passport.rows.count", figure.rows())));
        }
        add(
                parts,
                "passport.batches",
                figure.batches().stream().map(PassportText::batch).toList());
        add(parts, "passport.parameters", figure.parameters());
        add(parts, "passport.factors", List.of(figure.factors()));
        return parts;
    }

    /** {@code seizures.csv: 4211} with its number as a reader writes it. */
    private static String batch(String told) {
        Matcher matcher = BATCH.matcher(told);
        return matcher.matches()
                ? matcher.group(1) + ": " + Messages.of("passport.rows.count", Long.parseLong(matcher.group(2)))
                : told;
    }

    private static void add(List<Part> parts, String heading, List<String> lines) {
        List<String> said = lines.stream().filter(line -> !line.isBlank()).toList();
        if (!said.isEmpty()) {
            parts.add(new Part(Messages.of(heading), said));
        }
    }
}
