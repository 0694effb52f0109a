package org.opbrief.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.opbrief.api.data.ImportRequest;
import org.opbrief.api.data.ImportResult;
import org.opbrief.api.data.Progress;
import org.opbrief.api.data.Store;
import org.opbrief.importer.csv.CsvImporter;
import org.opbrief.mapping.WorkspaceMappings;
import org.opbrief.store.WorkspaceStores;

/**
 * Compares the wall time of an import of a CSV file with that of a script of pandas that reads the same file and makes the
 * same checks, in turn. Needs python3 with pandas. Arguments: rows (10000000), rounds (3).
 */
public final class PandasBenchmark {

    private PandasBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        Path folder = Files.createTempDirectory("opbrief-bench");
        try {
            Path file = folder.resolve("seizures.csv");
            SeizureFile.write(file, rows);
            System.out.printf("%,d rows, %.1f MB%n", rows, Files.size(file) / 1e6);
            Path script = folder.resolve("check.py");
            try (InputStream source = PandasBenchmark.class.getResourceAsStream("check.py")) {
                Files.copy(source, script);
            }
            double[] imports = new double[rounds];
            double[] checks = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                Path workspace = folder.resolve("workspace");
                imports[round] = seconds(() -> importInto(workspace, file, rows));
                delete(workspace);
                checks[round] = seconds(() -> check(script, file, rows));
                System.out.printf("import %.1f s, pandas %.1f s%n", imports[round], checks[round]);
            }
            System.out.printf(
                    "median: import %.1f s, pandas %.1f s, pandas to import %.2f%n",
                    median(imports), median(checks), median(checks) / median(imports));
            System.out.println("load: " + Files.readString(Path.of("/proc/loadavg")).strip());
        } finally {
            delete(folder);
        }
    }

    private static void importInto(Path workspace, Path file, int rows) throws Exception {
        try (Store store = new WorkspaceStores(new WorkspaceMappings(), List.of(new CsvImporter())).open(workspace)) {
            ImportResult result = store.importFile(
                    new ImportRequest(file, SeizureFile.dataSet(), LocalDate.of(2024, 1, 1), Set.of(), Progress.NONE));
            expect(rows, result.batch().rowsAccepted());
        }
    }

    private static void check(Path script, Path file, int rows) throws Exception {
        Process python = new ProcessBuilder(
                        "python3",
                        script.toString(),
                        file.toString(),
                        String.join(",", SeizureFile.DIVISIONS),
                        String.join(",", SeizureFile.STATES),
                        String.join(",", SeizureFile.DRUGS),
                        String.join(",", SeizureFile.FORMS))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String sound = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (python.waitFor() != 0) {
            throw new IllegalStateException("python3 with pandas is needed (Debian: python3-pandas).");
        }
        expect(rows, Long.parseLong(sound));
    }

    private static void expect(long rows, long accepted) {
        if (accepted != rows) {
            throw new IllegalStateException("Accepted " + accepted + " of " + rows);
        }
    }

    private static double seconds(Task task) throws Exception {
        long start = System.nanoTime();
        task.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Something to measure. */
    @FunctionalInterface
    private interface Task {
        void run() throws Exception;
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> entries = Files.walk(root)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }
}
