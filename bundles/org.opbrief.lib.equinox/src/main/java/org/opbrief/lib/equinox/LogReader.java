package org.opbrief.lib.equinox;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.equinox.log.ExtendedLogReaderService;
import org.eclipse.equinox.log.LogFilter;
import org.osgi.framework.Bundle;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogListener;
import org.osgi.service.log.LogService;

/** Gives what is logged to the file and to those who listen, and remembers the last of it. */
final class LogReader implements ExtendedLogReaderService {

    private static final int REMEMBERED = 1_000;
    private static final LogFilter ALL = (bundle, logger, level) -> true;

    private final LogFile file;
    private final Map<LogListener, LogFilter> listeners = new ConcurrentHashMap<>();
    private final Deque<LogEntry> entries = new ArrayDeque<>();
    private long sequence;

    LogReader(LogFile file) {
        this.file = file;
    }

    /** @param failure may be null, as may be the context */
    void add(Bundle bundle, String logger, Object context, int level, String message, Throwable failure) {
        Entry entry;
        synchronized (entries) {
            entry = new Entry(
                    bundle,
                    logger,
                    context,
                    level,
                    message,
                    failure,
                    System.currentTimeMillis(),
                    ++sequence,
                    Thread.currentThread().getName());
            entries.addFirst(entry);
            if (entries.size() > REMEMBERED) {
                entries.removeLast();
            }
        }
        if (level <= LogService.LOG_WARNING) {
            file.write(bundle.getSymbolicName(), message, failure);
        }
        listeners.forEach((listener, filter) -> {
            if (filter.isLoggable(bundle, logger, level)) {
                listener.logged(entry);
            }
        });
    }

    @Override
    public void addLogListener(LogListener listener) {
        addLogListener(listener, ALL);
    }

    @Override
    public void addLogListener(LogListener listener, LogFilter filter) {
        listeners.put(listener, filter);
    }

    @Override
    public void removeLogListener(LogListener listener) {
        listeners.remove(listener);
    }

    /** The newest first. */
    @Override
    public Enumeration<LogEntry> getLog() {
        synchronized (entries) {
            return Collections.enumeration(List.copyOf(entries));
        }
    }
}
