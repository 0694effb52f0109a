package org.opbrief.packs.definition;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opbrief.packs.yaml.DefinitionException;
import org.opbrief.packs.yaml.Value;

/**
 * A short text in which {@code $name} stands for a parameter's value, perhaps another one where a parameter has a value:
 * <code>{division: "$division beside the nation", otherwise: Nationwide}</code>.
 *
 * @param cases texts by the parameter that must have a value, in order; the last may be {@code otherwise}
 */
public record Phrase(Map<String, String> cases) {

    public static final Phrase EMPTY = new Phrase(Map.of("otherwise", ""));

    private static final String OTHERWISE = "otherwise";
    private static final Pattern REFERENCE = Pattern.compile("\\$([a-z][a-z0-9_]*)");

    public static Phrase of(String text) {
        return new Phrase(Map.of(OTHERWISE, text));
    }

    static Phrase read(Value value, Set<String> parameters) throws DefinitionException {
        Map<String, String> cases = new LinkedHashMap<>();
        if (value.isMap()) {
            for (Map.Entry<String, Value> entry : value.entries().entrySet()) {
                if (!entry.getKey().equals(OTHERWISE)) {
                    Names.check(entry.getValue(), "the parameter", entry.getKey(), parameters);
                }
                cases.put(entry.getKey(), entry.getValue().textOrEmpty());
            }
        } else {
            cases.put(OTHERWISE, value.textOrEmpty());
        }
        for (String text : cases.values()) {
            for (String name : references(text)) {
                Names.check(value, "the parameter", name, parameters);
            }
        }
        if (cases.size() > 1
                && !cases.keySet().stream().skip(cases.size() - 1L).allMatch(OTHERWISE::equals)
                && cases.containsKey(OTHERWISE)) {
            throw value.error("'otherwise' stands last");
        }
        return new Phrase(cases);
    }

    /** The text with these values; a parameter without one leaves no trace. */
    public String with(Map<String, String> values) {
        for (Map.Entry<String, String> entry : cases.entrySet()) {
            if (entry.getKey().equals(OTHERWISE) || values.containsKey(entry.getKey())) {
                return REFERENCE
                        .matcher(entry.getValue())
                        .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")))
                        .replaceAll("\\s+", " ")
                        .strip();
            }
        }
        return "";
    }

    private static Set<String> references(String text) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = REFERENCE.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }
}
