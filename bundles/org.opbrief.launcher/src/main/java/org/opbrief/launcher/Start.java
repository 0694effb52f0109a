package org.opbrief.launcher;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When and how a feature starts.
 *
 * @param commands names of commands, or {@code *} for all
 * @param formats that it writes; empty if it is needed whatever the format
 * @param first artifacts of the bundles that start before all others, in that order
 * @param last artifacts of the bundles that start after all others, in that order
 * @param properties of the framework that it needs; {@code {home}} and {@code {state}} in them stand for the URLs of the
 *     distribution's folder and of the one that keeps what a user's windows look like
 */
record Start(
        List<String> commands,
        List<String> formats,
        List<String> first,
        List<String> last,
        Map<String, String> properties) {

    static Start parse(JsonObject json) {
        Map<String, String> properties = new LinkedHashMap<>();
        if (json.containsKey("properties")) {
            JsonObject given = json.getJsonObject("properties");
            given.keySet().forEach(key -> properties.put(key, given.getString(key)));
        }
        return new Start(
                strings(json, "commands"),
                strings(json, "formats"),
                strings(json, "first"),
                strings(json, "last"),
                properties);
    }

    boolean happensFor(Optional<String> command) {
        return commands.contains("*") || command.filter(commands::contains).isPresent();
    }

    private static List<String> strings(JsonObject object, String key) {
        return object.containsKey(key) ? object.getJsonArray(key).getValuesAs(JsonString::getString) : List.of();
    }
}
