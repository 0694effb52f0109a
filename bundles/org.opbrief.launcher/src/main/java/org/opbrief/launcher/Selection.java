package org.opbrief.launcher;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.opbrief.launcher.FeatureFile.BundleFile;

/**
 * The features that one command starts, as one.
 *
 * @param features in the order of their names
 * @param platform only what fits it is started
 */
record Selection(List<FeatureFile> features, Platform platform) {

    /** Each bundle once, those first that others need from the beginning. */
    List<BundleFile> bundles() {
        return Stream.of(first(), middle(), last()).flatMap(List::stream).toList();
    }

    List<BundleFile> first() {
        return named(features.stream().flatMap(feature -> feature.start().first().stream()));
    }

    /** All that are not first. */
    List<BundleFile> then() {
        return Stream.of(middle(), last()).flatMap(List::stream).toList();
    }

    Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        features.forEach(feature -> properties.putAll(feature.start().properties()));
        return properties;
    }

    /**
     * A feature that changes the framework, of which there is one at most. What it starts is kept apart, so that others do
     * not find its bundles, which costs them time.
     */
    Optional<String> apart() {
        return features.stream()
                .filter(feature -> !feature.start().properties().isEmpty())
                .map(FeatureFile::name)
                .findFirst();
    }

    private List<BundleFile> middle() {
        List<BundleFile> middle = new ArrayList<>(all().values());
        middle.removeAll(first());
        middle.removeAll(last());
        return middle;
    }

    private List<BundleFile> last() {
        return named(features.stream().flatMap(feature -> feature.start().last().stream()));
    }

    private List<BundleFile> named(Stream<String> artifacts) {
        List<String> names = artifacts.toList();
        return names.isEmpty()
                ? List.of()
                : names.stream()
                        .flatMap(name -> all().values().stream()
                                .filter(bundle -> bundle.artifact().equals(name)))
                        .toList();
    }

    private Map<String, BundleFile> all() {
        Map<String, BundleFile> bundles = new LinkedHashMap<>();
        for (FeatureFile feature : features) {
            feature.bundles().stream()
                    .filter(bundle -> platform.fits(bundle.filter()))
                    .forEach(bundle -> bundles.putIfAbsent(bundle.id(), bundle));
        }
        return bundles;
    }
}
