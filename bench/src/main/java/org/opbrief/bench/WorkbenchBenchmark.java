package org.opbrief.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Compares the CPU time of whole processes until their window is there and idle: {@code opbrief workbench} with a
 * workspace that has the sample data, and a window of Eclipse with one part and nothing else ({@link BareDistribution}),
 * in turn. Needs a screen with a window manager and xdotool. Arguments: the folder of the distribution; rounds (5).
 */
public final class WorkbenchBenchmark {
    private final Path home;
    private final Path folder;
    private final Map<String, List<Double>> seconds = new LinkedHashMap<>();

    private WorkbenchBenchmark(Path home, Path folder) {
        this.home = home;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("opbrief-bench");
        try {
            int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
            new WorkbenchBenchmark(Path.of(arguments[0]).toRealPath(), folder).run(rounds);
        } finally {
            delete(folder);
        }
    }

    private void run(int rounds) throws Exception {
        Path bare = folder.resolve("bare");
        BareDistribution.make(home, bare);
        demo();
        // the first start unpacks libraries, verifies the bundles and leaves archives of classes behind
        measure("first start, workbench", "Opbrief", home);
        measure("first start, bare", "Bare", bare);
        for (int round = 0; round < rounds; round++) {
            measure("workbench", "Opbrief", home);
            measure("bare", "Bare", bare);
        }
        seconds.forEach(
                (name, times) -> System.out.printf("%-24s %.2f s CPU, median of %s%n", name, median(name), times));
        System.out.printf("workbench to bare: %.2f%n", median("workbench") / median("bare"));
        System.out.println("load: " + Files.readString(Path.of("/proc/loadavg")).strip());
    }

    private void demo() throws IOException, InterruptedException {
        ProcessBuilder demo = new ProcessBuilder(
                        home.resolve("bin/opbrief").toString(),
                        "--workspace",
                        workspace(),
                        "demo",
                        "--out",
                        folder.resolve("out").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        demo.environment().putAll(environment("Opbrief"));
        if (demo.start().waitFor() != 0) {
            throw new IllegalStateException(Files.readString(folder.resolve("output")));
        }
    }

    private void measure(String name, String title, Path distribution) throws Exception {
        List<String> command =
                List.of(distribution.resolve("bin/opbrief").toString(), "--workspace", workspace(), "workbench");
        StartedWindow window =
                StartedWindow.open(title, command, environment(title), folder.resolve(title + "-output"));
        double time = window.untilIdle();
        window.close();
        seconds.computeIfAbsent(name, absent -> new ArrayList<>()).add(time);
    }

    private String workspace() {
        return folder.resolve("workspace").toString();
    }

    private Map<String, String> environment(String title) {
        return Map.of(
                "JAVA_HOME", System.getProperty("java.home"),
                "HOME", folder.toString(),
                "XDG_CACHE_HOME", folder.resolve(title + "-cache").toString(),
                "XDG_STATE_HOME", folder.resolve(title + "-state").toString(),
                "NO_AT_BRIDGE", "1");
    }

    private double median(String name) {
        double[] sorted = seconds.get(name).stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }

    static void delete(Path root) throws IOException {
        try (Stream<Path> entries = Files.walk(root)) {
            for (Path entry : entries.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(entry);
            }
        }
    }
}
