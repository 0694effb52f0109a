package org.opbrief.statistics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opbrief.api.data.Nearest;
import org.opbrief.api.data.Unit;
import org.opbrief.api.statistics.Figure;
import org.opbrief.api.statistics.FigureRequest;
import org.opbrief.api.statistics.Passport;
import org.opbrief.api.statistics.StatisticsException;
import org.opbrief.api.statistics.Wording;

/** Computes figures out of earlier ones: changes and shares. */
final class DerivedFigures {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Map<String, MeasuredFigures.Made> earlier;
    private final Sources sources;

    /** @param earlier grows as figures are made */
    DerivedFigures(Map<String, MeasuredFigures.Made> earlier, Sources sources) {
        this.earlier = earlier;
        this.sources = sources;
    }

    MeasuredFigures.Made change(FigureRequest.Change request) throws StatisticsException {
        Subject subject = Subject.figure(request.id());
        Figure from = earlier(subject, request.from());
        Figure to = earlier(subject, request.to());
        BigDecimal before = from.value();
        BigDecimal change = HUNDRED.multiply(sameUnit(subject, to, from).subtract(before));
        BigDecimal percent = quotient(subject, change, from);
        String method = "change from " + from.label() + " to " + to.label() + " in percent of the former";
        return made(request, percent, request.decimals(), method, List.of(from, to));
    }

    MeasuredFigures.Made share(FigureRequest.Share request) throws StatisticsException {
        Subject subject = Subject.figure(request.id());
        Figure part = earlier(subject, request.part());
        Figure whole = earlier(subject, request.whole());
        BigDecimal percent = quotient(subject, HUNDRED.multiply(sameUnit(subject, part, whole)), whole);
        String method = part.label() + " in percent of " + whole.label();
        return made(request, percent, request.decimals(), method, List.of(part, whole));
    }

    /** @throws StatisticsException if no figure of that id was made yet */
    Figure earlier(Subject subject, String id) throws StatisticsException {
        MeasuredFigures.Made made = earlier.get(id);
        if (made == null) {
            throw subject.wrong("it builds on figure " + id + ", which does not come before it"
                    + Nearest.hint(id, earlier.keySet()));
        }
        return made.figure();
    }

    /** Where the rows of these figures are, each row once. */
    List<Passport.Source> sources(Subject subject, List<Figure> inputs) throws StatisticsException {
        return sources.union(
                subject,
                inputs.stream().map(input -> earlier.get(input.id()).origin()).toList());
    }

    /** The origin of a figure that was made of these. */
    Sources.Origin origin(List<Figure> inputs, List<Passport.Source> batches) {
        return Sources.Origin.union(
                inputs.stream().map(input -> earlier.get(input.id()).origin()).toList(), batches);
    }

    private static BigDecimal sameUnit(Subject subject, Figure figure, Figure as) throws StatisticsException {
        if (!figure.unit().convertsTo(as.unit())) {
            throw subject.wrong(
                    "figure " + figure.id() + " is in " + figure.unit().id() + " and figure " + as.id() + " in "
                            + as.unit().id() + ", which do not convert.");
        }
        return figure.unit().convert(figure.value(), as.unit());
    }

    private static BigDecimal quotient(Subject subject, BigDecimal dividend, Figure divisor)
            throws StatisticsException {
        if (divisor.value().signum() == 0) {
            throw subject.wrong("figure " + divisor.id() + " is 0, and nothing can be told in percent of it.");
        }
        return dividend.divide(divisor.value(), MathContext.DECIMAL128);
    }

    private MeasuredFigures.Made made(
            FigureRequest request, BigDecimal percent, int decimals, String method, List<Figure> inputs)
            throws StatisticsException {
        List<Passport.Source> batches = sources(Subject.figure(request.id()), inputs);
        Passport passport = new Passport(
                method,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                batches,
                Sources.rows(batches),
                inputs.stream().map(Figure::id).distinct().toList(),
                Optional.empty());
        Wording wording = request.wording();
        boolean estimate = inputs.stream().anyMatch(Figure::estimate);
        Figure figure = new Figure(
                request.id(),
                request.label(),
                percent,
                Unit.PERCENT,
                decimals,
                wording,
                estimate,
                List.of(),
                Words.plain(percent, decimals),
                passport);
        return new MeasuredFigures.Made(figure, origin(inputs, batches));
    }
}
