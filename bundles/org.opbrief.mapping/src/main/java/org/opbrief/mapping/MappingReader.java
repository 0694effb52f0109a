package org.opbrief.mapping;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.FileFaults;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.Mapping;
import org.opbrief.api.data.Mapping.Constant;
import org.opbrief.api.data.Mapping.FromHeader;
import org.opbrief.api.data.Mapping.FromPeriod;
import org.opbrief.api.data.Mapping.NumberUnit;
import org.opbrief.api.data.Mapping.SameUnit;
import org.opbrief.api.data.Mapping.Through;
import org.opbrief.api.data.Mapping.UnitOfRow;
import org.opbrief.api.data.Mappings.Saved;
import org.opbrief.api.data.Nearest;
import org.opbrief.api.data.Unit;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** Reads mappings that people may have edited. */
final class MappingReader {
    private static final int LIMIT = 1 << 20;
    private static final Set<String> TOP = Set.of("data-set", "columns", "read", "plan");
    private static final Set<String> FIELD = Set.of(
            "from",
            "unit",
            "unit-from",
            "units",
            "values",
            "dates",
            "separator",
            "through",
            "constant",
            "year",
            "fiscal-year",
            "month");

    private final Path file;
    private final DataSet dataSet;

    MappingReader(Path file, DataSet dataSet) {
        this.file = file;
        this.dataSet = dataSet;
    }

    Saved read() throws ImportException {
        Map<String, Node> top = keys(root(), TOP);
        Node named = top.get("data-set");
        if (named != null && !text(named).equals(dataSet.id())) {
            throw error(named, "it is for the data set " + text(named) + ", not for " + dataSet.id());
        }
        Node columns = top.get("columns");
        if (columns == null) {
            throw new ImportException(
                    file + " has no \"columns\": it says which column of the file fills which column of " + dataSet.id()
                            + ".");
        }
        Map<String, Mapping.Field> fields = new LinkedHashMap<>();
        List<String> known = dataSet.columns().stream().map(Column::name).toList();
        for (Map.Entry<String, Node> entry : keys(columns, Set.copyOf(known)).entrySet()) {
            fields.put(entry.getKey(), field(entry.getValue()));
        }
        Map<String, String> layout = new LinkedHashMap<>();
        if (top.containsKey("read")) {
            for (Map.Entry<String, Node> entry : entries(top.get("read")).entrySet()) {
                layout.put(entry.getKey(), text(entry.getValue()));
            }
        }
        return new Saved(new Mapping(dataSet.id(), fields), layout);
    }

    private Node root() throws ImportException {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file.getFileName().toString())
                .setSchema(new FailsafeSchema())
                .setMaxAliasesForCollections(0)
                .setCodePointLimit(LIMIT)
                .build();
        try {
            if (Files.size(file) > LIMIT) {
                throw new ImportException(file + " is larger than 1 MiB, which no mapping needs.");
            }
            return new Compose(settings)
                    .composeString(Files.readString(file, StandardCharsets.UTF_8))
                    .orElseThrow(() -> new ImportException(file + " is empty."));
        } catch (IOException e) {
            throw new ImportException(file + " cannot be read: " + FileFaults.reason(e) + ".", e);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new ImportException(file + ", line " + line + ": is not YAML: " + e.getProblem() + ".", e);
        } catch (YamlEngineException e) {
            throw new ImportException(file + " is not YAML: " + e.getMessage() + ".", e);
        } catch (StackOverflowError e) {
            throw new ImportException(file + " is nested too deep.");
        }
    }

    private Mapping.Field field(Node node) throws ImportException {
        if (node instanceof ScalarNode) {
            return FromHeader.plain(text(node));
        }
        Map<String, Node> keys = keys(node, FIELD);
        if (keys.containsKey("constant")) {
            return new Constant(text(keys.get("constant")));
        }
        for (String year : List.of("year", "fiscal-year")) {
            if (keys.containsKey(year)) {
                return new FromPeriod(text(keys.get(year)), optional(keys, "month"), year.equals("fiscal-year"));
            }
        }
        if (!keys.containsKey("from")) {
            throw error(node, "it says neither from which column (from) nor which constant");
        }
        if (keys.containsKey("through")) {
            return new Through(text(keys.get("from")), text(keys.get("through")));
        }
        Map<String, String> values = new LinkedHashMap<>();
        if (keys.containsKey("values")) {
            for (Map.Entry<String, Node> entry : entries(keys.get("values")).entrySet()) {
                values.put(entry.getKey(), text(entry.getValue()));
            }
        }
        return new FromHeader(
                text(keys.get("from")), unit(keys), values, optional(keys, "dates"), optional(keys, "separator"));
    }

    private Optional<NumberUnit> unit(Map<String, Node> keys) throws ImportException {
        if (keys.containsKey("unit")) {
            return Optional.of(new SameUnit(unit(keys.get("unit"))));
        }
        if (!keys.containsKey("unit-from")) {
            return Optional.empty();
        }
        Map<String, Unit> units = new LinkedHashMap<>();
        if (keys.containsKey("units")) {
            for (Map.Entry<String, Node> entry : entries(keys.get("units")).entrySet()) {
                units.put(entry.getKey(), unit(entry.getValue()));
            }
        }
        return Optional.of(new UnitOfRow(text(keys.get("unit-from")), units));
    }

    private Unit unit(Node node) throws ImportException {
        String id = text(node);
        return Unit.of(id)
                .orElseThrow(() -> error(
                        node,
                        "the unit \"" + id + "\" is not known"
                                + Nearest.hint(
                                        id, Unit.known().stream().map(Unit::id).toList())));
    }

    private Optional<String> optional(Map<String, Node> keys, String key) throws ImportException {
        return keys.containsKey(key) ? Optional.of(text(keys.get(key))) : Optional.empty();
    }

    private String text(Node node) throws ImportException {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw error(node, "one value is expected here");
    }

    private Map<String, Node> keys(Node node, Set<String> known) throws ImportException {
        Map<String, Node> keys = entries(node);
        for (String key : keys.keySet()) {
            if (!known.contains(key)) {
                throw error(
                        keys.get(key),
                        "\"" + key + "\" is not known here"
                                + Nearest.hint(key, known.stream().sorted().toList()));
            }
        }
        return keys;
    }

    private Map<String, Node> entries(Node node) throws ImportException {
        if (!(node instanceof MappingNode map)) {
            throw error(node, "lines like \"name: value\" are expected here");
        }
        Map<String, Node> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : map.getValue()) {
            entries.put(text(tuple.getKeyNode()), tuple.getValueNode());
        }
        return entries;
    }

    /** Ends with a full stop if the problem does not. */
    private ImportException error(Node node, String problem) {
        int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        return new ImportException(
                file + ", line " + line + ": " + problem + (problem.matches("(?s).*[.?]") ? "" : "."));
    }
}
