package org.opbrief.packs.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;
import org.opbrief.packs.yaml.DefinitionException;
import org.opbrief.packs.yaml.Settings;
import org.opbrief.packs.yaml.Value;

/** Reads {@code datasets/*.yaml}; see {@code schema/dataset.schema.json}. */
public final class DataSetReader {

    private final ColumnReader columns;

    public DataSetReader(Vocabularies vocabularies) {
        this.columns = new ColumnReader(vocabularies);
    }

    public DataSet read(Value file) throws DefinitionException {
        Settings settings = file.settings();
        String id = Names.id(settings.need("id"));
        String title = settings.needText("title");
        String description = settings.text("description");
        String marking = settings.text("marking");
        Map<String, Column> byName = columns(settings.need("columns"));
        List<String> key = Names.known(settings.find("key"), "the column", byName.keySet());
        for (String name : key) {
            if (!byName.get(name).constraint().required()) {
                throw settings.need("key").error("the key column '" + name + "' must be 'required: true'");
            }
        }
        Optional<Value> repeats = settings.find("repeats");
        if (repeats.isPresent() && key.isEmpty()) {
            throw repeats.get().error("without a key there is nothing that rows repeat");
        }
        List<DataSet.Rule> rules = rules(settings.find("rules"), byName);
        Optional<DataSet.Renewal> renewal = renewal(settings.find("vintages"), byName);
        List<DataSet.Overlap> overlaps = overlaps(settings, id);
        settings.end();
        return new DataSet(
                id,
                title,
                description,
                marking,
                List.copyOf(byName.values()),
                key,
                repeats.isPresent() && repeats.get().bool(),
                rules,
                renewal,
                overlaps);
    }

    private static Optional<DataSet.Renewal> renewal(Optional<Value> value, Map<String, Column> byName)
            throws DefinitionException {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Settings settings = value.get().settings();
        Value at = settings.need("period");
        String period = at.text();
        Names.check(at, "the column", period, byName.keySet());
        ColumnType type = byName.get(period).type();
        if (type != ColumnType.DATE && type != ColumnType.INTEGER) {
            throw at.error("the column '" + period + "' has neither days nor whole numbers, and tells no period");
        }
        List<String> source = Names.known(settings.find("source"), "the column", byName.keySet());
        settings.end();
        return Optional.of(new DataSet.Renewal(period, source));
    }

    private static List<DataSet.Overlap> overlaps(Settings settings, String id) throws DefinitionException {
        List<DataSet.Overlap> overlaps = new ArrayList<>();
        for (Map.Entry<String, Value> entry : settings.entries("overlaps").entrySet()) {
            String other = Names.id(entry.getKey(), entry.getValue());
            if (other.equals(id)) {
                throw entry.getValue().error("a data set does not overlap itself");
            }
            overlaps.add(new DataSet.Overlap(other, entry.getValue().text().replaceFirst("\\.$", "")));
        }
        return overlaps;
    }

    private Map<String, Column> columns(Value value) throws DefinitionException {
        Map<String, Column> byName = new LinkedHashMap<>();
        Map<String, String> headers = new HashMap<>();
        for (Map.Entry<String, Value> entry : value.entries().entrySet()) {
            Column column = columns.read(entry.getKey(), entry.getValue());
            byName.put(column.name(), column);
            if (column.reading().matches().isEmpty()) {
                refuseSharedHeaders(column, entry.getValue(), headers);
            }
        }
        if (byName.isEmpty()) {
            throw value.error("a data set needs at least one column");
        }
        return byName;
    }

    private static void refuseSharedHeaders(Column column, Value at, Map<String, String> headers)
            throws DefinitionException {
        for (String header : ColumnReader.headers(column).toList()) {
            String plain = header.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
            String other = headers.putIfAbsent(plain, column.name());
            if (other != null && !other.equals(column.name())) {
                throw at.error("the header '" + header + "' names '" + other + "' and '" + column.name() + "'");
            }
        }
    }

    private static List<DataSet.Rule> rules(Optional<Value> value, Map<String, Column> byName)
            throws DefinitionException {
        List<DataSet.Rule> rules = new ArrayList<>();
        if (value.isPresent()) {
            for (Value rule : value.get().list()) {
                rules.add(rule(rule.settings(), byName));
            }
        }
        return rules;
    }

    private static DataSet.Rule rule(Settings settings, Map<String, Column> byName) throws DefinitionException {
        String reason = settings.needText("reason");
        Map<String, String> when = new LinkedHashMap<>();
        for (Map.Entry<String, Value> entry : settings.entries("when").entrySet()) {
            Names.check(entry.getValue(), "the column", entry.getKey(), byName.keySet());
            when.put(entry.getKey(), inVocabulary(byName.get(entry.getKey()), entry.getValue()));
        }
        List<String> require = Names.known(settings.find("require"), "the column", byName.keySet());
        List<String> requireAny = Names.known(settings.find("require_any"), "the column", byName.keySet());
        if (require.isEmpty() && requireAny.isEmpty()) {
            throw settings.map().error("a rule says what it wants with 'require' or 'require_any'");
        }
        settings.end();
        return new DataSet.Rule(reason, when, require, requireAny);
    }

    private static String inVocabulary(Column column, Value value) throws DefinitionException {
        List<String> values = column.constraint().vocabulary().stream()
                .map(Column.Term::value)
                .toList();
        if (!values.isEmpty()) {
            Names.check(value, "the value of " + column.name(), value.text(), values);
        }
        return value.text();
    }
}
