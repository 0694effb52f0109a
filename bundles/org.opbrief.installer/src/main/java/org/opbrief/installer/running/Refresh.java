package org.opbrief.installer.running;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.namespace.IdentityNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleRevisions;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * Lets go of bundles that were uninstalled while others use their classes, or that there may be only one of. Those others, which are packs
 * as well, are stopped and started again. Who uses a data set only does not notice that another bundle brings it now.
 */
final class Refresh {

    private static final int PATIENCE = 30;
    private static final String MODEL_FRAGMENT = "Model-Fragment";

    private final FrameworkWiring wiring;

    Refresh(BundleContext context) {
        this.wiring = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
    }

    void refresh(Collection<Bundle> uninstalled) {
        List<Bundle> used = uninstalled.stream()
                .filter(bundle -> givesClasses(bundle) || isSingleton(bundle))
                .toList();
        boolean onlyPacks = wiring.getDependencyClosure(used).stream()
                .filter(bundle -> bundle.getState() != Bundle.UNINSTALLED)
                .allMatch(RunningPacks::isOfWorkspace);
        if (used.isEmpty() || !onlyPacks) {
            return;
        }
        CountDownLatch done = new CountDownLatch(1);
        FrameworkListener listener = event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                done.countDown();
            }
        };
        wiring.refreshBundles(used, listener);
        try {
            done.await(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there may be only one bundle of its name, for it says so, or since Eclipse finds what it contributes by that name. */
    static boolean isSingleton(Bundle bundle) {
        return bundle.getHeaders("").get(MODEL_FRAGMENT) != null || saysSingleton(bundle);
    }

    private static boolean saysSingleton(Bundle bundle) {
        return revisions(bundle)
                .flatMap(revision -> revision.getDeclaredCapabilities(IdentityNamespace.IDENTITY_NAMESPACE).stream())
                .map(identity -> identity.getDirectives().get(IdentityNamespace.CAPABILITY_SINGLETON_DIRECTIVE))
                .anyMatch("true"::equals);
    }

    private static boolean givesClasses(Bundle bundle) {
        return revisions(bundle).map(BundleRevision::getWiring).anyMatch(Refresh::givesClasses);
    }

    private static Stream<BundleRevision> revisions(Bundle bundle) {
        BundleRevisions revisions = bundle.adapt(BundleRevisions.class);
        return revisions == null ? Stream.of() : revisions.getRevisions().stream();
    }

    private static boolean givesClasses(BundleWiring wiring) {
        return wiring != null
                && wiring.isInUse()
                && !wiring.getProvidedWires(PackageNamespace.PACKAGE_NAMESPACE).isEmpty();
    }
}
