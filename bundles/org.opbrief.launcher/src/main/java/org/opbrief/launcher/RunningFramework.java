package org.opbrief.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.apache.felix.framework.FrameworkFactory;
import org.apache.felix.framework.Logger;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;

/** Apache Felix with the bundles that one command needs. */
final class RunningFramework implements AutoCloseable {

    /** The service that a command line bundle registers; it gets the arguments and gives the exit code. */
    private static final String MAIN = "(opbrief.main=cli)";

    private final Framework framework;

    private RunningFramework(Framework framework) {
        this.framework = framework;
    }

    /**
     * Starts the bundles. They run from where they are; the cache has only what had to be unpacked.
     *
     * @param jars of the bundles, in the order in which they are installed
     * @throws BundleException if the cache is in use
     */
    static RunningFramework start(Cache cache, List<Path> jars) throws BundleException, LaunchException {
        Map<String, Object> configuration = new HashMap<>();
        configuration.put(Constants.FRAMEWORK_STORAGE, cache.framework().toString());
        configuration.put("felix.log.logger", silent());
        configuration.put("ds.loglevel", "none");
        configuration.put("ds.showtrace", "false");
        Framework framework = new FrameworkFactory().newFramework(configuration);
        framework.init();
        RunningFramework running = new RunningFramework(framework);
        try {
            running.startBundles(jars);
            return running;
        } catch (BundleException | LaunchException | RuntimeException e) {
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
        for (Bundle bundle : bundles) {
            if (bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null) {
                try {
                    // transient: the next command starts what it needs, not what this one did
                    bundle.start(Bundle.START_TRANSIENT);
                } catch (BundleException e) {
                    throw new LaunchException(
                            "The bundle " + bundle.getSymbolicName() + " cannot be started: " + e.getMessage(), e);
                }
            }
        }
    }

    int run(List<String> arguments) throws LaunchException {
        BundleContext context = framework.getBundleContext();
        try {
            @SuppressWarnings("rawtypes")
            var references = context.getServiceReferences(ToIntFunction.class, MAIN);
            if (references.isEmpty()) {
                throw new LaunchException("The command line did not start. Not running: " + notActive() + ".");
            }
            @SuppressWarnings("unchecked")
            ToIntFunction<String[]> main = context.getService((ServiceReference<ToIntFunction<String[]>>)
                    (ServiceReference<?>) references.iterator().next());
            if (main == null) {
                throw new LaunchException("The command line did not start: its component failed.");
            }
            return main.applyAsInt(arguments.toArray(String[]::new));
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private String notActive() {
        String names = java.util.Arrays.stream(framework.getBundleContext().getBundles())
                .filter(bundle -> bundle.getState() != Bundle.ACTIVE)
                .map(Bundle::getSymbolicName)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "nothing, but a service is missing" : names;
    }

    @Override
    public void close() {
        try {
            framework.stop();
            framework.waitForStop(10_000);
        } catch (BundleException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Logger silent() {
        Logger logger = new Logger();
        logger.setLogLevel(0);
        return logger;
    }
}
