package org.opbrief.lib.equinox;

import org.eclipse.equinox.log.ExtendedLogEntry;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.log.LogLevel;

/** One thing that was logged, with the names and the nulls of the interface. */
record Entry(
        Bundle getBundle,
        String getLoggerName,
        Object getContext,
        int getLevel,
        String getMessage,
        Throwable getException,
        long getTime,
        long getSequence,
        String getThreadName)
        implements ExtendedLogEntry {

    @Override
    public LogLevel getLogLevel() {
        return LogLevel.values()[Math.max(0, Math.min(getLevel, LogLevel.values().length - 1))];
    }

    @Override
    public long getSequenceNumber() {
        return getSequence;
    }

    @Override
    public String getThreadInfo() {
        return getThreadName;
    }

    @Override
    public long getThreadId() {
        return 0;
    }

    @Override
    public ServiceReference<?> getServiceReference() {
        return getContext instanceof ServiceReference<?> reference ? reference : null;
    }

    @Override
    public StackTraceElement getLocation() {
        return null;
    }
}
