package org.opbrief.launcher;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.opbrief.launcher.FeatureFile.BundleFile;

/** The features that one command starts, as one. */
final class Selection {

    private final List<FeatureFile> features;
    private final List<BundleFile> first;
    private final List<BundleFile> then;

    /**
     * @param features in the order of their names
     * @param platform only what fits it is started
     */
    Selection(List<FeatureFile> features, Platform platform) {
        this.features = features;
        Collection<BundleFile> all = fitting(features, platform);
        first = named(all, Start::first);
        List<BundleFile> last = named(all, Start::last);
        then = new ArrayList<>(all);
        then.removeAll(first);
        then.removeAll(last);
        then.addAll(last);
    }

    /** Each bundle once, those first that others need from the beginning. */
    List<BundleFile> bundles() {
        return Stream.of(first, then).flatMap(List::stream).toList();
    }

    List<BundleFile> first() {
        return first;
    }

    /** All that are not first. */
    List<BundleFile> then() {
        return then;
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

    /** Those that features name, in the order of the names. */
    private List<BundleFile> named(Collection<BundleFile> all, Function<Start, List<String>> names) {
        return features.stream()
                .flatMap(feature -> names.apply(feature.start()).stream())
                .flatMap(name -> all.stream().filter(bundle -> bundle.artifact().equals(name)))
                .toList();
    }

    private static Collection<BundleFile> fitting(List<FeatureFile> features, Platform platform) {
        Map<String, BundleFile> bundles = new LinkedHashMap<>();
        for (FeatureFile feature : features) {
            feature.bundles().stream()
                    .filter(bundle -> platform.fits(bundle.filter()))
                    .forEach(bundle -> bundles.putIfAbsent(bundle.id(), bundle));
        }
        return bundles.values();
    }
}
