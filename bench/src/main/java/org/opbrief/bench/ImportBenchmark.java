package org.opbrief.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.duckdb.DuckDBDriver;
import org.opbrief.api.data.ImportRequest;
import org.opbrief.api.data.ImportResult;
import org.opbrief.api.data.Progress;
import org.opbrief.api.data.Store;
import org.opbrief.importer.csv.CsvImporter;
import org.opbrief.mapping.WorkspaceMappings;
import org.opbrief.store.WorkspaceStores;

/**
 * Compares an import, with its copy, SHA-256, line numbers and validation, with what DuckDB needs alone to read the
 * same file into a typed table that nobody checked. Arguments: rows (1000000), rounds (5).
 */
public final class ImportBenchmark {
    private static final String TYPED = "CREATE TABLE seizure AS SELECT * FROM read_csv('%s', header = true,"
            + " auto_detect = false, delim = ',', quote = '\"', columns = {'seizure_id': 'VARCHAR',"
            + " 'investigation_id': 'VARCHAR', 'operation': 'VARCHAR', 'division': 'VARCHAR', 'state': 'VARCHAR',"
            + " 'seized': 'DATE', 'drug': 'VARCHAR', 'form': 'VARCHAR', 'mass_kg': 'DECIMAL(18,3)',"
            + " 'units': 'BIGINT', 'purity': 'DECIMAL(18,3)', 'lots': 'BIGINT'})";

    private ImportBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        Path folder = Files.createTempDirectory("opbrief-bench");
        try {
            Path file = folder.resolve("seizures.csv");
            SeizureFile.write(file, rows);
            System.out.printf("%,d rows, %.1f MB%n", rows, Files.size(file) / 1e6);
            Time[] engine = new Time[rounds];
            Time[] imports = new Time[rounds];
            for (int round = 0; round < rounds; round++) {
                Path scratch = folder.resolve("round" + round);
                engine[round] = Time.of(() -> engineAlone(file, scratch.resolve("engine")));
                imports[round] = Time.of(() -> importOf(file, scratch.resolve("workspace"), rows));
                System.out.println("read_csv " + engine[round] + ", import " + imports[round]);
                delete(scratch);
            }
            print("wall", engine, imports, Time::wall);
            print("CPU", engine, imports, Time::cpu);
        } finally {
            delete(folder);
        }
    }

    private static void engineAlone(Path file, Path folder) throws Exception {
        Files.createDirectories(folder);
        try (Connection connection =
                        new DuckDBDriver().connect("jdbc:duckdb:" + folder.resolve("typed.duckdb"), new Properties());
                Statement statement = connection.createStatement()) {
            statement.execute(TYPED.formatted(file));
        }
    }

    private static void importOf(Path file, Path folder, int rows) throws Exception {
        try (Store store = new WorkspaceStores(new WorkspaceMappings(), List.of(new CsvImporter())).open(folder)) {
            ImportResult result = store.importFile(
                    new ImportRequest(file, SeizureFile.dataSet(), LocalDate.of(2024, 1, 1), Set.of(), progress()));
            if (result.batch().rowsAccepted() != rows) {
                throw new IllegalStateException("Accepted " + result.batch().rowsAccepted() + ": " + result.problems());
            }
        }
    }

    private static Progress progress() {
        if (!Boolean.getBoolean("steps")) {
            return Progress.NONE;
        }
        long start = System.nanoTime();
        return (step, fraction) -> System.out.printf("  %.2f s %s%n", (System.nanoTime() - start) / 1e9, step);
    }

    private static void print(String kind, Time[] engine, Time[] imports, ToDoubleFunction<Time> part) {
        double alone = median(engine, part);
        double imported = median(imports, part);
        System.out.printf(
                "median %s time: read_csv %.2f s, import %.2f s, ratio %.2f%n",
                kind, alone, imported, imported / alone);
    }

    private static double median(Time[] times, ToDoubleFunction<Time> part) {
        double[] sorted = Arrays.stream(times).mapToDouble(part).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** Seconds that a task took, and that all threads of this process worked in them. */
    private record Time(double wall, double cpu) {

        static Time of(Task task) throws Exception {
            long wall = System.nanoTime();
            long cpu = cpuTime();
            task.run();
            return new Time((System.nanoTime() - wall) / 1e9, (cpuTime() - cpu) / 1e9);
        }

        private static long cpuTime() {
            return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
        }

        @Override
        public String toString() {
            return "%.2f s (CPU %.2f s)".formatted(wall, cpu);
        }
    }

    /** Something to measure. */
    @FunctionalInterface
    private interface Task {
        void run() throws Exception;
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> entries = Files.walk(root)) {
            for (Path entry : entries.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(entry);
            }
        }
    }
}
