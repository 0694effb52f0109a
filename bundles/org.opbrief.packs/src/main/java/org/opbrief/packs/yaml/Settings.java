package org.opbrief.packs.yaml;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.opbrief.api.data.Nearest;

/** Settings by key. A key that nobody asked for is an error, see {@link #end}. */
public final class Settings {

    private final Value map;
    private final Map<String, Value> entries;
    private final Set<String> asked = new LinkedHashSet<>();

    Settings(Value map, Map<String, Value> entries) {
        this.map = map;
        this.entries = entries;
    }

    /** The map that these settings stand in. */
    public Value map() {
        return map;
    }

    public boolean has(String key) {
        asked.add(key);
        return entries.containsKey(key);
    }

    public Optional<Value> find(String key) {
        asked.add(key);
        return Optional.ofNullable(entries.get(key));
    }

    public Value need(String key) throws DefinitionException {
        Optional<Value> value = find(key);
        if (value.isEmpty()) {
            refuseUnknownNear(key);
            throw map.error("'" + key + "' is missing");
        }
        return value.get();
    }

    /** The text of a key, or empty text. */
    public String text(String key) throws DefinitionException {
        Optional<Value> value = find(key);
        return value.isPresent() ? value.get().textOrEmpty() : "";
    }

    public String needText(String key) throws DefinitionException {
        return need(key).text();
    }

    public boolean flag(String key, boolean otherwise) throws DefinitionException {
        Optional<Value> value = find(key);
        return value.isPresent() ? value.get().bool() : otherwise;
    }

    public List<String> texts(String key) throws DefinitionException {
        Optional<Value> value = find(key);
        return value.isPresent() ? value.get().texts() : List.of();
    }

    /** The entries of a map, none if the key is absent. */
    public Map<String, Value> entries(String key) throws DefinitionException {
        Optional<Value> value = find(key);
        return value.isPresent() ? value.get().entries() : Map.of();
    }

    /** Refuses keys that nobody asked for. */
    public void end() throws DefinitionException {
        for (Map.Entry<String, Value> entry : entries.entrySet()) {
            if (!asked.contains(entry.getKey())) {
                throw entry.getValue().unknown("the key", entry.getKey(), unused());
            }
        }
    }

    /** A missing key that was only misspelt is told as such. */
    private void refuseUnknownNear(String key) throws DefinitionException {
        for (Map.Entry<String, Value> entry : entries.entrySet()) {
            if (!asked.contains(entry.getKey())
                    && Nearest.to(entry.getKey(), List.of(key)).isPresent()) {
                throw entry.getValue().unknown("the key", entry.getKey(), List.of(key));
            }
        }
    }

    private Set<String> unused() {
        Set<String> unused = new LinkedHashSet<>(asked);
        unused.removeAll(entries.keySet());
        return unused;
    }
}
