package org.opbrief.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.data.Stores;
import org.opbrief.api.output.OutputException;
import org.opbrief.api.output.Outputs;
import org.opbrief.api.pack.PackInstaller;
import org.opbrief.api.report.ReportCatalog;
import org.opbrief.api.report.ReportException;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.junit5.service.ServiceExtension;

/** Reports are run by two threads while packs come and go. The environment variable OPBRIEF_SOAK tells how long, e.g. {@code PT5M}. */
@ExtendWith(ServiceExtension.class)
public class SoakTest {

    private static final Duration USUAL = Duration.ofSeconds(20);
    private static final int THREADS = 2;

    /** The first stays as it is, the second is updated again and again; only the others come and go. */
    private static final List<String> REPORTS = List.of("steady", "updated", "passing", "counting");

    @TempDir
    Path folder;

    @InjectService
    PackInstaller installer;

    @InjectService
    Stores stores;

    @InjectService
    ReportCatalog catalog;

    @InjectService
    Outputs outputs;

    private final AtomicBoolean done = new AtomicBoolean();
    private final AtomicInteger written = new AtomicInteger();
    private final List<String> removed = Collections.synchronizedList(new ArrayList<>());

    @Test
    void onlyReportsWhosePackWasRemovedFailAndTheySaySo() throws Exception {
        Duration time = Optional.ofNullable(System.getenv("OPBRIEF_SOAK"))
                .map(Duration::parse)
                .orElse(USUAL);
        PackJars jars = new PackJars(folder.resolve("packs"));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (Visits visits = new Visits(folder, installer, stores, catalog, outputs)) {
            visits.install(jars.withLayout("steady", "1.0.0"), jars.withLayout("updated", "1.0.0"));
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                String output = "out-" + i;
                running.add(threads.submit(() -> {
                    runAll(visits, output);
                    return null;
                }));
            }
            int rounds = 0;
            for (Instant end = Instant.now().plus(time); Instant.now().isBefore(end); rounds++) {
                change(visits, jars, rounds);
                for (Future<?> each : running) {
                    if (each.isDone()) {
                        each.get();
                    }
                }
            }
            done.set(true);
            for (Future<?> each : running) {
                each.get();
            }
            System.out.println(written + " reports while packs changed " + rounds * 5 + " times; " + removed.size()
                    + " of packs that were removed");
            assertTrue(rounds > 1 && written.get() > 10, rounds + " rounds, " + written + " reports");
            assertEquals(
                    List.of(),
                    removed.stream()
                            .filter(message ->
                                    !message.matches("(?s).*(There is no report '(passing|counting)'|was removed).*"))
                            .toList());
        } finally {
            threads.shutdownNow();
        }
    }

    private static void change(Visits visits, PackJars jars, int round) throws Exception {
        // every other layout was compiled before
        visits.install(jars.withLayout("passing", "1.0." + round % 20), jars.inJava("1.0." + round));
        visits.install(jars.withLayout("updated", "1.1." + round));
        visits.install(jars.withLayout("passing", "1.1." + round % 20));
        visits.remove("org.example.passing");
        visits.remove("org.example.counting");
        visits.packs().prune();
    }

    private void runAll(Visits visits, String output) throws Exception {
        for (int i = 0; !done.get(); i++) {
            String report = REPORTS.get(i % REPORTS.size());
            try {
                visits.run(report, output);
                written.incrementAndGet();
            } catch (ReportException | OutputException e) {
                if (report.equals("steady") || report.equals("updated")) {
                    throw e;
                }
                removed.add(e.getMessage());
            }
        }
    }
}
