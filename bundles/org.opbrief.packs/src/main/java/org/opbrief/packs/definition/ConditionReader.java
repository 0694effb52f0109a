package org.opbrief.packs.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.statistics.DataQuery.Condition;
import org.opbrief.api.statistics.DataQuery.Operator;
import org.opbrief.packs.yaml.DefinitionException;
import org.opbrief.packs.yaml.Value;

/**
 * Reads {@code where}: columns and the values they must have. A value {@code $name} stands for a parameter.
 *
 * <pre>
 * where:
 *   drug: fentanyl                         # one value
 *   form: [pill, powder]                   # one of these
 *   seized: {at_least: 2022-05-01, below: 2023-05-01}
 *   cartel: present                        # or empty
 *   state: {not: [PR, VI]}
 *   any: [{social_media: present}, {encrypted_app: present}]
 * </pre>
 */
final class ConditionReader {

    private static final Map<String, Operator> COMPARISONS = Map.of(
            "at_least", Operator.AT_LEAST,
            "above", Operator.ABOVE,
            "at_most", Operator.AT_MOST,
            "below", Operator.BELOW,
            "not", Operator.NOT_IN,
            "in", Operator.IN);

    private final Set<String> parameters;

    ConditionReader(Set<String> parameters) {
        this.parameters = parameters;
    }

    List<Condition> read(Optional<Value> where, DataSet dataSet) throws DefinitionException {
        return where.isPresent() ? read(where.get(), dataSet) : List.of();
    }

    private List<Condition> read(Value where, DataSet dataSet) throws DefinitionException {
        List<String> columns = dataSet.columns().stream().map(Column::name).toList();
        List<Condition> conditions = new ArrayList<>();
        for (Map.Entry<String, Value> entry : where.entries().entrySet()) {
            if (entry.getKey().equals("any")) {
                List<Condition> any = new ArrayList<>();
                for (Value alternative : entry.getValue().list()) {
                    List<Condition> one = read(alternative, dataSet);
                    if (one.size() != 1) {
                        throw alternative.error("each of 'any' is one condition");
                    }
                    any.addAll(one);
                }
                conditions.add(new Condition.AnyOf(any));
            } else {
                Names.check(entry.getValue(), "the column of " + dataSet.id(), entry.getKey(), columns);
                conditions.addAll(tests(entry.getKey(), entry.getValue(), dataSet));
            }
        }
        return conditions;
    }

    private List<Condition> tests(String column, Value value, DataSet dataSet) throws DefinitionException {
        List<Condition> tests = new ArrayList<>();
        if (value.isMap()) {
            for (Map.Entry<String, Value> entry : value.entries().entrySet()) {
                Names.check(entry.getValue(), "the comparison", entry.getKey(), COMPARISONS.keySet());
                tests.add(new Condition.Test(
                        column, COMPARISONS.get(entry.getKey()), values(column, entry.getValue(), dataSet)));
            }
        } else if (!value.isList() && value.text().equals("present")) {
            tests.add(new Condition.Test(column, Operator.PRESENT, List.of()));
        } else if (!value.isList() && value.text().equals("empty")) {
            tests.add(new Condition.Test(column, Operator.EMPTY, List.of()));
        } else {
            tests.add(new Condition.Test(column, Operator.IN, values(column, value, dataSet)));
        }
        return tests;
    }

    private List<String> values(String column, Value value, DataSet dataSet) throws DefinitionException {
        List<String> terms = dataSet.column(column).orElseThrow().constraint().vocabulary().stream()
                .map(Column.Term::value)
                .toList();
        List<String> values = new ArrayList<>();
        for (Value each : value.oneOrMore()) {
            String text = text(each);
            if (!terms.isEmpty() && !text.startsWith("$")) {
                Names.check(each, "the value of " + column, text, terms);
            }
            values.add(text);
        }
        return values;
    }

    /** A text that may be a reference to a parameter, which then must exist. */
    String text(Value value) throws DefinitionException {
        String text = value.text();
        if (text.startsWith("$")) {
            Names.check(value, "the parameter", text.substring(1), parameters);
        }
        return text;
    }
}
