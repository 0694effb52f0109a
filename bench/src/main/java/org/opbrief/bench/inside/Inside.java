package org.opbrief.bench.inside;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Store;
import org.opbrief.api.report.ReportCatalog;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** Measures in the process of the workbench, as the environment says, and closes its window. */
public final class Inside implements BundleActivator {
    private static final int PAUSE_MILLIS = 100;

    @Override
    public void start(BundleContext context) {
        Thread thread = new Thread(() -> run(context), "benchmark");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop(BundleContext context) {}

    private static void run(BundleContext context) {
        try (PrintStream out = new PrintStream(System.getenv("OPBRIEF_BENCH_RESULT"), StandardCharsets.UTF_8)) {
            try {
                Object session = session(context);
                OpenWindow window = OpenWindow.await();
                Path file = Path.of(System.getenv("OPBRIEF_BENCH_FILE"));
                switch (System.getenv("OPBRIEF_BENCH")) {
                    case "keys" ->
                        new KeyPresses(window, out)
                                .during(() -> (Store) call(session, "store"), dataSet(context), file);
                    case "jumps" -> new Jumps(window, out).run();
                    default -> new Runs(window, out).run();
                }
                window.close();
            } catch (Exception e) {
                e.printStackTrace(out);
                System.exit(1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the workbench, as soon as it is open; no bundle but its own has its class. */
    private static Object session(BundleContext context) throws Exception {
        while (true) {
            ServiceReference<?> desktop = context.getServiceReference("org.opbrief.workbench.WorkbenchDesktop");
            if (desktop != null) {
                try {
                    return call(context.getService(desktop), "session");
                } catch (IllegalStateException e) {
                    // not yet
                }
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private static Object call(Object on, String method) {
        try {
            Method found = on.getClass().getDeclaredMethod(method);
            found.setAccessible(true);
            return found.invoke(on);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DataSet dataSet(BundleContext context) {
        ReportCatalog catalog = context.getService(context.getServiceReference(ReportCatalog.class));
        return catalog.dataSets().stream()
                .filter(each -> each.id().equals("seizure"))
                .findFirst()
                .orElseThrow();
    }
}
