package org.opbrief.workbench.jobs;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.equinox.log.ExtendedLogReaderService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogService;

/** What the parts of the workbench log: for those who look into a fault. May be used from any thread. */
public final class Log {

    /**
     * One entry.
     *
     * @param source name of the bundle
     * @param detail a stack trace, or empty
     */
    public record Entry(LocalTime time, Severity severity, String source, String message, String detail) {}

    /** How grave. */
    public enum Severity {
        ERROR,
        WARNING,
        INFO
    }

    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    private final List<Consumer<Entry>> listeners = new CopyOnWriteArrayList<>();

    /** What was logged before, and what will be. */
    public static Log of(BundleContext context) {
        Log log = new Log();
        ServiceReference<ExtendedLogReaderService> reference =
                context.getServiceReference(ExtendedLogReaderService.class);
        if (reference != null) {
            ExtendedLogReaderService reader = context.getService(reference);
            List<LogEntry> earlier = new ArrayList<>(Collections.list(reader.getLog()));
            Collections.reverse(earlier);
            earlier.forEach(log::add);
            reader.addLogListener(log::add);
        }
        return log;
    }

    public List<Entry> all() {
        return List.copyOf(entries);
    }

    /**
     * Calls back, on whatever thread, for each new entry.
     *
     * @return takes the listener away
     */
    public Runnable listen(Consumer<Entry> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @SuppressWarnings("deprecation") // the levels of those who log have numbers
    private void add(LogEntry logged) {
        StringWriter detail = new StringWriter();
        if (logged.getException() != null) {
            logged.getException().printStackTrace(new PrintWriter(detail, true));
        }
        Severity severity =
                switch (logged.getLevel()) {
                    case LogService.LOG_ERROR -> Severity.ERROR;
                    case LogService.LOG_WARNING -> Severity.WARNING;
                    default -> Severity.INFO;
                };
        Entry entry = new Entry(
                LocalTime.ofInstant(Instant.ofEpochMilli(logged.getTime()), ZoneId.systemDefault())
                        .truncatedTo(ChronoUnit.SECONDS),
                severity,
                logged.getBundle().getSymbolicName(),
                String.valueOf(logged.getMessage()),
                detail.toString());
        entries.add(entry);
        listeners.forEach(listener -> listener.accept(entry));
    }
}
