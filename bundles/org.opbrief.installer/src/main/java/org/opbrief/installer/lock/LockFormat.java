package org.opbrief.installer.lock;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.opbrief.api.pack.PackException;
import org.osgi.framework.Version;

/**
 * {@code packs.lock}: JSON, one pack a line, the same packs the same bytes.
 *
 * <ul>
 *   <li>{@code packs}: those that the workspace has;
 *   <li>{@code earlier}: lists of those that it had, newest first, to which one goes back;
 *   <li>{@code left}: those that were left by going back; absent if there are none.
 * </ul>
 *
 * The files of all of them are in the folder, until those that the workspace does not have are pruned.
 */
final class LockFormat {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,199}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Set<String> KEYS = Set.of("name", "version", "sha256", "signer", "source");

    private final String where;

    /** @param where the file, for sentences */
    LockFormat(String where) {
        this.where = where;
    }

    byte[] write(PacksLock lock) {
        StringBuilder text = new StringBuilder("{\n\"packs\": ");
        packs(text, lock.packs());
        text.append(",\n\"earlier\": [");
        Iterator<List<LockedPack>> states = lock.earlier().iterator();
        while (states.hasNext()) {
            text.append('\n');
            packs(text, states.next());
            text.append(states.hasNext() ? "," : "\n");
        }
        text.append(']');
        if (!lock.left().isEmpty()) {
            text.append(",\n\"left\": ");
            packs(text, lock.left());
        }
        return text.append("\n}\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void packs(StringBuilder text, List<LockedPack> packs) {
        text.append('[');
        Iterator<LockedPack> each = packs.iterator();
        while (each.hasNext()) {
            text.append('\n').append(line(each.next())).append(each.hasNext() ? "," : "\n");
        }
        text.append(']');
    }

    private static String line(LockedPack pack) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("name", pack.name());
            json.writeStringField("version", pack.version());
            json.writeStringField("sha256", pack.sha256());
            json.writeStringField("signer", pack.signer());
            json.writeStringField("source", pack.source());
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    PacksLock read(byte[] content) throws PackException {
        List<LockedPack> packs = List.of();
        List<List<LockedPack>> earlier = new ArrayList<>();
        List<LockedPack> left = List.of();
        try (JsonParser json = JSON.createParser(content)) {
            expect(json, json.nextToken(), JsonToken.START_OBJECT, "an object with \"packs\"");
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String key = json.currentName();
                json.nextToken();
                switch (key) {
                    case "packs" -> packs = state(json);
                    case "earlier" -> {
                        expect(json, json.currentToken(), JsonToken.START_ARRAY, "a list");
                        while (json.nextToken() != JsonToken.END_ARRAY) {
                            earlier.add(state(json));
                        }
                    }
                    case "left" -> left = packs(json);
                    default -> throw wrong(json, "the key \"" + key + "\" is not known");
                }
            }
            return new PacksLock(packs, earlier, left);
        } catch (JsonParseException e) {
            throw new PackException(
                    where + ", line " + e.getLocation().getLineNr() + ": this is no JSON (" + e.getOriginalMessage()
                            + ").",
                    e);
        } catch (IOException e) {
            throw new PackException(where + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** Packs that are used together. */
    private List<LockedPack> state(JsonParser json) throws IOException, PackException {
        List<LockedPack> packs = packs(json);
        Set<String> names = new HashSet<>();
        for (LockedPack pack : packs) {
            if (!names.add(pack.name())) {
                throw wrong(json, "the pack " + pack.name() + " is named twice");
            }
        }
        return packs;
    }

    private List<LockedPack> packs(JsonParser json) throws IOException, PackException {
        expect(json, json.currentToken(), JsonToken.START_ARRAY, "a list of packs");
        List<LockedPack> packs = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            packs.add(pack(json));
        }
        return packs;
    }

    private LockedPack pack(JsonParser json) throws IOException, PackException {
        expect(json, json.currentToken(), JsonToken.START_OBJECT, "a pack");
        Map<String, String> values = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            if (!KEYS.contains(key)) {
                throw wrong(json, "the key \"" + key + "\" is not known");
            }
            expect(json, json.nextToken(), JsonToken.VALUE_STRING, "a text for \"" + key + "\"");
            values.put(key, json.getText());
        }
        if (!NAME.matcher(values.getOrDefault("name", "")).matches()) {
            throw wrong(json, "a pack has no name that could be one");
        }
        if (!SHA256.matcher(values.getOrDefault("sha256", "")).matches()) {
            throw wrong(json, "the pack " + values.get("name") + " has no SHA-256 of 64 hexadecimal digits");
        }
        return new LockedPack(
                values.get("name"),
                version(json, values),
                values.get("sha256"),
                values.getOrDefault("signer", ""),
                values.getOrDefault("source", ""));
    }

    private String version(JsonParser json, Map<String, String> values) throws PackException {
        try {
            return new Version(values.getOrDefault("version", "")).toString();
        } catch (IllegalArgumentException e) {
            throw wrong(json, "the pack " + values.get("name") + " has no version like 1.2.0");
        }
    }

    private void expect(JsonParser json, JsonToken token, JsonToken wanted, String words) throws PackException {
        if (token != wanted) {
            throw wrong(json, words + " is expected here");
        }
    }

    private PackException wrong(JsonParser json, String words) {
        return new PackException(where + ", line " + json.currentLocation().getLineNr() + ": " + words + ".");
    }
}
