package org.opbrief.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Measures inside of the workbench, on the screen that {@code DISPLAY} names: {@code keys}, how soon a key press is
 * answered while rows are imported; {@code runs}, the heap after briefings; {@code jumps}, the heap after jumps in a
 * table. Arguments: the folder of the distribution; one of these; rows to import (1000000, and 10000000 for jumps).
 */
public final class WindowBenchmark {
    private static final String FEATURE = """
            {
              "feature-resource-version": "1.0",
              "id": "org.opbrief:%s:0.1.0",
              "bundles": [%s],
              "extensions": {
                "opbrief-start": { "kind": "mandatory", "type": "json", "json": { "commands": ["workbench"] } }
              }
            }
            """;
    private static final String OWN = "inside";
    private static final int PATIENCE_MINUTES = 30;

    private final Path folder;
    private final Path distribution;
    private final String what;

    private WindowBenchmark(Path folder, String what) {
        this.folder = folder;
        this.distribution = folder.resolve("distribution");
        this.what = what;
    }

    public static void main(String[] arguments) throws Exception {
        String what = arguments[1];
        int rows =
                arguments.length > 2 ? Integer.parseInt(arguments[2]) : what.equals("jumps") ? 10_000_000 : 1_000_000;
        Path folder = Files.createTempDirectory("opbrief-bench");
        try {
            new WindowBenchmark(folder, what).run(Path.of(arguments[0]).toRealPath(), rows);
        } finally {
            WorkbenchBenchmark.delete(folder);
        }
    }

    private void run(Path home, int rows) throws Exception {
        BenchBundle.copy(home, distribution);
        String bundle = BenchBundle.add(
                distribution,
                OWN,
                List.of("Inside", "OpenWindow", "KeyPresses", "KeyPresses$Answer", "Runs", "Jumps"),
                List.of());
        Files.writeString(
                distribution.resolve("features/" + BenchBundle.name(OWN) + ".json"),
                FEATURE.formatted(BenchBundle.name(OWN), bundle));
        Path file = folder.resolve("seizures.csv");
        if (!what.equals("runs")) {
            SeizureFile.write(file, rows);
        }
        opbrief("demo", "--out", folder.resolve("out").toString());
        if (what.equals("jumps")) {
            opbrief("import", file.toString(), "--as", "seizure");
        }
        opbrief("workbench");
        System.out.print(Files.readString(folder.resolve("result")));
        System.out.println("load: " + Files.readString(Path.of("/proc/loadavg")).strip());
    }

    private void opbrief(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                distribution.resolve("bin/opbrief").toString(),
                "--workspace",
                folder.resolve("workspace").toString()));
        command.addAll(List.of(arguments));
        Path output = folder.resolve("output");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME", System.getProperty("java.home"),
                        "HOME", folder.toString(),
                        "XDG_CACHE_HOME", folder.resolve("cache").toString(),
                        "XDG_STATE_HOME", folder.resolve("state").toString(),
                        "NO_AT_BRIDGE", "1",
                        "OPBRIEF_BENCH", what,
                        "OPBRIEF_BENCH_FILE", folder.resolve("seizures.csv").toString(),
                        "OPBRIEF_BENCH_RESULT", folder.resolve("result").toString()));
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Path result = folder.resolve("result");
            throw new IllegalStateException(command + " failed: " + Files.readString(output)
                    + (Files.exists(result) ? Files.readString(result) : ""));
        }
    }
}
