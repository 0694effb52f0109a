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
import org.eclipse.equinox.log.ExtendedLogReaderService;
import org.osgi.framework.BundleContext;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogListener;

/** What the parts of the workbench log: for those who look into a fault. May be used from any thread. */
public final class Log {

    /**
     * One entry.
     *
     * @param source name of the bundle
     * @param detail a stack trace, or empty
     */
    public record Entry(LocalTime time, String source, String message, String detail) {}

    private final ExtendedLogReaderService reader;

    private Log(ExtendedLogReaderService reader) {
        this.reader = reader;
    }

    /** What was logged before, and what will be. */
    public static Log of(BundleContext context) {
        return new Log(context.getService(context.getServiceReference(ExtendedLogReaderService.class)));
    }

    /** The latest last. */
    public List<Entry> all() {
        List<LogEntry> all = new ArrayList<>(Collections.list(reader.getLog()));
        Collections.reverse(all);
        return all.stream().map(Log::entry).toList();
    }

    /**
     * Calls back, on whatever thread, after each new entry.
     *
     * @return takes the listener away
     */
    public Runnable listen(Runnable listener) {
        LogListener each = entry -> listener.run();
        reader.addLogListener(each);
        return () -> reader.removeLogListener(each);
    }

    private static Entry entry(LogEntry logged) {
        StringWriter detail = new StringWriter();
        if (logged.getException() != null) {
            logged.getException().printStackTrace(new PrintWriter(detail, true));
        }
        return new Entry(
                LocalTime.ofInstant(Instant.ofEpochMilli(logged.getTime()), ZoneId.systemDefault())
                        .truncatedTo(ChronoUnit.SECONDS),
                logged.getBundle().getSymbolicName(),
                String.valueOf(logged.getMessage()),
                detail.toString());
    }
}
