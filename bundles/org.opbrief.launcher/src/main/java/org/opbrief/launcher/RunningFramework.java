package org.opbrief.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.util.tracker.ServiceTracker;

/** Apache Felix with the bundles that one command needs. */
final class RunningFramework implements AutoCloseable {

    /** The service that the command line registers: it gets a {@code String[]} and gives the exit code. */
    private static final String MAIN =
            "(&(" + Constants.OBJECTCLASS + "=" + ToIntFunction.class.getName() + ")(opbrief.main=cli))";

    // transient: the next command starts what it needs, not what this one did
    private static final int AT_ONCE = Bundle.START_TRANSIENT;
    private static final int AS_THEY_ASK = Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY;

    private static final Duration STOP = Duration.ofSeconds(10);

    private final Framework framework;

    private RunningFramework(Framework framework) {
        this.framework = framework;
    }

    /**
     * Starts bundles.
     *
     * @param storage the framework's folder; bundles run from where they are, so it has only what had to be unpacked
     * @param startup the bundles, and how
     * @param linking hears of the classes that bundles load
     */
    static RunningFramework start(Path storage, Startup startup, boolean debug, Optional<ClassLinking> linking)
            throws LaunchException {
        Map<String, Object> configuration = new HashMap<>(startup.properties());
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
            running.startBundles(startup);
            return running;
        } catch (BundleException e) {
            running.close();
            throw new LaunchException("The framework cannot be started: " + reason(e) + ".", e);
        } catch (LaunchException | RuntimeException e) {
            running.close();
            throw e;
        }
    }

    private void startBundles(Startup startup) throws BundleException, LaunchException {
        List<Bundle> first = install(startup.first());
        List<Bundle> then = install(startup.then());
        List<Bundle> all = Stream.of(first, then).flatMap(List::stream).toList();
        framework.start();
        FrameworkWiring wiring = framework.adapt(FrameworkWiring.class);
        if (!wiring.resolveBundles(all)) {
            throw new LaunchException(new Unresolved(wiring).inWords(all));
        }
        start(first, AT_ONCE);
        start(then, AS_THEY_ASK);
    }

    private List<Bundle> install(List<Path> jars) throws BundleException {
        List<Bundle> bundles = new ArrayList<>();
        for (Path jar : jars) {
            bundles.add(framework.getBundleContext().installBundle("reference:" + jar.toUri()));
        }
        return bundles;
    }

    private static void start(List<Bundle> bundles, int options) throws LaunchException {
        for (Bundle bundle : bundles) {
            if (isFragment(bundle)) {
                continue;
            }
            try {
                bundle.start(options);
            } catch (BundleException e) {
                throw new LaunchException(
                        "The bundle " + bundle.getSymbolicName() + " cannot be started: " + reason(e) + ".", e);
            }
        }
    }

    private static boolean isFragment(Bundle bundle) {
        return (bundle.adapt(BundleRevision.class).getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
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
