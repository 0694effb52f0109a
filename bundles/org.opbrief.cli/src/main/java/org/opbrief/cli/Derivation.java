package org.opbrief.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import org.opbrief.api.data.Unit;
import org.opbrief.api.output.Tracing.Manifest;
import org.opbrief.api.output.Tracing.TracedFigure;

/** Computes a change or a share again from the two figures that it was derived from. */
final class Derivation {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Derivation() {}

    /** Whether the figure follows from its inputs; empty if its method cannot be repeated here, as an estimate's. */
    static Optional<Boolean> agrees(Manifest manifest, TracedFigure figure) {
        List<TracedFigure> inputs = figure.inputs().stream()
                .flatMap(id -> manifest.figures().stream()
                        .filter(candidate -> candidate.id().equals(id)))
                .toList();
        if (inputs.size() != 2 || !figure.method().contains(" in percent of ")) {
            return Optional.empty();
        }
        BigDecimal first = base(inputs.get(0));
        BigDecimal second = base(inputs.get(1));
        boolean change = figure.method().startsWith("change from ");
        BigDecimal divisor = change ? first : second;
        if (divisor.signum() == 0) {
            return Optional.of(false);
        }
        BigDecimal dividend = HUNDRED.multiply(change ? second.subtract(first) : first);
        return Optional.of(Tally.same(dividend.divide(divisor, MathContext.DECIMAL128), figure.value()));
    }

    private static BigDecimal base(TracedFigure figure) {
        return Unit.of(figure.unit())
                .map(unit -> figure.value().multiply(unit.inBase()))
                .orElse(figure.value());
    }
}
