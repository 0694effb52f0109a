package org.opbrief.packs.definition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.opbrief.api.data.Unit;
import org.opbrief.api.statistics.FactorSet;
import org.opbrief.packs.yaml.DefinitionException;
import org.opbrief.packs.yaml.Settings;
import org.opbrief.packs.yaml.Value;

/** Reads {@code factors/*.yaml}; see {@code schema/factors.schema.json}. */
public final class FactorSetReader {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,59}");

    private FactorSetReader() {}

    /** The sets of one model, in the order of the file. */
    public static List<FactorSet> read(Value file) throws DefinitionException {
        Settings settings = file.settings();
        String model = Names.id(settings.need("model"), ID);
        Unit unit = Names.unit(Optional.of(settings.need("unit"))).orElseThrow();
        List<FactorSet.Term> terms = new ArrayList<>();
        Set<String> used = new TreeSet<>();
        for (Map.Entry<String, Value> entry : settings.need("terms").entries().entrySet()) {
            Settings term = entry.getValue().settings();
            terms.add(new FactorSet.Term(
                    entry.getKey(),
                    Names.unit(Optional.of(term.need("unit"))).orElseThrow(),
                    term.texts("times"),
                    term.texts("over")));
            used.addAll(term.texts("times"));
            used.addAll(term.texts("over"));
            term.end();
        }
        settings.text("title");
        settings.text("description");
        List<FactorSet> sets = new ArrayList<>();
        for (Map.Entry<String, Value> entry : settings.need("sets").entries().entrySet()) {
            sets.add(set(model, unit, terms, used, entry.getKey(), entry.getValue()));
        }
        settings.end();
        return sets;
    }

    private static FactorSet set(
            String model, Unit unit, List<FactorSet.Term> terms, Set<String> used, String id, Value value)
            throws DefinitionException {
        Settings settings = value.settings();
        Map<String, BigDecimal> factors = new LinkedHashMap<>();
        for (Map.Entry<String, Value> entry : settings.need("factors").entries().entrySet()) {
            Names.check(entry.getValue(), "the factor", entry.getKey(), used);
            BigDecimal factor = entry.getValue().number();
            if (factor.signum() <= 0) {
                throw entry.getValue().error("a factor is above zero");
            }
            factors.put(entry.getKey(), factor);
        }
        for (String name : used) {
            if (!factors.containsKey(name)) {
                throw value.error("the factor '" + name + "', which the model uses, is missing");
            }
        }
        Optional<Value> until = settings.find("until");
        Optional<LocalDate> last = until.isPresent() ? Optional.of(until.get().date()) : Optional.empty();
        FactorSet set = new FactorSet(
                model,
                id,
                settings.needText("title"),
                settings.need("from").date(),
                last,
                settings.needText("source"),
                factors,
                terms,
                unit);
        settings.end();
        return set;
    }
}
