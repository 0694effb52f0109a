package org.opbrief.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.opbrief.api.data.Unit;
import org.opbrief.api.statistics.Figure;
import org.opbrief.api.statistics.Wording;

/**
 * Puts numbers in words that are true.
 *
 * <p>A rounded number is told by a multiple of its step: the bare multiple if it is one; "nearly" the multiple above if
 * that is nearer than the one below and the number is within {@value #CLOSE_PERCENT} percent of it; else "more than" the
 * multiple below. A number below its step is told by a tenth of the step, and so on. Negative numbers are never "nearly"
 * or "more than" something, which readers take both ways, but "about" it.
 */
final class Wordings {
    /** How far below a number one may be to be nearly there. */
    private static final int CLOSE_PERCENT = 2;

    private static final int PERCENT_DECIMALS = 2;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final Language language;

    Wordings(Language language) {
        this.language = language;
    }

    String words(Figure figure) {
        boolean ratio = figure.unit().dimension() == Unit.Dimension.RATIO;
        Unit unit = ratio ? Unit.PERCENT : figure.unit();
        BigDecimal value = ratio ? figure.unit().convert(figure.value(), unit) : figure.value();
        boolean moved = ratio && !figure.unit().id().equals(unit.id());
        int decimals = moved ? Math.max(0, figure.decimals() - PERCENT_DECIMALS) : figure.decimals();
        Wording wording = inUnit(figure.wording(), figure.unit(), unit).at(value);
        if (wording.style() == Wording.Style.EXACT || value.signum() == 0) {
            return exact(value, decimals, unit);
        }
        BigDecimal step = step(wording, value);
        return wording.style() == Wording.Style.ABOUT || value.signum() < 0
                ? about(wording, value, step, unit)
                : rounded(value, step, unit);
    }

    private static Wording inUnit(Wording wording, Unit from, Unit to) {
        return new Wording(
                wording.style(), wording.step().map(step -> from.convertsTo(to) ? from.convert(step, to) : step));
    }

    private String exact(BigDecimal value, int decimals, Unit unit) {
        BigDecimal shown = value.setScale(decimals, RoundingMode.HALF_UP);
        return language.quantity(new Language.Spoken(shown, Numbers.digits(shown), false), unit);
    }

    private String rounded(BigDecimal value, BigDecimal step, Unit unit) {
        BigDecimal below = value.divideToIntegralValue(step).multiply(step);
        if (below.compareTo(value) == 0) {
            return round(value, unit);
        }
        BigDecimal above = below.add(step);
        BigDecimal missing = above.subtract(value);
        boolean nearer = missing.compareTo(value.subtract(below)) < 0;
        boolean close = missing.movePointRight(2).compareTo(above.multiply(BigDecimal.valueOf(CLOSE_PERCENT))) <= 0;
        return nearer && close ? language.nearly(round(above, unit)) : language.moreThan(round(below, unit));
    }

    private String about(Wording wording, BigDecimal value, BigDecimal step, Unit unit) {
        BigDecimal size = value.abs();
        BigDecimal below = size.divideToIntegralValue(step).multiply(step);
        boolean up = size.subtract(below).multiply(TWO).compareTo(step) >= 0;
        BigDecimal nearest = up ? below.add(step) : below;
        String words = round(value.signum() < 0 ? nearest.negate() : nearest, unit);
        boolean bare = wording.style() == Wording.Style.ROUNDED && nearest.compareTo(size) == 0;
        return bare ? words : language.about(words);
    }

    private String round(BigDecimal value, Unit unit) {
        return language.quantity(language.round(value), unit);
    }

    /** The wording's step, or a tenth of it and so on: nothing is more than zero millions. */
    private static BigDecimal step(Wording wording, BigDecimal value) {
        BigDecimal step = wording.step().orElseThrow().abs();
        while (step.compareTo(value.abs()) > 0) {
            step = step.movePointLeft(1);
        }
        return step;
    }
}
