package org.opbrief.output;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opbrief.api.data.Unit;
import org.opbrief.api.statistics.FactorSet;

/** Reads the factor sets of a manifest. */
final class TracedFactors {

    private TracedFactors() {}

    static FactorSet read(Json set) throws Json.Misfit {
        Map<String, BigDecimal> factors = new LinkedHashMap<>();
        for (Map.Entry<String, Json> factor : set.get("factors").members().entrySet()) {
            factors.put(factor.getKey(), factor.getValue().number());
        }
        List<FactorSet.Term> terms = new ArrayList<>();
        for (Json term : set.get("terms").items()) {
            terms.add(new FactorSet.Term(
                    term.get("input").text(),
                    unit(term.get("unit")),
                    names(term, "times", factors),
                    names(term, "over", factors)));
        }
        Optional<Json> until = set.find("until");
        return new FactorSet(
                set.get("model").text(),
                set.get("id").text(),
                set.get("title").text(),
                day(set.get("from")),
                until.isPresent() ? Optional.of(day(until.get())) : Optional.empty(),
                set.get("source").text(),
                factors,
                terms,
                unit(set.get("unit")));
    }

    /** What the set is called, when it holds, its factors and where they are from. */
    static String words(FactorSet set) {
        String period = set.from() + set.until().map(until -> " until " + until).orElse("");
        String factors = set.factors().entrySet().stream()
                .map(factor -> factor.getKey() + " " + factor.getValue().toPlainString())
                .collect(Collectors.joining(", "));
        return set.title() + " (from " + period + ")" + (factors.isEmpty() ? "" : ": " + factors) + "; source: "
                + set.source();
    }

    private static List<String> names(Json term, String field, Map<String, BigDecimal> factors) throws Json.Misfit {
        Json names = term.get(field);
        for (String name : names.texts()) {
            if (!factors.containsKey(name)) {
                throw misfit(names, " names the factor \"" + name + "\", which the set does not have");
            }
        }
        return names.texts();
    }

    private static Unit unit(Json json) throws Json.Misfit {
        Optional<Unit> unit = Unit.of(json.text());
        if (unit.isEmpty()) {
            throw misfit(json, " is no unit");
        }
        return unit.get();
    }

    private static LocalDate day(Json json) throws Json.Misfit {
        try {
            return LocalDate.parse(json.text());
        } catch (DateTimeParseException e) {
            throw misfit(json, " is no date");
        }
    }

    private static Json.Misfit misfit(Json json, String what) {
        return new Json.Misfit(json.line(), json.column(), json.path() + what);
    }
}
