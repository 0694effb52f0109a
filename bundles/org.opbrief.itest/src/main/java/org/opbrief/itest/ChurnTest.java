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
import java.util.Optional;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.ObjectName;
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

/**
 * Packs that come and go leave nothing behind in memory. The environment variable OPBRIEF_CHURN tells how many rounds, if not 200.
 *
 * <p>The evidence is the number of class loaders in all of Java, which must not grow at all: what stays of a pack's code would hold its loader.
 * Memory is compared, too, but only where it is not mixed with what Java learns: for its second compiler, Java keeps profiles of methods in
 * metaspace, beside their classes. They come when a method has been called often enough, and stay. With that compiler, metaspace grew by 6.0 MiB
 * from the 10th to the 200th round and by 0.6 MiB from there to the 400th, with the same number of loaders all the time and 7 classes more; from
 * the 10th to the 100th round it was 4.9 MiB, while profiles took 5.9 MiB more (-XX:+PrintMethodData). So this runs with the first compiler alone,
 * which keeps none, as {@code bin/opbrief} does.
 */
@ExtendWith({BundleContextExtension.class, ServiceExtension.class})
public class ChurnTest {

    private static final int USUAL = 200;
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

    private final List<WeakReference<ClassLoader>> ofPacks = new ArrayList<>();

    @Test
    void memoryIsAfterTwoHundredRoundsWhatItWasAfterTen() throws Exception {
        int rounds = Optional.ofNullable(System.getenv("OPBRIEF_CHURN"))
                .map(Integer::parseInt)
                .orElse(USUAL);
        PackJars jars = new PackJars(folder.resolve("packs"));
        try (Visits visits = new Visits(folder, installer, stores, catalog, outputs)) {
            Memory settled = Memory.now(); // asking loads classes, too
            for (int round = 1; round <= rounds; round++) {
                round(visits, jars, round);
                visits.packs().prune();
                if (round == SETTLED) {
                    settled = Memory.now();
                }
            }
            Memory more = Memory.now().minus(settled);
            String growth = more + " more than " + settled;
            System.out.println(growth);
            assertEquals(
                    0,
                    ofPacks.stream().filter(loader -> loader.get() != null).count(),
                    "class loaders of packs in Java that stay");
            assertEquals(0, more.loaders, growth);
            assertTrue(more.metaspace < METASPACE && more.classes < CLASSES, growth);
            assertTrue(more.heap < HEAP, growth + Memory.largest());
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
        ofPacks.add(new WeakReference<>(java.adapt(BundleWiring.class).getClassLoader()));
    }

    /** What Java holds. */
    private record Memory(long heap, long metaspace, int classes, long loaders) {

        static Memory now() throws InterruptedException, JMException {
            // what somebody still holds for a moment is gone at another
            long heap = Long.MAX_VALUE;
            for (int i = 0; i < 10; i++) {
                System.gc();
                Thread.sleep(100);
                heap = Math.min(
                        heap,
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
            }
            return new Memory(
                    heap,
                    ManagementFactory.getMemoryPoolMXBeans().stream()
                            .filter(pool -> pool.getName().equals("Metaspace"))
                            .map(MemoryPoolMXBean::getUsage)
                            .findFirst()
                            .orElseThrow()
                            .getUsed(),
                    ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
                    countLoaders());
        }

        /** Besides those that Java makes for methods that are often called by reflection, one each. */
        private static long countLoaders() throws JMException {
            String table = ask("vmClassloaderStats");
            long loaders = table.lines()
                    .filter(line -> line.startsWith("0x") && !line.endsWith(".DelegatingClassLoader"))
                    .count();
            assertTrue(loaders > 0, table);
            return loaders;
        }

        /** The classes whose objects take most, for a failure. */
        static String largest() throws JMException {
            return ask("gcClassHistogram").lines().limit(15).collect(Collectors.joining("\n", "\n", ""));
        }

        private static String ask(String command) throws JMException {
            return ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            command,
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()})
                    .toString();
        }

        Memory minus(Memory other) {
            return new Memory(
                    heap - other.heap, metaspace - other.metaspace, classes - other.classes, loaders - other.loaders);
        }

        @Override
        public String toString() {
            return "%d KiB of heap, %d KiB of metaspace, %d classes, %d class loaders"
                    .formatted(heap >> 10, metaspace >> 10, classes, loaders);
        }
    }
}
