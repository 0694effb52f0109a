package org.opbrief.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.opbrief.api.data.Progress;

/**
 * Ends the statement that a connection runs when the task that it is for was cancelled. Looks for that ten times a second
 * and does it again: the engine forgets an interrupt that comes between two statements.
 */
final class Cancelling implements AutoCloseable {
    private static final long BETWEEN_LOOKS_MS = 100;

    private final Connection real;
    private final Progress task;
    private final Thread watch = new Thread(this::watch, "opbrief cancelling");
    private volatile Optional<Statement> latest = Optional.empty();

    Cancelling(Connection real, Progress task) {
        this.real = real;
        this.task = task;
        watch.setDaemon(true);
        watch.start();
    }

    /** The connection, to run one statement after the other. */
    Connection connection() {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, this::invoke);
    }

    private Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        try {
            Object result = method.invoke(real, arguments);
            if (result instanceof Statement statement) {
                latest = Optional.of(statement);
            }
            return result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(BETWEEN_LOOKS_MS);
                if (task.isCancelled()) {
                    cancel();
                }
            }
        } catch (InterruptedException e) {
            // the task has ended
        }
    }

    private void cancel() {
        try {
            if (latest.isPresent()) {
                latest.get().cancel();
            }
        } catch (SQLException e) {
            // it has just been closed
        }
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
