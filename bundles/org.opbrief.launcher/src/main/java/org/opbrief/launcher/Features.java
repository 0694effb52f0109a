package org.opbrief.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.opbrief.launcher.FeatureFile.BundleFile;

/**
 * The features of a distribution.
 *
 * @param text their JSON, one after the other, which tells one distribution from another
 */
record Features(String text, List<FeatureFile> all) {

    /**
     * @param folder has the features' JSON files
     * @param memory remembers what was read
     */
    static Features read(Path folder, FeatureMemory memory) throws LaunchException {
        Map<Path, String> texts = texts(folder);
        String text = String.join("\n", texts.values());
        Optional<List<FeatureFile>> known = memory.recall(text);
        if (known.isPresent()) {
            return new Features(text, known.get());
        }
        List<FeatureFile> parsed = parsed(texts);
        memory.remember(text, parsed);
        return new Features(text, parsed);
    }

    /** What a command needs. */
    Selection needed(CommandLine line, Platform platform) {
        List<String> formats = formats(line);
        return new Selection(
                all.stream()
                        .filter(feature -> feature.start().happensFor(line.command()))
                        .filter(feature -> {
                            List<String> written = feature.start().formats();
                            return written.isEmpty()
                                    || formats.isEmpty()
                                    || written.stream().anyMatch(formats::contains);
                        })
                        .toList(),
                platform);
    }

    /** All bundles for that platform, each once. */
    List<BundleFile> bundles(Platform platform) {
        return new Selection(all, platform).bundles();
    }

    /** With a format that no feature knows, all start: the command says then which there are. */
    private List<String> formats(CommandLine line) {
        Set<String> known = all.stream()
                .flatMap(feature -> feature.start().formats().stream())
                .collect(Collectors.toSet());
        return known.containsAll(line.formats()) ? line.formats() : List.of();
    }

    private static List<FeatureFile> parsed(Map<Path, String> texts) throws LaunchException {
        List<FeatureFile> features = new ArrayList<>();
        for (Map.Entry<Path, String> file : texts.entrySet()) {
            try {
                features.add(FeatureFile.parse(file.getValue()));
            } catch (IOException e) {
                throw new LaunchException(
                        "The feature " + file.getKey() + " cannot be read: install Opbrief again.", e);
            }
        }
        return features;
    }

    private static Map<Path, String> texts(Path folder) throws LaunchException {
        Map<Path, String> texts = new LinkedHashMap<>();
        try (var files = Files.list(folder)) {
            List<Path> features = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            for (Path feature : features) {
                texts.put(feature, Files.readString(feature));
            }
        } catch (IOException | UncheckedIOException e) {
            throw new LaunchException("The features in " + folder + " cannot be read: install Opbrief again.", e);
        }
        if (texts.isEmpty()) {
            throw new LaunchException("The folder " + folder + " has no features: install Opbrief again.");
        }
        return texts;
    }
}
