package org.opbrief.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
            line(
                    text,
                    FEATURE,
                    feature.name(),
                    String.join(",", feature.commands()),
                    String.join(",", feature.formats()));
            feature.bundles().forEach(bundle -> line(text, bundle.id(), bundle.path(), bundle.sha256()));
        }
        Replacement.write(file, text.toString());
    }

    private static void line(StringBuilder text, String... fields) {
        text.append(String.join("\t", fields)).append('\n');
    }

    private static void add(List<FeatureFile> features, String... fields) {
        if (fields[0].equals(FEATURE)) {
            features.add(new FeatureFile(fields[1], names(fields[2]), names(fields[3]), new ArrayList<>()));
        } else {
            features.get(features.size() - 1).bundles().add(new BundleFile(fields[0], fields[1], fields[2]));
        }
    }

    private static List<String> names(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(","));
    }
}
