package org.opbrief.packs.definition;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.ColumnType;
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

    private static final Set<Operator> LISTS = EnumSet.of(Operator.IN, Operator.NOT_IN);

    private final Presence presence;

    ConditionReader(Presence presence) {
        this.presence = presence;
    }

    List<Condition> read(Optional<Value> where, DataSet dataSet) throws DefinitionException {
        return where.isPresent() ? read(where.get(), dataSet) : List.of();
    }

    private List<Condition> read(Value where, DataSet dataSet) throws DefinitionException {
        List<String> columns = dataSet.columns().stream().map(Column::name).toList();
        List<Condition> conditions = new ArrayList<>();
        for (Map.Entry<String, Value> entry : where.entries().entrySet()) {
            if (entry.getKey().equals("any")) {
                conditions.add(any(entry.getValue(), dataSet));
            } else {
                Names.check(entry.getValue(), "the column of " + dataSet.id(), entry.getKey(), columns);
                conditions.addAll(tests(dataSet.column(entry.getKey()).orElseThrow(), entry.getValue()));
            }
        }
        return conditions;
    }

    private Condition any(Value value, DataSet dataSet) throws DefinitionException {
        List<Condition> any = new ArrayList<>();
        for (Value alternative : value.list()) {
            List<Condition> one = read(alternative, dataSet);
            if (one.size() != 1) {
                throw alternative.error("each of 'any' is one condition, not " + one.size());
            }
            any.addAll(one);
        }
        if (any.isEmpty()) {
            throw value.error("'any' needs at least one condition");
        }
        return new Condition.AnyOf(any);
    }

    private List<Condition> tests(Column column, Value value) throws DefinitionException {
        List<Condition> tests = new ArrayList<>();
        if (value.isMap()) {
            for (Map.Entry<String, Value> entry : value.entries().entrySet()) {
                Names.check(entry.getValue(), "the comparison", entry.getKey(), COMPARISONS.keySet());
                tests.add(comparison(column, COMPARISONS.get(entry.getKey()), entry.getValue()));
            }
        } else if (value.isText() && value.text().equals("present")) {
            tests.add(new Condition.Test(column.name(), Operator.PRESENT, List.of()));
        } else if (value.isText() && value.text().equals("empty")) {
            tests.add(new Condition.Test(column.name(), Operator.EMPTY, List.of()));
        } else {
            tests.add(comparison(column, Operator.IN, value));
        }
        return tests;
    }

    private Condition comparison(Column column, Operator operator, Value value) throws DefinitionException {
        if (!LISTS.contains(operator)) {
            if (column.type() == ColumnType.TEXT || column.type() == ColumnType.BOOLEAN) {
                throw value.error("the column '" + column.name()
                        + "' is neither a number nor a date, so that nothing is" + " more or less");
            }
            if (value.isList()) {
                throw value.error("one value is expected here, not a list");
            }
        }
        List<String> values = new ArrayList<>();
        for (Value each : value.oneOrMore()) {
            values.add(each.text().startsWith("$") ? reference(each, column) : literal(each, column));
        }
        if (values.isEmpty()) {
            throw value.error("a condition needs at least one value");
        }
        return new Condition.Test(column.name(), operator, values);
    }

    private String reference(Value value, Column column) throws DefinitionException {
        String text = text(value);
        ColumnType type = presence.parameter(text.substring(1)).type();
        boolean fits = column.type() == ColumnType.TEXT
                || type == column.type()
                || type == ColumnType.INTEGER && column.type() == ColumnType.DECIMAL;
        if (!fits) {
            throw value.error("the column '" + column.name() + "' needs a parameter of 'type: "
                    + column.type().name().toLowerCase(Locale.ROOT) + "', which " + text + " is not");
        }
        return text;
    }

    private static String literal(Value value, Column column) throws DefinitionException {
        switch (column.type()) {
            case INTEGER, DECIMAL -> value.number();
            case DATE -> value.date();
            case BOOLEAN -> value.bool();
            case TEXT -> checkTerm(value, column.constraint().vocabulary(), column.name());
        }
        return value.text();
    }

    private static void checkTerm(Value value, List<Column.Term> terms, String column) throws DefinitionException {
        String text = value.text();
        boolean known = terms.stream()
                .anyMatch(term -> term.value().equalsIgnoreCase(text)
                        || term.label().equalsIgnoreCase(text)
                        || term.synonyms().stream().anyMatch(text::equalsIgnoreCase));
        if (!terms.isEmpty() && !known) {
            throw value.unknown(
                    "the value of " + column,
                    text,
                    terms.stream().map(Column.Term::value).toList());
        }
    }

    /** A text that may be a reference to a parameter, which then must exist. */
    String text(Value value) throws DefinitionException {
        String text = value.text();
        if (text.startsWith("$")) {
            Names.check(value, "the parameter", text.substring(1), presence.parameters());
        }
        return text;
    }
}
