package org.opbrief.api.statistics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opbrief.api.data.Unit;

/**
 * Named, dated, sourced conversion factors of a linear model: the result is the sum over all terms of
 * {@code input × times ÷ over}.
 *
 * @param model what is computed, e.g. {@code fentanyl-dose}; sets of one model are alternatives
 * @param id unique within the model
 * @param title what a reader sees
 * @param from first day that the factors describe
 * @param until last day that the factors describe; empty if they still hold
 * @param source where the factors come from, and whether they are published or inferred
 * @param factors by name, in the order of the definition
 * @param unit of the result
 */
public record FactorSet(
        String model,
        String id,
        String title,
        LocalDate from,
        Optional<LocalDate> until,
        String source,
        Map<String, BigDecimal> factors,
        List<Term> terms,
        Unit unit) {

    public FactorSet {
        factors = Collections.unmodifiableMap(new LinkedHashMap<>(factors));
        terms = List.copyOf(terms);
    }

    /**
     * One summand.
     *
     * @param input name of the input
     * @param unit that the input is converted to first
     * @param times names of factors that it is multiplied by
     * @param over names of factors that it is divided by
     */
    public record Term(String input, Unit unit, List<String> times, List<String> over) {
        public Term {
            times = List.copyOf(times);
            over = List.copyOf(over);
        }
    }
}
