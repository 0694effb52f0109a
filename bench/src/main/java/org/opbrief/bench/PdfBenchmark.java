package org.opbrief.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * Compares the CPU time that two exporters need for the same table of 400 pages: Opbrief's, tagged and valid, and
 * JasperReports' own, untagged. Both run in this JVM in turn, each with its own version of JasperReports.
 */
public final class PdfBenchmark {
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private PdfBenchmark() {}

    /** @param args folder with the jars of JasperReports 7.0.6; rows, 18,750 if absent; rounds, 16 if absent */
    public static void main(String[] args) throws Exception {
        Path stockJars = Path.of(args[0]);
        int rows = args.length > 1 ? Integer.parseInt(args[1]) : 18_750;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 16;
        try (URLClassLoader ownLoader = new URLClassLoader(classPath(List.of(), false), platform());
                URLClassLoader stockLoader = new URLClassLoader(classPath(jars(stockJars), true), platform())) {
            Contestant own = new Contestant("Opbrief, tagged", ownLoader, "org.opbrief.bench.OwnTable", rows);
            Contestant stock =
                    new Contestant("JasperReports, untagged", stockLoader, "org.opbrief.bench.StockTable", rows);
            for (int round = 0; round < rounds; round++) {
                stock.run();
                own.run();
            }
            stock.report();
            own.report();
            System.out.printf("CPU time: 1 to %.1f%n", stock.median() / own.median());
            String keep = System.getProperty("keep");
            if (keep != null) {
                Files.write(Path.of(keep), own.result);
            }
        }
    }

    private static final class Contestant {
        private final String name;
        private final ClassLoader loader;
        private final Callable<byte[]> export;
        private final List<Double> seconds = new ArrayList<>();
        private byte[] result = {};

        @SuppressWarnings("unchecked")
        private Contestant(String name, ClassLoader loader, String type, int rows) throws Exception {
            this.name = name;
            this.loader = loader;
            Thread.currentThread().setContextClassLoader(loader);
            export = (Callable<byte[]>)
                    loader.loadClass(type).getConstructor(int.class).newInstance(rows);
        }

        private void run() throws Exception {
            Thread.currentThread().setContextClassLoader(loader);
            System.gc();
            long before = PROCESS.getProcessCpuTime();
            result = export.call();
            seconds.add((PROCESS.getProcessCpuTime() - before) / 1e9);
        }

        /** Of the second half of the rounds: the first ones warm up. */
        private double median() {
            double[] late = seconds.subList(seconds.size() / 2, seconds.size()).stream()
                    .mapToDouble(Double::doubleValue)
                    .sorted()
                    .toArray();
            return late[late.length / 2];
        }

        private void report() {
            System.out.printf(
                    "%-24s %.2f s CPU (median of the last %d; all: %s), %,d bytes%n",
                    name,
                    median(),
                    seconds.size() - seconds.size() / 2,
                    Arrays.toString(seconds.stream()
                            .mapToDouble(s -> Math.round(s * 100) / 100.0)
                            .toArray()),
                    result.length);
        }
    }

    private static ClassLoader platform() {
        return ClassLoader.getPlatformClassLoader();
    }

    private static List<URL> jars(Path folder) throws IOException {
        List<URL> jars = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                jars.add(file.toUri().toURL());
            }
        }
        return jars;
    }

    /** The class path of this JVM after the given jars, with or without its JasperReports. */
    private static URL[] classPath(List<URL> first, boolean withoutJasper) throws IOException {
        List<URL> urls = new ArrayList<>(first);
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path file = Path.of(entry);
            boolean jasper = file.getFileName().toString().contains("jasper");
            if (!jasper || !withoutJasper) {
                urls.add(file.toUri().toURL());
            }
        }
        return urls.toArray(URL[]::new);
    }
}
