package org.opbrief.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.opbrief.launcher.FeatureFile.BundleFile;

/**
 * Remembers what was read from the features' JSON, since reading it takes longer than all else before the framework
 * starts. It holds as long as the JSON is the same, to the letter.
 *
 * @param file need not exist
 */
record FeatureMemory(Path file) {

    private static final String END_OF_JSON = "\n\0\n";
    private static final String FEATURE = "feature";
    private static final String PROPERTY = "property";

    Optional<List<FeatureFile>> recall(String json) {
        try {
            String known = Files.exists(file) ? Files.readString(file) : "";
            if (!known.startsWith(json + END_OF_JSON)) {
                return Optional.empty();
            }
            List<FeatureFile> features = new ArrayList<>();
            known.substring(json.length() + END_OF_JSON.length())
                    .lines()
                    .map(line -> line.split("\t", -1))
                    .forEach(fields -> add(features, fields));
            return Optional.of(features);
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // then the JSON is read
        }
    }

    void remember(String json, List<FeatureFile> features) {
        StringBuilder text = new StringBuilder(json).append(END_OF_JSON);
        for (FeatureFile feature : features) {
            Start start = feature.start();
            line(
                    text,
                    FEATURE,
                    feature.name(),
                    String.join(",", start.commands()),
                    String.join(",", start.formats()),
                    String.join(",", start.first()),
                    String.join(",", start.last()));
            start.properties().forEach((key, value) -> line(text, PROPERTY, key, value));
            feature.bundles()
                    .forEach(bundle -> line(text, bundle.id(), bundle.path(), bundle.sha256(), bundle.filter()));
        }
        Replacement.write(file, text.toString());
    }

    private static void line(StringBuilder text, String... fields) {
        text.append(String.join("\t", fields)).append('\n');
    }

    private static void add(List<FeatureFile> features, String... fields) {
        if (fields[0].equals(FEATURE)) {
            Start start = new Start(
                    names(fields[2]), names(fields[3]), names(fields[4]), names(fields[5]), new LinkedHashMap<>());
            features.add(new FeatureFile(fields[1], start, new ArrayList<>()));
            return;
        }
        FeatureFile feature = features.get(features.size() - 1);
        if (fields[0].equals(PROPERTY)) {
            feature.start().properties().put(fields[1], fields[2]);
        } else {
            feature.bundles().add(new BundleFile(fields[0], fields[1], fields[2], fields[3]));
        }
    }

    private static List<String> names(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(","));
    }
}
