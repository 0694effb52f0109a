package org.opbrief.statistics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.opbrief.api.data.Nearest;
import org.opbrief.api.statistics.FactorSet;
import org.opbrief.api.statistics.Figure;
import org.opbrief.api.statistics.FigureRequest;
import org.opbrief.api.statistics.Passport;
import org.opbrief.api.statistics.StatisticsException;

/** Computes what factor sets make of earlier figures. */
final class Estimates {
    private final List<FactorSet> factorSets;
    private final DerivedFigures derived;

    Estimates(List<FactorSet> factorSets, DerivedFigures derived) {
        this.factorSets = List.copyOf(factorSets);
        this.derived = derived;
    }

    MeasuredFigures.Made of(FigureRequest.Estimate request) throws StatisticsException {
        Subject subject = Subject.figure(request.id());
        List<FactorSet> model = model(subject, request.model());
        FactorSet chosen = chosen(subject, model, request);
        Map<String, Figure> inputs = inputs(subject, chosen, request.inputs());
        BigDecimal value = compute(subject, chosen, inputs);
        List<Figure.Alternative> alternatives = new ArrayList<>();
        for (FactorSet other : model) {
            if (other != chosen) {
                alternatives.add(alternative(subject, other, inputs, chosen));
            }
        }
        List<Figure> from = List.copyOf(inputs.values());
        List<Passport.Source> batches = derived.sources(subject, from);
        Passport passport = new Passport(
                method(chosen, inputs),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                batches,
                Sources.rows(batches),
                from.stream().map(Figure::id).distinct().toList(),
                Optional.of(chosen));
        Figure figure = new Figure(
                request.id(),
                request.label(),
                value,
                chosen.unit(),
                0,
                request.wording(),
                true,
                alternatives,
                Words.plain(value, 0),
                passport);
        return new MeasuredFigures.Made(figure, derived.origin(from, batches));
    }

    private List<FactorSet> model(Subject subject, String model) throws StatisticsException {
        List<FactorSet> found =
                factorSets.stream().filter(set -> set.model().equals(model)).toList();
        if (found.isEmpty()) {
            Set<String> models = new LinkedHashSet<>();
            factorSets.forEach(set -> models.add(set.model()));
            throw subject.wrong("there are no factor sets for " + model + Nearest.hint(model, models));
        }
        return found;
    }

    private static FactorSet chosen(Subject subject, List<FactorSet> model, FigureRequest.Estimate request)
            throws StatisticsException {
        if (request.set().isEmpty()) {
            return model.get(0);
        }
        String id = request.set().get();
        Optional<FactorSet> found =
                model.stream().filter(set -> set.id().equals(id)).findFirst();
        if (found.isEmpty()) {
            List<String> ids = model.stream().map(FactorSet::id).toList();
            throw subject.wrong("model " + request.model() + " has no factor set " + id + Nearest.hint(id, ids));
        }
        return found.get();
    }

    private Map<String, Figure> inputs(Subject subject, FactorSet set, Map<String, String> given)
            throws StatisticsException {
        Map<String, Figure> inputs = new LinkedHashMap<>();
        for (FactorSet.Term term : set.terms()) {
            String id = given.get(term.input());
            if (id == null) {
                throw subject.wrong("model " + set.model() + " wants a figure for its input " + term.input() + ".");
            }
            Figure figure = derived.earlier(subject, id);
            if (!figure.unit().convertsTo(term.unit())) {
                throw subject.wrong("input " + term.input() + " of model " + set.model() + " is wanted in "
                        + term.unit().id() + ", to which figure " + id + " in "
                        + figure.unit().id() + " does not convert.");
            }
            inputs.put(term.input(), figure);
        }
        for (String name : new TreeSet<>(given.keySet())) {
            if (!inputs.containsKey(name)) {
                throw subject.wrong(
                        "model " + set.model() + " has no input " + name + Nearest.hint(name, inputs.keySet()));
            }
        }
        return inputs;
    }

    private static Figure.Alternative alternative(
            Subject subject, FactorSet set, Map<String, Figure> inputs, FactorSet chosen) throws StatisticsException {
        if (!set.unit().convertsTo(chosen.unit())) {
            throw subject.wrong("factor set " + set.id() + " of model " + set.model() + " gives "
                    + set.unit().id() + ", which does not convert to "
                    + chosen.unit().id() + ".");
        }
        return new Figure.Alternative(set, set.unit().convert(compute(subject, set, inputs), chosen.unit()));
    }

    private static BigDecimal compute(Subject subject, FactorSet set, Map<String, Figure> inputs)
            throws StatisticsException {
        BigDecimal sum = BigDecimal.ZERO;
        for (FactorSet.Term term : set.terms()) {
            Figure input = inputs.get(term.input());
            if (input == null || !input.unit().convertsTo(term.unit())) {
                throw subject.wrong("factor set " + set.id() + " of model " + set.model() + " wants an input "
                        + term.input() + " in " + term.unit().id() + ", which the other sets of the model do not.");
            }
            BigDecimal dividend = input.unit().convert(input.value(), term.unit());
            BigDecimal divisor = BigDecimal.ONE;
            for (String name : term.times()) {
                dividend = dividend.multiply(factor(subject, set, name));
            }
            for (String name : term.over()) {
                divisor = divisor.multiply(factor(subject, set, name));
            }
            if (divisor.signum() == 0) {
                throw subject.wrong("factor set " + set.id() + " of model " + set.model() + " divides by 0 in its term "
                        + term.input() + ".");
            }
            sum = sum.add(dividend.divide(divisor, MathContext.DECIMAL128));
        }
        return sum;
    }

    private static BigDecimal factor(Subject subject, FactorSet set, String name) throws StatisticsException {
        BigDecimal factor = set.factors().get(name);
        if (factor == null) {
            throw subject.wrong("factor set " + set.id() + " of model " + set.model() + " has no factor " + name
                    + Nearest.hint(name, set.factors().keySet()));
        }
        return factor;
    }

    /** E.g. {@code estimate: Pills × pill_share + Powder in mg × powder_purity ÷ lethal_dose_mg, with …}. */
    private static String method(FactorSet set, Map<String, Figure> inputs) {
        List<String> terms = new ArrayList<>();
        for (FactorSet.Term term : set.terms()) {
            Figure input = inputs.get(term.input());
            StringBuilder words = new StringBuilder(input.label());
            if (!input.unit().equals(term.unit())
                    && input.unit().inBase().compareTo(term.unit().inBase()) != 0) {
                words.append(" in ").append(term.unit().id());
            }
            term.times().forEach(name -> words.append(" × ").append(name));
            term.over().forEach(name -> words.append(" ÷ ").append(name));
            terms.add(words.toString());
        }
        List<String> factors = new ArrayList<>();
        set.factors().forEach((name, value) -> factors.add(name + " " + value.toPlainString()));
        return "estimate: " + String.join(" + ", terms) + ", with " + Words.list(factors);
    }
}
