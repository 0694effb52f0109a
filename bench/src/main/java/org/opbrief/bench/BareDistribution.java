package org.opbrief.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A distribution that opens a window of Eclipse with one part, and nothing else: the launcher, the framework and the
 * bundles of Eclipse are those of Opbrief.
 */
final class BareDistribution {
    private static final String OWN = "bare";
    private static final String WORKBENCH = "features/org.opbrief.feature.workbench.json";
    private static final String CORE = "features/org.opbrief.feature.core.json";
    /** Of the workbench alone. */
    private static final List<String> LEFT_OUT = List.of(
            "org.opbrief:org.opbrief.workbench:",
            "org.opbrief:org.opbrief.lib.poi:",
            "org.opbrief:org.opbrief.language.",
            "org.apache.pdfbox:",
            "commons-logging:");
    /** What Eclipse needs of the core. */
    private static final List<String> NEEDED = List.of(
            "org.apache.felix:org.apache.felix.scr:",
            "org.osgi:org.osgi.service.component:",
            "org.osgi:org.osgi.util.function:",
            "org.osgi:org.osgi.util.promise:");

    private BareDistribution() {}

    /** @param home of Opbrief's distribution @param folder where the new one goes */
    static void make(Path home, Path folder) throws IOException, NoSuchAlgorithmException {
        for (String part : List.of("bin", "lib", "bundles")) {
            BenchBundle.copy(home.resolve(part), folder.resolve(part));
        }
        String own = BenchBundle.add(
                folder, OWN, List.of("BareWindow", "BarePart"), List.of("plugin.xml", "Application.e4xmi"));
        Files.createDirectories(folder.resolve("features"));
        Files.writeString(folder.resolve("features/" + BenchBundle.name(OWN) + ".json"), feature(home, own));
    }

    private static String feature(Path home, String own) throws IOException {
        String workbench = Files.readString(home.resolve(WORKBENCH));
        Stream<String> core = Files.readString(home.resolve(CORE)).lines().filter(line -> names(line, NEEDED));
        Stream<String> eclipse = workbench.lines().filter(line -> names(line, List.of("")) && !names(line, LEFT_OUT));
        List<String> bundles = Stream.of(Stream.of(own), core, eclipse)
                .flatMap(lines -> lines)
                .map(line -> line.replaceAll(",$", ""))
                .toList();
        int begin = workbench.indexOf("\"bundles\": [") + "\"bundles\": [".length();
        int end = workbench.indexOf("\n  ]", begin);
        return (workbench.substring(0, begin) + "\n" + String.join(",\n", bundles) + workbench.substring(end))
                .replace("org.opbrief.workbench.product", BenchBundle.name(OWN) + ".product");
    }

    private static boolean names(String line, List<String> starts) {
        return starts.stream().anyMatch(start -> line.strip().startsWith("{ \"id\": \"" + start));
    }
}
