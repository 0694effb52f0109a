package org.opbrief.launcher;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.felix.feature.impl.FeatureServiceImpl;
import org.osgi.service.feature.Feature;
import org.osgi.service.feature.FeatureExtension;
import org.osgi.service.feature.ID;

/**
 * A feature of the distribution: an OSGi Feature (OSGi Compendium 8, chapter 159) whose bundles carry their
 * {@code sha256}, with an extension {@code opbrief-start} that says for which commands and output formats it starts.
 *
 * @param commands names of commands, or {@code *} for all
 * @param formats that it writes; empty if it is needed whatever the format
 */
record FeatureFile(String name, List<String> commands, List<String> formats, List<BundleFile> bundles) {

    private static final String START = "opbrief-start";

    /**
     * A bundle of the feature.
     *
     * @param path below the distribution's {@code bundles} folder, laid out like a Maven repository
     */
    record BundleFile(String id, String path, String sha256) {}

    static FeatureFile read(Path file) throws LaunchException {
        try (Reader in = Files.newBufferedReader(file)) {
            Feature feature = new FeatureServiceImpl().readFeature(in);
            FeatureExtension start = feature.getExtensions().get(START);
            if (start == null) {
                throw new LaunchException(
                        "The feature " + file + " does not say when it starts: install Opbrief again.");
            }
            try (JsonReader json = Json.createReader(new StringReader(start.getJSON()))) {
                JsonObject when = json.readObject();
                return new FeatureFile(
                        feature.getID().getArtifactId(),
                        strings(when, "commands"),
                        strings(when, "formats"),
                        feature.getBundles().stream()
                                .map(bundle -> new BundleFile(
                                        bundle.getID().toString(),
                                        path(bundle.getID()),
                                        String.valueOf(bundle.getMetadata().get("sha256"))))
                                .toList());
            }
        } catch (IOException | RuntimeException e) {
            throw new LaunchException("The feature " + file + " cannot be read: install Opbrief again.", e);
        }
    }

    boolean startsFor(CommandLine line) {
        boolean command = commands.contains("*")
                || line.command().filter(commands::contains).isPresent();
        List<String> wanted = line.formats();
        return command
                && (formats.isEmpty() || wanted.isEmpty() || wanted.stream().anyMatch(formats::contains));
    }

    private static String path(ID id) {
        return id.getGroupId().replace('.', '/') + "/" + id.getArtifactId() + "/" + id.getVersion() + "/"
                + id.getArtifactId() + "-" + id.getVersion() + ".jar";
    }

    private static List<String> strings(JsonObject object, String key) {
        return object.containsKey(key) ? object.getJsonArray(key).getValuesAs(JsonString::getString) : List.of();
    }
}
