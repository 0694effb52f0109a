package org.opbrief.authoring;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * A node of a YAML file, read leniently: what is not there, or is something else, is empty. Strictness is the business of those who check
 * definitions.
 */
record Yaml(Optional<Node> node) {

    private static final int LIMIT = 1 << 20;

    /** Not YAML; the line, from 1, and why. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;
        private final int line;

        Malformed(int line, String message) {
            super(message);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    static Yaml read(byte[] bytes) throws Malformed {
        LoadSettings settings = LoadSettings.builder()
                .setAllowDuplicateKeys(true)
                .setSchema(new FailsafeSchema())
                .setMaxAliasesForCollections(0)
                .setCodePointLimit(LIMIT)
                .build();
        try {
            return new Yaml(new Compose(settings).composeString(new String(bytes, StandardCharsets.UTF_8)));
        } catch (MarkedYamlEngineException e) {
            throw new Malformed(e.getProblemMark().map(Mark::getLine).orElse(0) + 1, e.getProblem());
        } catch (YamlEngineException e) {
            throw new Malformed(1, e.getMessage());
        } catch (StackOverflowError e) {
            throw new Malformed(1, "it is nested too deep");
        }
    }

    /** From 1. */
    int line() {
        return node.flatMap(Node::getStartMark).map(Mark::getLine).orElse(0) + 1;
    }

    boolean isMap() {
        return node.filter(MappingNode.class::isInstance).isPresent();
    }

    Optional<String> text() {
        return node.filter(ScalarNode.class::isInstance)
                .map(scalar -> ((ScalarNode) scalar).getValue().strip())
                .filter(text -> !text.isEmpty());
    }

    Yaml get(String key) {
        return entries().getOrDefault(key, new Yaml(Optional.empty()));
    }

    /** The values of a map, in the order of the file. */
    Map<String, Yaml> entries() {
        Map<String, Yaml> entries = new LinkedHashMap<>();
        if (node.orElse(null) instanceof MappingNode map) {
            for (NodeTuple tuple : map.getValue()) {
                new Yaml(Optional.of(tuple.getKeyNode()))
                        .text()
                        .ifPresent(key -> entries.put(key, new Yaml(Optional.of(tuple.getValueNode()))));
            }
        }
        return entries;
    }
}
