package org.opbrief.workbench.window;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.e4.ui.model.application.MApplication;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** What a saved layout has of bundles that are no longer there, or can no longer be used. */
public final class Orphans {

    private static final int ALIVE = Bundle.STARTING | Bundle.ACTIVE;

    private Orphans() {}

    public static void remove(MApplication application, BundleContext context) {
        Set<String> there = Arrays.stream(context.getBundles())
                .filter(bundle -> (bundle.getState() & ALIVE) != 0)
                .map(Bundle::getSymbolicName)
                .collect(Collectors.toSet());
        new Contributions(application).remove(name -> !there.contains(name));
    }
}
