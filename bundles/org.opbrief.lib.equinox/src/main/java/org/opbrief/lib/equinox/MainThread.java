package org.opbrief.lib.equinox;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.osgi.service.runnable.ApplicationLauncher;
import org.eclipse.osgi.service.runnable.ApplicationRunnable;
import org.eclipse.osgi.service.runnable.ParameterizedRunnable;

/**
 * Runs Eclipse's application on the thread that calls, which has to be the first of the process: some window systems
 * insist on it. Registered as {@link Callable} with the property {@code main.thread}.
 */
final class MainThread implements ApplicationLauncher, Callable<Object> {

    private record Launch(ParameterizedRunnable application, Optional<Object> context) {

        Object run() throws Exception {
            return application.run(context.orElse(null));
        }
    }

    private static final long PATIENCE_SECONDS = 60;

    private final BlockingQueue<Launch> launches = new ArrayBlockingQueue<>(1);
    private volatile Optional<ParameterizedRunnable> running = Optional.empty();

    @Override
    public void launch(ParameterizedRunnable application, Object applicationContext) {
        launches.add(new Launch(application, Optional.ofNullable(applicationContext)));
    }

    @Override
    public void shutdown() {
        if (running.orElse(null) instanceof ApplicationRunnable application) {
            application.stop();
        }
    }

    /** Returns when the application has ended. */
    @Override
    public Object call() throws Exception {
        Launch launch = launches.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (launch == null) {
            throw new TimeoutException("Eclipse launched no application.");
        }
        running = Optional.of(launch.application());
        try {
            return launch.run();
        } finally {
            running = Optional.empty();
        }
    }
}
