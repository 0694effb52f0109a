package org.opbrief.api.statistics;

import java.math.BigDecimal;
import java.util.List;
import org.opbrief.api.data.Unit;

/**
 * One number with its meaning and its passport.
 *
 * @param id unique in its briefing
 * @param label what the number is, e.g. {@code Fentanyl pills}
 * @param value exact, in the unit; a PERCENT of 55 is 55 percent
 * @param decimals digits shown behind the decimal point
 * @param estimate whether it rests on assumptions and is labelled so
 * @param alternatives what other factor sets would give
 * @param words the number as a sentence says it, e.g. {@code nearly 44 million} or {@code more than 6,500 pounds}
 */
public record Figure(
        String id,
        String label,
        BigDecimal value,
        Unit unit,
        int decimals,
        Wording wording,
        boolean estimate,
        List<Alternative> alternatives,
        String words,
        Passport passport) {

    public Figure {
        alternatives = List.copyOf(alternatives);
    }

    /** The same figure told in other words. */
    public Figure inWords(String newWords) {
        return new Figure(id, label, value, unit, decimals, wording, estimate, alternatives, newWords, passport);
    }

    /** The value that another factor set of the same model gives, in the figure's unit. */
    public record Alternative(FactorSet factors, BigDecimal value) {}
}
