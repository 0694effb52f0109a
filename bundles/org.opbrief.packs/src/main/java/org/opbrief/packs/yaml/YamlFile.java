package org.opbrief.packs.yaml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** Reads a definition file as YAML 1.2: one document, no tags, no anchors, at most 1 MiB. */
public final class YamlFile {

    private static final int LIMIT = 1 << 20;
    private static final int DEEPEST = 30;

    private YamlFile() {}

    /** @param file path of the file in its pack, for messages */
    public static Value read(String file, byte[] bytes) throws DefinitionException {
        if (bytes.length > LIMIT) {
            throw new DefinitionException(file, "the file is larger than 1 MiB, which no definition needs");
        }
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setAllowDuplicateKeys(true)
                // what a text means is for its reader to say; resolving it costs a regular expression each
                .setSchema(new FailsafeSchema())
                .setMaxAliasesForCollections(0)
                .setCodePointLimit(LIMIT)
                .build();
        try {
            Node node = new Compose(settings)
                    .composeString(decode(file, bytes))
                    .orElseThrow(() -> new DefinitionException(file, "the file is empty"));
            return new Value(file, node, DEEPEST);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new DefinitionException(file, line, "is not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            String message = String.valueOf(e.getMessage());
            throw new DefinitionException(
                    file, message.contains("aliases") ? Value.NO_ALIASES : "is not YAML: " + message);
        } catch (StackOverflowError e) {
            // the parser goes down with the text, whose depth only it knows
            throw new DefinitionException(file, "is nested too deep");
        }
    }

    /** The text of a file in UTF-8, with or without byte order mark. */
    public static String decode(String file, byte[] bytes) throws DefinitionException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new DefinitionException(file, "is not text in UTF-8; save it in that encoding");
        }
    }
}
