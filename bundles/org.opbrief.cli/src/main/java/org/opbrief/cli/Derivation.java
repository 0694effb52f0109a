package org.opbrief.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opbrief.api.data.Unit;
import org.opbrief.api.output.Tracing.Manifest;
import org.opbrief.api.output.Tracing.TracedFigure;
import org.opbrief.api.statistics.FactorSet;

/** Computes a figure again from the figures that it was derived from: a change, a share or an estimate. */
final class Derivation {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Derivation() {}

    /** What the inputs give, in words, and whether it is the figure. */
    record Verdict(String words, boolean agrees) {}

    /** Empty if the figure's method cannot be repeated here. */
    static Optional<Verdict> of(Manifest manifest, TracedFigure figure) {
        List<TracedFigure> inputs = figure.inputs().stream()
                .flatMap(id -> manifest.figure(id).stream())
                .toList();
        if (figure.factorSet().isPresent()) {
            return estimate(figure, figure.factorSet().get(), inputs);
        }
        if (inputs.size() != 2 || !figure.method().contains(" in percent of ")) {
            return Optional.empty();
        }
        return Optional.of(percentage(figure, base(inputs.get(0)), base(inputs.get(1))));
    }

    private static Verdict percentage(TracedFigure figure, BigDecimal first, BigDecimal second) {
        boolean change = figure.method().startsWith("change from ");
        BigDecimal divisor = change ? first : second;
        BigDecimal dividend = HUNDRED.multiply(change ? second.subtract(first) : first);
        boolean agrees =
                divisor.signum() != 0 && Tally.same(dividend.divide(divisor, MathContext.DECIMAL128), figure.value());
        return new Verdict(figure.method() + ": " + PassportText.value(figure), agrees);
    }

    /** The sum over the terms of the factor set, each over an input; one input may serve all of them. */
    private static Optional<Verdict> estimate(TracedFigure figure, FactorSet set, List<TracedFigure> inputs) {
        List<FactorSet.Term> terms = set.terms();
        if (inputs.isEmpty() || (inputs.size() != terms.size() && inputs.size() != 1)) {
            return Optional.empty();
        }
        BigDecimal sum = BigDecimal.ZERO;
        List<String> words = new ArrayList<>();
        for (int index = 0; index < terms.size(); index++) {
            TracedFigure input = inputs.get(inputs.size() == 1 ? 0 : index);
            Unit given = Unit.of(input.unit()).orElse(Unit.COUNT);
            if (!given.convertsTo(terms.get(index).unit())) {
                return Optional.of(
                        new Verdict(input.id() + " is no " + terms.get(index).input(), false));
            }
            Term term = new Term(
                    terms.get(index),
                    given.convert(input.value(), terms.get(index).unit()),
                    set);
            if (term.divisor().signum() == 0) {
                return Optional.of(new Verdict(term.words() + " divides by zero", false));
            }
            sum = sum.add(term.dividend().divide(term.divisor(), MathContext.DECIMAL128));
            words.add(term.words());
        }
        Unit unit = Unit.of(figure.unit()).orElse(set.unit());
        BigDecimal value = set.unit().convertsTo(unit) ? set.unit().convert(sum, unit) : sum;
        return Optional.of(new Verdict(
                "an estimate, " + String.join(" + ", words) + " = " + Words.amount(value, Optional.of(unit)),
                Tally.same(value, figure.value())));
    }

    private record Term(FactorSet.Term term, BigDecimal input, FactorSet set) {

        BigDecimal dividend() {
            return product(term.times()).multiply(input);
        }

        BigDecimal divisor() {
            return product(term.over());
        }

        private BigDecimal product(List<String> names) {
            return names.stream().map(set.factors()::get).reduce(BigDecimal.ONE, BigDecimal::multiply);
        }

        String words() {
            StringBuilder words = new StringBuilder(Words.amount(input, Optional.of(term.unit())));
            term.times().forEach(name -> words.append(" × ").append(factor(name)));
            term.over().forEach(name -> words.append(" ÷ ").append(factor(name)));
            return words.toString();
        }

        private String factor(String name) {
            return name + " " + set.factors().get(name).toPlainString();
        }
    }

    private static BigDecimal base(TracedFigure figure) {
        return Unit.of(figure.unit())
                .map(unit -> figure.value().multiply(unit.inBase()))
                .orElse(figure.value());
    }
}
