package org.opbrief.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.data.Stores;
import org.opbrief.api.output.Outputs;
import org.opbrief.api.pack.PackInstaller;
import org.opbrief.api.report.ReportCatalog;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.junit5.context.BundleContextExtension;
import org.osgi.test.junit5.service.ServiceExtension;

/** Packs that come and go leave nothing behind in memory. */
@ExtendWith({BundleContextExtension.class, ServiceExtension.class})
public class ChurnTest {

    private static final int ROUNDS = 200;
    private static final int SETTLED = 10;
    private static final long MIB = 1 << 20;

    /** What caches and the compiler may take more than after ten rounds: far less than one class a round. */
    private static final long HEAP = 6 * MIB;

    private static final long METASPACE = MIB;

    /** What Java loads when it is first needed; packs bring over a thousand in all. */
    private static final int CLASSES = 20;

    @TempDir
    Path folder;

    @InjectBundleContext
    BundleContext context;

    @InjectService
    PackInstaller installer;

    @InjectService
    Stores stores;

    @InjectService
    ReportCatalog catalog;

    @InjectService
    Outputs outputs;

    private final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();

    @Test
    void memoryIsAfterTwoHundredRoundsWhatItWasAfterTen() throws Exception {
        PackJars jars = new PackJars(folder.resolve("packs"));
        try (Visits visits = new Visits(folder, installer, stores, catalog, outputs)) {
            long heap = 0;
            long metaspace = 0;
            int classes = 0;
            for (int round = 1; round <= ROUNDS; round++) {
                round(visits, jars, round);
                visits.packs().prune();
                if (round == SETTLED) {
                    heap = heap();
                    metaspace = metaspace();
                    classes = classes();
                }
            }
            long heapMore = heap() - heap;
            long metaspaceMore = metaspace() - metaspace;
            int classesMore = classes() - classes;
            String growth = "heap %d KiB, metaspace %d KiB, %d classes more than %d KiB, %d KiB and %d"
                    .formatted(heapMore >> 10, metaspaceMore >> 10, classesMore, heap >> 10, metaspace >> 10, classes);
            System.out.println(growth);
            assertEquals(
                    0,
                    loaders.stream().filter(loader -> loader.get() != null).count(),
                    "class loaders of packs in Java that stay");
            assertTrue(heapMore < HEAP && metaspaceMore < METASPACE && classesMore < CLASSES, growth);
        }
    }

    private void round(Visits visits, PackJars jars, int round) throws Exception {
        visits.install(jars.withLayout("visits", "1.0." + round), jars.inJava("1.0." + round));
        visits.run("visits", "out");
        visits.run("counting", "out");
        remember();
        visits.install(jars.withLayout("visits", "1.1." + round), jars.inJava("1.1." + round));
        visits.run("visits", "out");
        visits.run("counting", "out");
        remember();
        visits.remove("org.example.visits");
        visits.remove("org.example.counting");
    }

    private void remember() {
        Bundle java = Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().equals("org.example.counting"))
                .findFirst()
                .orElseThrow();
        loaders.add(new WeakReference<>(java.adapt(BundleWiring.class).getClassLoader()));
    }

    private static long heap() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(100);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static int classes() {
        return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
    }

    private static long metaspace() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .map(MemoryPoolMXBean::getUsage)
                .findFirst()
                .orElseThrow()
                .getUsed();
    }
}
