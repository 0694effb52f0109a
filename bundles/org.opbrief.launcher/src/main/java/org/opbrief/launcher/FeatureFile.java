package org.opbrief.launcher;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.apache.felix.feature.impl.FeatureServiceImpl;
import org.osgi.service.feature.Feature;
import org.osgi.service.feature.FeatureBundle;
import org.osgi.service.feature.FeatureExtension;
import org.osgi.service.feature.ID;

/**
 * A feature of the distribution: an OSGi Feature (OSGi Compendium 8, chapter 159) whose bundles carry their
 * {@code sha256}, with an extension {@code opbrief-start} that says when and how it starts.
 */
record FeatureFile(String name, Start start, List<BundleFile> bundles) {

    private static final String START = "opbrief-start";
    private static final String SHA_256 = "sha256";
    private static final String FILTER = "filter";

    /**
     * A bundle of the feature.
     *
     * @param id its Maven coordinates
     * @param path below the distribution's {@code bundles} folder, laid out like a Maven repository
     * @param filter of the platforms that it is for; empty if it is for all
     */
    record BundleFile(String id, String path, String sha256, String filter) {

        String artifact() {
            return id.split(":")[1];
        }
    }

    /**
     * @param json the feature
     * @throws IOException if it is none, or one that does not say what is needed here
     */
    static FeatureFile parse(String json) throws IOException {
        try {
            Feature feature = new FeatureServiceImpl().readFeature(new StringReader(json));
            FeatureExtension start = feature.getExtensions().get(START);
            if (start == null) {
                throw new IOException("It does not say when it starts (" + START + ").");
            }
            List<BundleFile> bundles =
                    feature.getBundles().stream().map(FeatureFile::bundle).toList();
            try (JsonReader reader = Json.createReader(new StringReader(start.getJSON()))) {
                return new FeatureFile(feature.getID().getArtifactId(), Start.parse(reader.readObject()), bundles);
            }
        } catch (RuntimeException e) {
            throw new IOException(e);
        }
    }

    private static BundleFile bundle(FeatureBundle bundle) {
        ID id = bundle.getID();
        Object sha256 = bundle.getMetadata().get(SHA_256);
        if (sha256 == null) {
            throw new IllegalArgumentException(id + " has no " + SHA_256);
        }
        String path = id.getGroupId().replace('.', '/') + "/" + id.getArtifactId() + "/" + id.getVersion() + "/"
                + id.getArtifactId() + "-" + id.getVersion() + ".jar";
        Object filter = bundle.getMetadata().getOrDefault(FILTER, "");
        return new BundleFile(id.toString(), path, sha256.toString(), filter.toString());
    }
}
