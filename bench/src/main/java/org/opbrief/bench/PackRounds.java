package org.opbrief.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.opbrief.api.data.Store;
import org.opbrief.api.data.Stores;
import org.opbrief.api.output.Outputs;
import org.opbrief.api.pack.InstallPlan;
import org.opbrief.api.pack.InstallRequest;
import org.opbrief.api.pack.PackInstaller;
import org.opbrief.api.pack.WorkspacePacks;
import org.opbrief.api.report.Briefing;
import org.opbrief.api.report.Report;
import org.opbrief.api.report.ReportCatalog;
import org.opbrief.api.report.RunRequest;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;

/**
 * The part of {@link InstallBenchmark} inside of the framework. Installs one pack after the other, all different, and
 * writes the report of each.
 */
public final class PackRounds implements BundleActivator {
    static final String FOLDER = "opbrief.bench.folder";
    static final String ROUNDS = "opbrief.bench.rounds";

    /** Id of a report that is written before; may be empty. */
    static final String BEFORE = "opbrief.bench.before";

    private static final List<String> FORMATS = List.of("pdf", "xlsx");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final double MILLION = 1e6;

    private BundleContext context;

    /** Id of the report that the pack of a round brings. */
    static String report(int round) {
        return "seizures-" + round;
    }

    @Override
    public void start(BundleContext started) throws Exception {
        context = started;
        Path folder = Path.of(context.getProperty(FOLDER));
        int rounds = Integer.parseInt(context.getProperty(ROUNDS));
        try (WorkspacePacks packs = service(PackInstaller.class).open(folder.resolve("workspace"));
                Store store = service(Stores.class).open(folder.resolve("workspace"))) {
            ReportCatalog catalog = service(ReportCatalog.class);
            Outputs outputs = service(Outputs.class);
            awaitFormats(outputs);
            String earlier = context.getProperty(BEFORE);
            if (!earlier.isEmpty()) {
                outputs.write(
                        build(catalog, store, earlier),
                        catalog.report(earlier).orElseThrow(),
                        FORMATS,
                        folder.resolve("before"));
            }
            System.out.printf("%14s%14s%14s%14s%n", "install", "build", "write", "all ms (CPU)");
            List<Lap> laps = new ArrayList<>();
            for (int round = 1; round <= rounds; round++) {
                Map<Long, String> before = bundles();
                Lap start = Lap.now();
                install(packs, folder.resolve("packs").resolve(report(round) + ".jar"));
                Report report = catalog.report(report(round)).orElseThrow();
                Lap installed = Lap.now();
                Briefing briefing = build(catalog, store, report(round));
                Lap built = Lap.now();
                List<Path> files = outputs.write(briefing, report, FORMATS, folder.resolve("out"));
                Lap written = Lap.now();
                laps.add(written.since(start));
                System.out.println("" + installed.since(start) + built.since(installed) + written.since(built)
                        + laps.get(round - 1));
                check(files);
                compare(before, bundles());
            }
            System.out.println(
                    "No other bundle was stopped or refreshed: its state and its last change are as before.");
            System.out.println("first:" + laps.remove(0));
            laps.sort(Comparator.comparing(Lap::millis));
            System.out.println("median of the others:" + laps.get(laps.size() / 2));
        }
    }

    /** Points in time, or times between them: of the clock, and of the CPU for the whole process. */
    private record Lap(double millis, double cpu) {

        static Lap now() {
            return new Lap(
                    System.nanoTime() / MILLION,
                    ProcessHandle.current()
                            .info()
                            .totalCpuDuration()
                            .orElseThrow()
                            .toMillis());
        }

        Lap since(Lap start) {
            return new Lap(millis - start.millis, cpu - start.cpu);
        }

        @Override
        public String toString() {
            return "%14s".formatted("%.0f (%.0f)".formatted(millis, cpu));
        }
    }

    private static Briefing build(ReportCatalog catalog, Store store, String id) throws Exception {
        return catalog.build(store, new RunRequest(id, Map.of(), Optional.empty(), Locale.ENGLISH));
    }

    @Override
    public void stop(BundleContext stopped) {
        // all is closed
    }

    private <T> T service(Class<T> type) throws InterruptedException {
        ServiceTracker<T, T> tracker = new ServiceTracker<>(context, type, null);
        tracker.open();
        return Optional.ofNullable(tracker.waitForService(PATIENCE.toMillis())).orElseThrow();
    }

    private static void awaitFormats(Outputs outputs) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (outputs.formats().size() < FORMATS.size() && System.nanoTime() < end) {
            Thread.sleep(10);
        }
    }

    private static void install(WorkspacePacks packs, Path jar) throws Exception {
        InstallPlan plan = packs.plan(new InstallRequest(List.of(jar.toString()), List.of(), Optional.empty()));
        if (!plan.refusals().isEmpty()) {
            throw new IllegalStateException(plan.refusals().toString());
        }
        packs.carryOut(plan);
    }

    private static void check(List<Path> files) throws Exception {
        for (Path file : files) {
            if (Files.size(file) < 1_000) {
                throw new IllegalStateException(file + " is too small");
            }
        }
    }

    private Map<Long, String> bundles() {
        Map<Long, String> bundles = new TreeMap<>();
        for (Bundle bundle : context.getBundles()) {
            bundles.put(bundle.getBundleId(), bundle + " " + bundle.getState() + " " + bundle.getLastModified());
        }
        return bundles;
    }

    private static void compare(Map<Long, String> before, Map<Long, String> after) {
        Map<Long, String> same = new TreeMap<>(after);
        same.keySet().retainAll(before.keySet());
        if (!same.equals(before) || after.size() != before.size() + 1) {
            throw new IllegalStateException("Other bundles changed: " + before + " became " + after);
        }
    }
}
