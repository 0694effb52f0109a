package org.opbrief.packs.yaml;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opbrief.api.data.Nearest;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A value of a definition file that knows where it stands. */
public final class Value {

    static final String NO_ALIASES = "anchors (&) and aliases (*) are not read; write the value where it is needed";

    /** What plain YAML is made of. */
    private static final Set<Tag> TAGS = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.SEQ, Tag.MAP);

    private static final Set<String> NOTHING = Set.of("", "~", "null");

    private final String file;
    private final Node node;
    private final int depth;

    Value(String file, Node node, int depth) throws DefinitionException {
        this.file = file;
        this.node = node;
        this.depth = depth;
        if (node.getAnchor().isPresent()) {
            throw error(NO_ALIASES);
        }
        if (!TAGS.contains(node.getTag())) {
            throw error("tags (!) are not read; leave it out");
        }
        if (depth == 0) {
            throw error("is nested too deep");
        }
    }

    public String file() {
        return file;
    }

    /** From 1. */
    public int line() {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    /** An exception that says where this value stands. */
    public DefinitionException error(String problem) {
        return new DefinitionException(file, line(), problem);
    }

    /** An exception for a name that is not among the known ones, with the nearest of them. */
    public DefinitionException unknown(String what, String name, Collection<String> known) {
        return error(what + " '" + name + "' is not known" + Nearest.hint(name, known));
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    public boolean isMap() {
        return node instanceof MappingNode;
    }

    public boolean isEmpty() {
        return node instanceof ScalarNode scalar && scalar.isPlain() && NOTHING.contains(scalar.getValue());
    }

    public boolean isText() {
        return node instanceof ScalarNode && !isEmpty();
    }

    /** The text of a value that may also be empty. */
    public String textOrEmpty() throws DefinitionException {
        if (isEmpty()) {
            return "";
        }
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().strip();
        }
        throw error("text is expected here, not " + kind());
    }

    public String text() throws DefinitionException {
        String text = textOrEmpty();
        if (text.isEmpty()) {
            throw error("text is expected here, not nothing");
        }
        return text;
    }

    public boolean bool() throws DefinitionException {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw error("true or false is expected here, not '" + text() + "'");
        };
    }

    public BigDecimal number() throws DefinitionException {
        try {
            return new BigDecimal(text());
        } catch (NumberFormatException e) {
            throw error("a number is expected here, not '" + text() + "'");
        }
    }

    /** A whole number within bounds. */
    public int whole(int least, int most) throws DefinitionException {
        try {
            int number = Integer.parseInt(text());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // the same message
        }
        throw error("a whole number from " + least + " to " + most + " is expected here, not '" + text() + "'");
    }

    public LocalDate date() throws DefinitionException {
        try {
            return LocalDate.parse(text());
        } catch (DateTimeParseException e) {
            throw error("a date like 2023-05-01 is expected here, not '" + text() + "'");
        }
    }

    /** One of the words. */
    public String word(Collection<String> words) throws DefinitionException {
        if (words.contains(text())) {
            return text();
        }
        throw error("'" + text() + "' is not known" + Nearest.hint(text(), words));
    }

    /** The elements of a list. */
    public List<Value> list() throws DefinitionException {
        if (!(node instanceof SequenceNode sequence)) {
            throw error("a list is expected here, not " + kind());
        }
        List<Value> values = new ArrayList<>();
        for (Node element : sequence.getValue()) {
            values.add(new Value(file, element, depth - 1));
        }
        return values;
    }

    /** The elements of a list, or this value alone. */
    public List<Value> oneOrMore() throws DefinitionException {
        return isList() ? list() : List.of(this);
    }

    public List<String> texts() throws DefinitionException {
        List<String> texts = new ArrayList<>();
        for (Value value : oneOrMore()) {
            texts.add(value.text());
        }
        return texts;
    }

    /** A map's values by key, in the order of the file. */
    public Map<String, Value> entries() throws DefinitionException {
        if (!(node instanceof MappingNode mapping)) {
            throw error("a map (key: value) is expected here, not " + kind());
        }
        Map<String, Value> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Value key = new Value(file, tuple.getKeyNode(), depth - 1);
            String name = key.text();
            if (entries.put(name, new Value(file, tuple.getValueNode(), depth - 1)) != null) {
                throw key.error("'" + name + "' stands here a second time");
            }
        }
        return entries;
    }

    /** A map's settings. */
    public Settings settings() throws DefinitionException {
        return new Settings(this, entries());
    }

    private String kind() throws DefinitionException {
        if (isEmpty()) {
            return "nothing";
        }
        return isList() ? "a list" : isMap() ? "a map" : "'" + text() + "'";
    }
}
