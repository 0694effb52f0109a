package org.opbrief.launcher;

import java.util.logging.Level;
import org.apache.felix.framework.Logger;

/** What the framework says goes where the libraries' logs go, and nowhere if nobody is to read it. */
final class FrameworkLog extends Logger {

    FrameworkLog(boolean wanted) {
        setLogLevel(wanted ? LOG_WARNING : 0);
    }

    @Override
    protected void doLog(int level, String message, Throwable throwable) {
        java.util.logging.Logger.getLogger(getClass().getName())
                .log(level == LOG_ERROR ? Level.SEVERE : Level.WARNING, message, throwable);
    }
}
