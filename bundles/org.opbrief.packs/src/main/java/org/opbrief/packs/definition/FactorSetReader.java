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
import org.opbrief.api.data.Unit;
import org.opbrief.api.statistics.FactorSet;
import org.opbrief.packs.yaml.DefinitionException;
import org.opbrief.packs.yaml.Settings;
import org.opbrief.packs.yaml.Value;

/** Reads {@code factors/*.yaml}; see {@code schema/factors.schema.json}. */
public final class FactorSetReader {

    private FactorSetReader() {}

    /** The sets of one model, in the order of the file. */
    public static List<FactorSet> read(Value file) throws DefinitionException {
        Settings settings = file.settings();
        String model = Names.id(settings.need("model"));
        Unit unit = Names.unit(settings.need("unit"));
        List<FactorSet.Term> terms = new ArrayList<>();
        Set<String> used = new TreeSet<>();
        for (Map.Entry<String, Value> entry : settings.need("terms").entries().entrySet()) {
            Settings term = entry.getValue().settings();
            Names.name(entry.getKey(), entry.getValue());
            terms.add(new FactorSet.Term(
                    entry.getKey(), Names.unit(term.need("unit")), term.texts("times"), term.texts("over")));
            used.addAll(term.texts("times"));
            used.addAll(term.texts("over"));
            term.end();
        }
        // for those who read the file
        settings.text("title");
        settings.text("description");
        List<FactorSet> sets = new ArrayList<>();
        for (Map.Entry<String, Value> entry : settings.need("sets").entries().entrySet()) {
            sets.add(set(model, unit, terms, used, entry.getKey(), entry.getValue()));
        }
        settings.end();
        if (terms.isEmpty() || sets.isEmpty()) {
            throw file.error("a model needs at least one of the 'terms' and one of the 'sets'");
        }
        return sets;
    }

    private static FactorSet set(
            String model, Unit unit, List<FactorSet.Term> terms, Set<String> used, String id, Value value)
            throws DefinitionException {
        Names.id(id, value);
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
        LocalDate from = settings.need("from").date();
        if (last.isPresent() && last.get().isBefore(from)) {
            throw until.get().error("'until' is before 'from'");
        }
        FactorSet set = new FactorSet(
                model, id, settings.needText("title"), from, last, settings.needText("source"), factors, terms, unit);
        settings.end();
        return set;
    }
}
