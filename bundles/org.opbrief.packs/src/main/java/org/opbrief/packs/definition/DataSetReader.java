package org.opbrief.packs.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Unit;
import org.opbrief.packs.yaml.DefinitionException;
import org.opbrief.packs.yaml.Settings;
import org.opbrief.packs.yaml.Value;

/** Reads {@code datasets/*.yaml}; see {@code schema/dataset.schema.json}. */
public final class DataSetReader {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,59}");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,59}");
    private static final int DEFAULT_SCALE = 6;
    private static final int LARGEST_SCALE = 15;

    private DataSetReader() {}

    public static DataSet read(Value file) throws DefinitionException {
        Settings settings = file.settings();
        String id = Names.id(settings.need("id"), ID);
        List<Column> columns = new ArrayList<>();
        for (Map.Entry<String, Value> entry : settings.need("columns").entries().entrySet()) {
            if (!NAME.matcher(entry.getKey()).matches()) {
                throw entry.getValue()
                        .error("the column name '" + entry.getKey()
                                + "' is not lower case letters, digits and underscores, starting with a letter");
            }
            columns.add(column(entry.getKey(), entry.getValue()));
        }
        List<String> names = columns.stream().map(Column::name).toList();
        DataSet dataSet = new DataSet(
                id,
                settings.needText("title"),
                settings.text("description"),
                settings.text("marking"),
                columns,
                Names.known(settings.find("key"), "the column", names),
                rules(settings, columns, names));
        settings.end();
        return dataSet;
    }

    private static Column column(String name, Value value) throws DefinitionException {
        Settings settings = value.settings();
        ColumnType type = type(settings);
        Optional<Unit> unit = Names.unit(settings.find("unit"));
        int scale = settings.has("scale") ? settings.need("scale").whole(0, LARGEST_SCALE) : DEFAULT_SCALE;
        Column column = new Column(
                name,
                settings.needText("title"),
                settings.text("description"),
                type,
                type == ColumnType.DECIMAL ? scale : 0,
                unit,
                new Column.Reading(settings.texts("headers"), pattern(settings, "strip"), pattern(settings, "matches")),
                new Column.Constraint(
                        settings.flag("required", false),
                        number(settings, "minimum"),
                        number(settings, "maximum"),
                        vocabulary(settings)));
        settings.end();
        boolean number = type == ColumnType.INTEGER || type == ColumnType.DECIMAL;
        if (!number && (unit.isPresent() || settings.has("minimum") || settings.has("maximum"))) {
            throw value.error("a unit, minimum or maximum is for numbers (type: integer or decimal)");
        }
        if (type != ColumnType.TEXT && settings.has("vocabulary")) {
            throw value.error("a vocabulary is for text (type: text)");
        }
        if (type != ColumnType.BOOLEAN && settings.has("matches")) {
            throw value.error("'matches' is for type: boolean");
        }
        if (type != ColumnType.DECIMAL && settings.has("scale")) {
            throw value.error("'scale' is for type: decimal");
        }
        return column;
    }

    private static ColumnType type(Settings settings) throws DefinitionException {
        return settings.has("type")
                ? ColumnType.valueOf(settings.need("type")
                        .word(List.of("text", "integer", "decimal", "date", "boolean"))
                        .toUpperCase(Locale.ROOT))
                : ColumnType.TEXT;
    }

    private static Optional<String> pattern(Settings settings, String key) throws DefinitionException {
        Optional<Value> value = settings.find(key);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        String text = value.get().text();
        try {
            Pattern.compile(text);
            return Optional.of(text);
        } catch (PatternSyntaxException e) {
            throw value.get().error("'" + text + "' is not a regular expression: " + e.getDescription());
        }
    }

    private static Optional<BigDecimal> number(Settings settings, String key) throws DefinitionException {
        Optional<Value> value = settings.find(key);
        return value.isPresent() ? Optional.of(value.get().number()) : Optional.empty();
    }

    /** A list of values, or a map of values to labels or to {label, synonyms}. */
    private static List<Column.Term> vocabulary(Settings settings) throws DefinitionException {
        Optional<Value> value = settings.find("vocabulary");
        List<Column.Term> terms = new ArrayList<>();
        if (value.isEmpty()) {
            return terms;
        }
        if (value.get().isList()) {
            for (String text : value.get().texts()) {
                terms.add(new Column.Term(text, text, List.of()));
            }
            return terms;
        }
        for (Map.Entry<String, Value> entry : value.get().entries().entrySet()) {
            if (entry.getValue().isMap()) {
                Settings term = entry.getValue().settings();
                String label = term.has("label") ? term.needText("label") : entry.getKey();
                terms.add(new Column.Term(entry.getKey(), label, term.texts("synonyms")));
                term.end();
            } else {
                terms.add(new Column.Term(entry.getKey(), entry.getValue().text(), List.of()));
            }
        }
        return terms;
    }

    private static List<DataSet.Rule> rules(Settings settings, List<Column> columns, List<String> names)
            throws DefinitionException {
        List<DataSet.Rule> rules = new ArrayList<>();
        Optional<Value> list = settings.find("rules");
        if (list.isEmpty()) {
            return rules;
        }
        for (Value value : list.get().list()) {
            Settings rule = value.settings();
            Map<String, String> when = new java.util.LinkedHashMap<>();
            for (Map.Entry<String, Value> entry : rule.entries("when").entrySet()) {
                Names.check(entry.getValue(), "the column", entry.getKey(), names);
                when.put(entry.getKey(), term(entry, columns));
            }
            rules.add(new DataSet.Rule(
                    rule.needText("reason"),
                    when,
                    Names.known(rule.find("require"), "the column", names),
                    Names.known(rule.find("require_any"), "the column", names)));
            rule.end();
        }
        return rules;
    }

    private static String term(Map.Entry<String, Value> entry, List<Column> columns) throws DefinitionException {
        String text = entry.getValue().text();
        List<String> terms = columns.stream()
                .filter(column -> column.name().equals(entry.getKey()))
                .flatMap(column -> column.constraint().vocabulary().stream())
                .map(Column.Term::value)
                .toList();
        if (!terms.isEmpty()) {
            Names.check(entry.getValue(), "the value", text, terms);
        }
        return text;
    }
}
