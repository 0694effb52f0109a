package org.opbrief.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.duckdb.DuckDBDriver;
import org.opbrief.api.data.ImportRequest;
import org.opbrief.api.data.ImportResult;
import org.opbrief.api.data.Progress;
import org.opbrief.api.data.Store;
import org.opbrief.importer.csv.CsvImporter;
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
            + " 'units': 'BIGINT'})";

    private ImportBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        Path folder = Files.createTempDirectory("opbrief-bench");
        try {
            Path file = folder.resolve("seizures.csv");
            SeizureFile.write(file, rows);
            System.out.printf("%,d rows, %.1f MB%n", rows, Files.size(file) / 1e6);
            double[] engine = new double[rounds];
            double[] imports = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                engine[round] = engineAlone(file, folder.resolve("engine" + round));
                imports[round] = importOf(file, folder.resolve("workspace" + round), rows);
                System.out.printf(
                        "round %d: read_csv %.2f s, import %.2f s, heap %d MB%n",
                        round + 1,
                        engine[round],
                        imports[round],
                        (Runtime.getRuntime().totalMemory()
                                        - Runtime.getRuntime().freeMemory())
                                >> 20);
            }
            System.out.printf(
                    "median: read_csv %.2f s, import %.2f s, ratio %.2f%n",
                    median(engine), median(imports), median(imports) / median(engine));
        } finally {
            delete(folder);
        }
    }

    private static double engineAlone(Path file, Path folder) throws Exception {
        Files.createDirectories(folder);
        long start = System.nanoTime();
        try (Connection connection =
                        new DuckDBDriver().connect("jdbc:duckdb:" + folder.resolve("typed.duckdb"), new Properties());
                Statement statement = connection.createStatement()) {
            statement.execute(TYPED.formatted(file));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        delete(folder);
        return seconds;
    }

    private static double importOf(Path file, Path folder, int rows) throws Exception {
        long start = System.nanoTime();
        try (Store store = new WorkspaceStores(List.of(new CsvImporter())).open(folder)) {
            ImportResult result = store.importFile(
                    new ImportRequest(file, SeizureFile.dataSet(), LocalDate.of(2024, 1, 1), Set.of(), progress()));
            if (result.batch().rowsAccepted() != rows) {
                throw new IllegalStateException("Accepted " + result.batch().rowsAccepted() + ": " + result.problems());
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        delete(folder);
        return seconds;
    }

    private static Progress progress() {
        if (!Boolean.getBoolean("steps")) {
            return Progress.NONE;
        }
        long start = System.nanoTime();
        return (step, fraction) -> System.out.printf("  %.2f s %s%n", (System.nanoTime() - start) / 1e9, step);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> entries = Files.walk(root)) {
            for (Path entry : entries.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(entry);
            }
        }
    }
}
