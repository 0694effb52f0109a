package org.opbrief.dist;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.opbrief.itest.workbench.Probe;

/** The distribution as a user has it, with one more bundle that tells what the window shows. */
final class ProbedDistribution {
    private static final String PROBE = "org.opbrief.itest.workbench";
    private static final String FEATURE = """
            {
              "feature-resource-version": "1.0",
              "id": "org.opbrief:org.opbrief.feature.probe:0.1.0",
              "bundles": [{ "id": "org.opbrief:%s:%s", "sha256": "%s" }],
              "extensions": {
                "opbrief-start": { "kind": "mandatory", "type": "json", "json": { "commands": ["workbench"] } }
              }
            }
            """;

    private static Path copy;

    private ProbedDistribution() {}

    /** The folder of the copy, made once a test run; its bundles are links to those of the original. */
    static synchronized Path get() throws IOException, InterruptedException, URISyntaxException {
        if (copy == null) {
            Path original = Distribution.get().folder();
            Path folder = Path.of("target", "probed installation").toAbsolutePath();
            try (Stream<Path> files = Files.walk(original)) {
                for (Path file : files.toList()) {
                    Path place = folder.resolve(original.relativize(file));
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(place);
                    } else {
                        Files.deleteIfExists(place);
                        Files.createLink(place, file);
                    }
                }
            }
            addProbe(folder);
            copy = folder;
        }
        return copy;
    }

    private static void addProbe(Path folder) throws IOException, URISyntaxException {
        Path jar = Path.of(
                Probe.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        String version = System.getProperty("opbrief.version");
        Path place =
                folder.resolve("bundles/org/opbrief/" + PROBE + "/" + version + "/" + PROBE + "-" + version + ".jar");
        Files.createDirectories(place.getParent());
        Files.deleteIfExists(place);
        Files.copy(jar, place);
        Files.writeString(
                folder.resolve("features/org.opbrief.feature.probe.json"),
                FEATURE.formatted(PROBE, version, Snapshot.sha256(jar)));
    }
}
