package org.opbrief.packs.house;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.opbrief.api.report.House;
import org.opbrief.api.report.Marking;
import org.opbrief.packs.yaml.DefinitionException;
import org.opbrief.packs.yaml.Settings;
import org.opbrief.packs.yaml.Value;
import org.opbrief.packs.yaml.YamlFile;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * What the file of an agency says.
 *
 * @param house without the seal
 * @param seal SHA-256 of the seal's file
 */
record HouseDefinition(House house, Optional<String> seal) {
    private static final String SHA256 = "[0-9a-f]{64}";

    /** @param file its path, for messages */
    static HouseDefinition read(String file, byte[] bytes) throws DefinitionException {
        Settings settings = YamlFile.read(file, bytes).settings();
        String name = "";
        Optional<Value> given = settings.find("name");
        if (given.isPresent()) {
            name = line(given.get());
        }
        Optional<Value> seal = settings.find("seal");
        if (seal.isPresent() && !seal.get().text().matches(SHA256)) {
            throw seal.get()
                    .error("the SHA-256 of the seal's file is expected here, not '"
                            + seal.get().text() + "'");
        }
        Map<String, Marking> markings = new LinkedHashMap<>();
        for (Map.Entry<String, Value> entry : settings.entries("markings").entrySet()) {
            markings.put(entry.getKey(), marking(entry.getValue().settings()));
        }
        Optional<Value> font = settings.find("font");
        Optional<String> family = font.isPresent() ? Optional.of(font.get().word(House.FONTS)) : Optional.empty();
        settings.end();
        return new HouseDefinition(
                new House(name, Optional.empty(), markings, family),
                seal.isPresent() ? Optional.of(seal.get().text()) : Optional.empty());
    }

    private static Marking marking(Settings settings) throws DefinitionException {
        String text = line(settings.need("text"));
        Value color = settings.need("color");
        if (!color.text().matches(Marking.COLOR)) {
            throw color.error("a color is written \"#rrggbb\", not '" + color.text() + "'");
        }
        settings.end();
        return new Marking(text, color.text());
    }

    private static String line(Value value) throws DefinitionException {
        String text = value.textOrEmpty();
        if (!House.isLine(text)) {
            throw value.error("one line of at most " + House.LONGEST + " characters is expected here");
        }
        return text;
    }

    static byte[] write(House house) {
        Map<String, Object> settings = new LinkedHashMap<>();
        if (!house.name().isEmpty()) {
            settings.put("name", house.name());
        }
        house.seal().ifPresent(seal -> settings.put("seal", seal.sha256()));
        Map<String, Object> markings = new LinkedHashMap<>();
        house.markings().forEach((edition, marking) -> {
            Map<String, String> entry = new LinkedHashMap<>();
            entry.put("text", marking.text());
            entry.put("color", marking.color());
            markings.put(edition, entry);
        });
        if (!markings.isEmpty()) {
            settings.put("markings", markings);
        }
        house.font().ifPresent(font -> settings.put("font", font));
        DumpSettings style = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setWidth(4 * House.LONGEST)
                .build();
        return new Dump(style).dumpToString(settings).getBytes(StandardCharsets.UTF_8);
    }
}
