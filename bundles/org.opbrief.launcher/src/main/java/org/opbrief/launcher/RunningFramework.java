package org.opbrief.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.util.tracker.ServiceTracker;

/** Apache Felix with the bundles that one command needs. */
final class RunningFramework implements AutoCloseable {

    /** The service that the command line registers: it gets a {@code String[]} and gives the exit code. */
    private static final String MAIN =
            "(&(" + Constants.OBJECTCLASS + "=" + ToIntFunction.class.getName() + ")(opbrief.main=cli))";

    private static final Duration STOP = Duration.ofSeconds(10);

    private final Framework framework;

    private RunningFramework(Framework framework) {
        this.framework = framework;
    }

    /**
     * Starts bundles.
     *
     * @param storage the framework's folder; bundles run from where they are, so it has only what had to be unpacked
     * @param jars of the bundles
     * @param linking hears of the classes that bundles load
     */
    static RunningFramework start(Path storage, List<Path> jars, boolean debug, Optional<ClassLinking> linking)
            throws LaunchException {
        Map<String, Object> configuration = new HashMap<>();
        configuration.put(Constants.FRAMEWORK_STORAGE, storage.toString());
        configuration.put("felix.cache.locking", "false"); // the place has a lock of its own
        // a pack is replaced by one of the same name, and maybe version, that starts before it stops
        configuration.put(Constants.FRAMEWORK_BSNVERSION, Constants.FRAMEWORK_BSNVERSION_MULTIPLE);
        configuration.put("felix.log.logger", new FrameworkLog(debug));
        configuration.put("ds.loglevel", debug ? "warn" : "none");
        Framework framework = new FrameworkFactory().newFramework(configuration);
        RunningFramework running = new RunningFramework(framework);
        try {
            framework.init();
            linking.ifPresent(each -> each.register(framework.getBundleContext()));
            running.startBundles(jars);
            return running;
        } catch (BundleException e) {
            running.close();
            throw new LaunchException("The framework cannot be started: " + reason(e) + ".", e);
        } catch (LaunchException | RuntimeException e) {
            running.close();
            throw e;
        }
    }

    private void startBundles(List<Path> jars) throws BundleException, LaunchException {
        BundleContext context = framework.getBundleContext();
        List<Bundle> bundles = new ArrayList<>();
        for (Path jar : jars) {
            bundles.add(context.installBundle("reference:" + jar.toUri()));
        }
        framework.start();
        FrameworkWiring wiring = framework.adapt(FrameworkWiring.class);
        if (!wiring.resolveBundles(bundles)) {
            throw new LaunchException(new Unresolved(wiring).inWords(bundles));
        }
        for (Bundle bundle : bundles) {
            try {
                // transient: the next command starts what it needs, not what this one did
                bundle.start(Bundle.START_TRANSIENT);
            } catch (BundleException e) {
                throw new LaunchException(
                        "The bundle " + bundle.getSymbolicName() + " cannot be started: " + reason(e) + ".", e);
            }
        }
    }

    /**
     * Runs the command line and gives its exit code.
     *
     * @param patience how long it may take to appear
     */
    int run(List<String> arguments, Duration patience) throws LaunchException {
        BundleContext context = framework.getBundleContext();
        try {
            var tracker = new ServiceTracker<ToIntFunction<String[]>, ToIntFunction<String[]>>(
                    context, context.createFilter(MAIN), null);
            tracker.open();
            ToIntFunction<String[]> main = tracker.waitForService(patience.toMillis());
            if (main == null) {
                throw new LaunchException(
                        "The command line did not start: " + reason(tracker.getServiceReferences() != null) + ".");
            }
            return main.applyAsInt(arguments.toArray(String[]::new));
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("The start was interrupted.", e);
        }
    }

    private static String reason(boolean registered) {
        return registered
                ? "its component failed, --debug shows why"
                : "no bundle offers it, install Opbrief again or see with --debug what fails";
    }

    /** What the innermost exception says. */
    private static String reason(Throwable e) {
        Throwable innermost = e;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return innermost.getMessage() == null
                ? innermost.toString()
                : innermost.getMessage().replaceFirst("\\.+$", "");
    }

    @Override
    public void close() {
        try {
            framework.stop();
            framework.waitForStop(STOP.toMillis());
        } catch (BundleException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
