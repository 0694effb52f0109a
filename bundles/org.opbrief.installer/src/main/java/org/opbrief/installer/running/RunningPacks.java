package org.opbrief.installer.running;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.opbrief.api.pack.PackException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/**
 * The packs of a workspace in the framework. A new version starts before the old one stops, so that there is no moment without
 * either; a pack that came with Opbrief is stopped while another has its name. Other bundles are left alone.
 */
public final class RunningPacks {

    private static final String LOCATION = "pack:";

    private final BundleContext context;
    private final Map<String, Started> started = new TreeMap<>();
    private final Map<Startable, String> failed = new LinkedHashMap<>();

    private record Started(Startable pack, Bundle bundle) {}

    public RunningPacks(BundleContext context) {
        this.context = context;
    }

    /** Whether a bundle is a pack of a workspace. */
    public static boolean isOfWorkspace(Bundle bundle) {
        return bundle.getLocation().startsWith(LOCATION);
    }

    /** A pack that came with Opbrief, whether it is running or was replaced. */
    public Optional<Bundle> shipped(String name) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> name.equals(bundle.getSymbolicName()) && !isOfWorkspace(bundle))
                .findFirst();
    }

    /** Packs that cannot be started, and why, beyond what the catalog knows. */
    public Map<Startable, String> failed() {
        return Map.copyOf(failed);
    }

    /** Starts what can be started, after having removed what a process left that was killed. */
    public void open(Collection<Startable> packs) {
        List<Bundle> left = Arrays.stream(context.getBundles())
                .filter(RunningPacks::isOfWorkspace)
                .toList();
        uninstall(left);
        packs.forEach(this::installIfPossible);
        startWaiting();
        replaceShipped();
    }

    private void installIfPossible(Startable pack) {
        try {
            started.put(pack.name(), new Started(pack, install(pack)));
        } catch (PackException e) {
            failed.put(pack, e.getMessage());
        }
    }

    /** Stops all. */
    public void close() {
        Set<String> names = Set.copyOf(started.keySet());
        names.forEach(this::startShipped);
        List<Bundle> gone = started.values().stream().map(Started::bundle).toList();
        started.clear();
        failed.clear();
        uninstall(gone);
    }

    /**
     * Makes these the packs that are running, and no others.
     *
     * @param wanted in the order in which they are to be started
     * @param required names of those that must start; what else cannot be started is told by {@link #failed}
     * @throws PackException if one that must start does not; then all is as before. Its sentence has no end yet
     */
    public void become(Collection<Startable> wanted, Collection<String> required) throws PackException {
        List<Startable> coming =
                wanted.stream().filter(pack -> !isStarted(pack)).toList();
        List<Started> going = started.values().stream()
                .filter(each -> !wanted.contains(each.pack()))
                .toList();
        uninstall(singletons(coming, going));
        Map<Startable, Bundle> added;
        Map<Startable, String> failures = new LinkedHashMap<>();
        try {
            added = add(coming, required, failures);
        } catch (PackException e) {
            restart(going);
            throw e;
        }
        Set<String> names = wanted.stream().map(Startable::name).collect(Collectors.toSet());
        going.stream()
                .map(each -> each.pack().name())
                .filter(name -> !names.contains(name))
                .forEach(this::startShipped);
        going.forEach(each -> started.remove(each.pack().name()));
        added.forEach((pack, bundle) -> started.put(pack.name(), new Started(pack, bundle)));
        failed.clear();
        failed.putAll(failures);
        startWaiting();
        replaceShipped();
        uninstall(going.stream().map(Started::bundle).toList());
    }

    /** Installs all, and starts those that must start. */
    private Map<Startable, Bundle> add(
            List<Startable> packs, Collection<String> required, Map<Startable, String> failures) throws PackException {
        Map<Startable, Bundle> added = new LinkedHashMap<>();
        Startable current = null;
        try {
            for (Startable pack : packs) {
                current = pack;
                try {
                    added.put(pack, install(pack));
                } catch (PackException e) {
                    if (required.contains(pack.name())) {
                        throw e;
                    }
                    failures.put(pack, e.getMessage());
                }
            }
            for (Map.Entry<Startable, Bundle> each : added.entrySet()) {
                current = each.getKey();
                if (required.contains(current.name())) {
                    start(each.getValue());
                }
            }
            return added;
        } catch (PackException e) {
            uninstall(added.values());
            throw new PackException("The pack " + current + " cannot be used: " + e.getMessage(), e);
        }
    }

    private boolean isStarted(Startable pack) {
        return Optional.ofNullable(started.get(pack.name()))
                .filter(each -> each.pack().equals(pack))
                .isPresent();
    }

    private Bundle install(Startable pack) throws PackException {
        try {
            return context.installBundle(LOCATION + pack.sha256(), new ByteArrayInputStream(pack.content()));
        } catch (IOException e) {
            throw new PackException(e.getMessage(), e);
        } catch (BundleException e) {
            throw new PackException("it cannot be installed: " + reason(e), e);
        }
    }

    private static void start(Bundle bundle) throws PackException {
        try {
            bundle.start(Bundle.START_TRANSIENT);
        } catch (BundleException e) {
            throw new PackException(
                    "it cannot be started: "
                            + (isAnotherThere(e)
                                    ? "there may be only one version of it, and another one cannot be let go of while Opbrief runs;"
                                            + " ask its author for one without singleton:=true"
                                    : reason(e)),
                    e);
        }
    }

    private static boolean isAnotherThere(BundleException e) {
        return String.valueOf(e.getMessage()).contains("Singleton conflict");
    }

    /** Starts those that lacked something before. The catalog tells what those lack that cannot be resolved. */
    private void startWaiting() {
        for (Started each : started.values()) {
            try {
                start(each.bundle());
            } catch (PackException e) {
                if (each.bundle().getState() != Bundle.INSTALLED) {
                    failed.put(each.pack(), e.getMessage());
                }
            }
        }
    }

    private void replaceShipped() {
        started.values().stream()
                .filter(each -> each.bundle().getState() == Bundle.ACTIVE)
                .flatMap(each -> shipped(each.pack().name()).stream())
                .forEach(RunningPacks::stop);
    }

    /** Two bundles of one name that want to be the only one cannot be there at once: the old one must go first. */
    private static List<Bundle> singletons(List<Startable> coming, List<Started> going) {
        return going.stream()
                .filter(old -> Refresh.isSingleton(old.bundle())
                        && coming.stream()
                                .anyMatch(pack -> pack.name().equals(old.pack().name())))
                .map(Started::bundle)
                .toList();
    }

    private void restart(List<Started> packs) {
        for (Started each : packs) {
            if (each.bundle().getState() == Bundle.UNINSTALLED) {
                installIfPossible(each.pack());
            }
        }
        startWaiting();
    }

    private void startShipped(String name) {
        shipped(name).ifPresent(bundle -> {
            try {
                bundle.start(Bundle.START_TRANSIENT);
            } catch (BundleException e) {
                // it was running before; the catalog tells what it lacks
            }
        });
    }

    private static void stop(Bundle bundle) {
        try {
            bundle.stop(Bundle.STOP_TRANSIENT);
        } catch (BundleException e) {
            // an activator of Java code complained; the bundle is stopped all the same
        }
    }

    private void uninstall(Collection<Bundle> bundles) {
        List<Bundle> gone = new ArrayList<>();
        for (Bundle bundle : bundles) {
            try {
                if (bundle.getState() != Bundle.UNINSTALLED) {
                    bundle.uninstall();
                    gone.add(bundle);
                }
            } catch (BundleException e) {
                // as with stop
            }
        }
        new Refresh(context).refresh(gone);
    }

    private static String reason(Throwable e) {
        Throwable innermost = e;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return innermost.getMessage() == null
                ? innermost.toString()
                : innermost.getMessage().replaceFirst("\\.+$", "");
    }
}
